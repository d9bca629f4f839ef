import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RouteBody } from "#platform/http/route.ts";
import { type TestApp, testApp, type Visitor } from "#testing/app.ts";
import { enterAnswer } from "../../api/collect.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";

let app: TestApp;
let survey: { id: string; token: string };
beforeAll(async () => {
  app = await testApp();
  const { id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  survey = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId });
});
afterAll(() => app.close());

const enter = (given: Partial<RouteBody<typeof enterAnswer>> = {}, visitor: Visitor = "contributor") =>
  app.call(
    enterAnswer,
    {
      params: { surveyId: survey.id },
      body: { attempt: randomUUID(), answers: { nps: 9 }, answeredAt: new Date().toISOString(), ...given },
    },
    visitor,
  );
const rows = async () => {
  const { rows: found } = await app.stores.pool.query(
    "SELECT way, score, comment, properties, answered_at, suspicions, entered_by, person FROM response ORDER BY received_at",
  );
  return found;
};

test("[V165] what somebody said elsewhere is typed in once, with its day and channel, by whom is kept", async () => {
  const attempt = randomUUID();
  const answeredAt = "2019-03-02T12:00:00.000Z";
  const given = { attempt, answers: { nps: 3, why: "Trop cher" }, answeredAt, channel: "Courrier" };
  const first = await enter({ ...given, person: { kind: "email", value: "ada@example.com" } });
  expect(await enter(given)).toEqual({ ...first, isNew: false });
  const [row] = await rows();
  expect(row).toMatchObject({ way: "staff", score: 3, comment: "Trop cher", properties: { channel: "Courrier" } });
  expect(row.answered_at.toISOString()).toBe(answeredAt);
  expect([row.suspicions, typeof row.entered_by, row.person.kind]).toEqual([[], "string", "email"]);
});

test("[V165] contributors type answers in, viewers do not, and what does not fit is refused", async () => {
  await expect(enter({}, "viewer")).rejects.toMatchObject({ code: "not_allowed" });
  await expect(enter({}, "outsider")).rejects.toMatchObject({ code: "not_found" });
  await expect(enter({ answers: { nps: 11 } })).rejects.toMatchObject({
    code: "invalid_input",
    issues: [{ path: "answers.nps" }],
  });
});
