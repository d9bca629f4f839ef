import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import { WidgetPiece } from "../../api/collect.ts";
import { updateSurvey } from "../../api.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";

let app: TestApp;
let survey: { id: string; token: string };
beforeAll(async () => {
  app = await testApp();
  const { id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  survey = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId });
});
afterAll(() => app.close());

const shop = { origin: "https://shop.example", "sec-fetch-site": "cross-site" };
const at = (path: string) => `${app.url}${path}`;

async function piece(response: Response): Promise<WidgetPiece> {
  return WidgetPiece.parse(await response.json());
}

/** What the form of a piece posts. */
function fieldsOf({ html }: WidgetPiece): URLSearchParams {
  const hidden = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  const fields = new URLSearchParams(hidden.map(([, name = "", value = ""]) => [name, value]));
  // Nobody answers as fast as a test.
  fields.set("shown", String(Number(fields.get("shown")) - 5000));
  return fields;
}

test("[V151] a page of any site reads what is asked and posts an answer; the rest stays our own pages' affair", async () => {
  const asked = await fetch(at(`/collect/${survey.token}?lang=en`), { headers: shop });
  expect(Object.fromEntries(asked.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "cache-control": "no-store",
  });
  expect(asked.headers.get("set-cookie")).toBeNull();
  const form = await piece(asked);
  expect(form).toMatchObject({ language: "en", direction: "ltr", title: "Would you recommend us?", isForm: true });
  expect(form.html).not.toMatch(/<h\d|<script|\sstyle=|\son\w+=/);

  const preflight = await fetch(at(`/api/v1/answer/${survey.token}`), {
    method: "OPTIONS",
    headers: { ...shop, "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
  });
  expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([204, "content-type"]);

  const page = await fetch(at(`/s/${survey.token}`), { method: "POST", headers: shop, body: fieldsOf(form) });
  const session = await fetch(at("/api/v1/session"), { headers: shop });
  expect([page.status, page.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  expect(session.headers.get("access-control-allow-origin")).toBeNull();
});

test("[V152] what the widget posts is one answer however often it comes, with the properties its site gave", async () => {
  const fields = fieldsOf(await piece(await fetch(at(`/collect/${survey.token}`), { headers: shop })));
  const post = () => fetch(at(`/collect/${survey.token}`), { method: "POST", headers: shop, body: fields });
  const refused = await post();
  expect([refused.status, (await piece(refused)).isForm]).toEqual([422, true]);
  fields.set("q_nps", "9");
  fields.set("p_store", "Lyon");
  const [first, again] = [await post(), await post()];
  expect([first.status, again.status, (await piece(first)).isForm]).toEqual([200, 200, false]);
  const { rows } = await app.stores.pool.query("SELECT score, way, properties FROM response WHERE survey_id = $1", [
    survey.id,
  ]);
  expect(rows).toEqual([{ score: 9, way: "widget", properties: { store: "Lyon" } }]);
});

test("[V158] a survey that is not open, or not there, asks nothing", async () => {
  const closed = await app.call(updateSurvey, { params: { surveyId: survey.id }, body: { state: "closed" } }, "editor");
  expect(closed.state).toBe("closed");
  const [gone, unknown] = await Promise.all(
    [survey.token, "no-such-token"].map((token) => fetch(at(`/collect/${token}`), { headers: shop })),
  );
  expect([gone?.status, unknown?.status]).toEqual([410, 404]);
});
