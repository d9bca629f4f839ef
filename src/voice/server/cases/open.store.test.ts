import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "#testing/app.ts";
import { answerSurvey } from "../../api.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";
import { type NewCase, openCase } from "./open.ts";

let app: TestApp;
let touchpointId: string;
let token: string;
beforeAll(async () => {
  app = await testApp();
  ({ id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId));
  ({ token } = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId }));
});
afterAll(() => app.close());

async function answer(): Promise<string> {
  const body = { attempt: randomUUID(), answers: { nps: 2, why: "Deux heures à la caisse" } };
  return (await app.call(answerSurvey, { params: { token }, body }, "anonymous")).responseId;
}
const open = (part: Partial<NewCase> = {}) =>
  app.stores.db.transaction().execute((transaction) =>
    openCase(transaction, {
      workspaceId: app.workspaceId,
      responseId: null,
      touchpointId,
      title: "Attente",
      reason: "Note de 2",
      person: null,
      ...part,
    }),
  );
const rowOf = async (caseId: string) =>
  (await app.stores.pool.query("SELECT * FROM customer_case WHERE id = $1", [caseId])).rows[0];

test("[V220] an answer has one case of each rule and one opened by hand, however often it is asked for", async () => {
  const responseId = await answer();
  const [first, second] = [randomUUID(), randomUUID()];
  const wanted = [first, second, null].flatMap((ruleId) => [ruleId, ruleId, ruleId]);
  const opened = await Promise.all(wanted.map((ruleId) => open({ responseId, ruleId })));
  expect(new Set(opened.map(({ caseId }) => caseId)).size).toBe(3);
  expect(opened[0]).toEqual(opened[1]);
  await app.stores.pool.query("UPDATE customer_case SET state = 'closed' WHERE id = $1", [opened[0]?.caseId]);
  expect(await open({ responseId, ruleId: first })).toEqual(opened[0]);
});

test("[V220] cases without an answer are each one, and numbers have no gap", async () => {
  const opened = await Promise.all([open(), open(), open()]);
  const numbers = await Promise.all(opened.map(async ({ caseId }) => (await rowOf(caseId)).number));
  const sorted = numbers.toSorted((a, b) => a - b);
  expect(sorted).toEqual([sorted[0], sorted[0] + 1, sorted[0] + 2]);
});

test("[V221] cases go round among those who work there, and the history says so", async () => {
  await app.as("viewer").cookie();
  const { rows } = await app.stores.pool.query<{ user_id: string; role: string }>(
    "SELECT user_id, role FROM member WHERE workspace_id = $1",
    [app.workspaceId],
  );
  expect(rows.length).toBeGreaterThan(2);
  // A viewer may not work on cases, whatever is said of them.
  for (const { user_id } of rows)
    await app.stores.pool.query("INSERT INTO case_agent (workspace_id, user_id) VALUES ($1, $2)", [
      app.workspaceId,
      user_id,
    ]);
  const workers = rows.filter(({ role }) => role !== "viewer").map(({ user_id }) => user_id);
  const given: string[] = [];
  for (let n = 0; n < 2 * workers.length; n++) given.push((await rowOf((await open()).caseId)).assignee_id);
  expect(given.slice(0, workers.length).toSorted()).toEqual(workers.toSorted());
  expect(given.slice(workers.length)).toEqual(given.slice(0, workers.length));
  const { caseId } = await open({ ruleId: randomUUID(), responseId: await answer() });
  const { rows: history } = await app.stores.pool.query("SELECT event FROM case_event WHERE case_id = $1 ORDER BY id", [
    caseId,
  ]);
  expect(history.map(({ event }) => event)).toMatchObject([
    { kind: "opened", isByRule: true },
    { kind: "assigned", to: given[0], isAutomatic: true },
  ]);
});

test("[V222] a case is due when the hours of work of its priority are over", async () => {
  const [normal, urgent] = await Promise.all([open(), open({ priority: "urgent" })]);
  const [a, b] = [await rowOf(normal.caseId), await rowOf(urgent.caseId)];
  expect(a.due_at > b.due_at && b.due_at > b.opened_at).toBe(true);
});

test("[V220] what is opened in a transaction that fails is not there", async () => {
  const responseId = await answer();
  const failing = app.stores.db.transaction().execute(async (transaction) => {
    await openCase(transaction, {
      workspaceId: app.workspaceId,
      responseId,
      touchpointId,
      title: "Attente",
      reason: "",
      person: { kind: "email", ref: randomUUID() },
    });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  const { rows } = await app.stores.pool.query("SELECT 1 FROM customer_case WHERE response_id = $1", [responseId]);
  expect(rows).toEqual([]);
});
