import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prove } from "#collect/prove.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import * as api from "../../api.ts";
import { AskingRules } from "../../asking/model.ts";
import { fillIn } from "../asking/asking.testing.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";
import { proofBits } from "./proof.ts";

let app: TestApp;
let touchpointId: string;
beforeAll(async () => {
  app = await testApp();
  ({ id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId));
});
afterAll(() => app.close());

async function make(rules: Partial<AskingRules> = {}) {
  const survey = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId });
  await app.call(api.setAskingRules, { params: { surveyId: survey.id }, body: AskingRules.parse(rules) }, "editor");
  return survey;
}
const responses = async (surveyId: string) => {
  const { rows } = await app.stores.pool.query(
    "SELECT score, first_score, suspicions FROM response WHERE survey_id = $1 ORDER BY id",
    [surveyId],
  );
  return rows;
};
const suspicions = async (surveyId: string) => (await responses(surveyId)).map((row) => row.suspicions);

test("[V170] who followed the link that nobody sees is no person, and nobody else is taken for them", async () => {
  const { id, url } = await make();
  const hidden = /<a class="away" href="([^"]+)" tabindex="-1" aria-hidden="true"/.exec(
    await (await fetch(url)).text(),
  );
  const page = await fetch(new URL(hidden?.[1] ?? "", url));
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<form")]);
  await fillIn(url, { q_nps: "9" });
  const person = { "user-agent": "A browser", "content-type": "application/json" };
  await fetch(url.replace("/s/", "/api/v1/answer/"), {
    method: "POST",
    headers: person,
    body: JSON.stringify({ attempt: randomUUID(), answers: { nps: 9 } }),
  });
  expect(await suspicions(id)).toEqual([["hiddenLink"], []]);
  // What it does elsewhere is another matter.
  const other = await make();
  await fillIn(other.url, { q_nps: "9" });
  expect(await suspicions(other.id)).toEqual([[]]);
});

test("[V171] where a survey asks for a proof, an answer without it is kept apart", async () => {
  const { id, url, token } = await make({ asksProof: true });
  expect(await (await fetch(url)).text()).toMatch(
    /<form[^>]* data-proof="15">[\s\S]*<input type="hidden" name="proof" value="">/,
  );
  await fillIn(url, { q_nps: "9" });
  const attempt = randomUUID();
  const body = { attempt, answers: { nps: 9 }, proof: await prove(attempt, proofBits) };
  await app.call(api.answerSurvey, { params: { token }, body }, "anonymous");
  expect(await suspicions(id)).toEqual([["noProof"], []]);
});

test("[V171] more pages than people who sit at one address would open ask for a proof", async () => {
  const { url } = await make();
  const pages = await Promise.all(Array.from({ length: 21 }, async () => (await fetch(url)).text()));
  expect(pages.filter((page) => page.includes("data-proof"))).toHaveLength(1);
});

test("[V173] what was pressed in a letter is kept beside what was posted", async () => {
  const { id, url } = await make();
  await fillIn(`${url}?score=3&way=email`, { q_nps: "8" });
  await fillIn(`${url}?way=email`, { q_nps: "8" });
  await fillIn(`${url}?score=99&way=email`, { q_nps: "8" });
  expect(await responses(id)).toMatchObject([
    { score: 8, first_score: 3 },
    { score: 8, first_score: null },
    { score: 8, first_score: null },
  ]);
});
