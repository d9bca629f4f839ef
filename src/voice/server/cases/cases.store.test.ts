import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listPeopleBehind } from "#insight/api.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { emailOf, type TestApp, testApp, type Visitor } from "#testing/app.ts";
import * as api from "../../api.ts";
import type { CaseDetails } from "../../cases/model.ts";
import { giveComments } from "../comments/comments.testing.ts";
import { makeJourney, makeSurvey, makeTouchpoint } from "../voice.testing.ts";

// Monday 2026-11-16, 09:00 in Paris.
let now = new Date("2026-11-16T08:00:00Z");
let app: TestApp;
let touchpointId: string;
let touchpoint: string;
let token: string;
beforeAll(async () => {
  app = await testApp({ now: () => now });
  ({ id: touchpointId, key: touchpoint } = await makeTouchpoint(app.as("editor"), app.workspaceId));
  ({ token } = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId }));
});
afterAll(() => app.close());

const open = (part: Partial<RouteBody<typeof api.createCase>> = {}, as: Visitor = "contributor") =>
  app.call(api.createCase, { params: { workspaceId: app.workspaceId }, body: { title: "Attente", ...part } }, as);
const change = (seen: CaseDetails, body: Omit<RouteBody<typeof api.changeCase>, "version">) =>
  app.call(api.changeCase, { params: { caseId: seen.id }, body: { version: seen.version, ...body } }, "contributor");
const list = (query: Record<string, unknown> = {}) =>
  app.call(api.listCases, { params: { workspaceId: app.workspaceId }, query }, "contributor");
async function answer(): Promise<string> {
  const body = { attempt: randomUUID(), answers: { nps: 2, why: "Deux heures à la caisse" } };
  return (await app.call(api.answerSurvey, { params: { token }, body }, "anonymous")).responseId;
}
async function idOf(visitor: Visitor): Promise<string> {
  await app.as(visitor).cookie();
  const { rows } = await app.stores.pool.query(`SELECT id FROM "user" WHERE email = $1`, [emailOf(visitor)]);
  return rows[0].id;
}

test("[V225] a case opened from an answer shows it, at its touchpoint, and who opened it", async () => {
  const responseId = await answer();
  const opened = await open({ responseId, reason: "À rappeler" });
  expect(opened).toMatchObject({ touchpointId, state: "open", reason: "À rappeler", assigneeId: null, isLate: false });
  expect(opened.answer).toMatchObject({ responseId, metric: "nps", score: 2, comment: "Deux heures à la caisse" });
  expect(opened.history).toMatchObject([
    { deed: { kind: "opened", isByRule: false }, userId: await idOf("contributor") },
  ]);
  expect(opened.names[await idOf("contributor")]).toBe("contributor");
  expect((await open({ responseId })).id).toBe(opened.id);
  await expect(open({ responseId: randomUUID() })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(open({ touchpointId: randomUUID() })).rejects.toMatchObject({ code: "invalid_input" });
});

test("[V226] whoever changes a case that was changed meanwhile is told, and every change is in its history", async () => {
  const seen = await open();
  const contributor = await idOf("contributor");
  const mine = await change(seen, { assigneeId: contributor, state: "inProgress", priority: "high" });
  expect(mine).toMatchObject({ assigneeId: contributor, state: "inProgress", priority: "high" });
  await expect(change(seen, { state: "resolved" })).rejects.toMatchObject({ code: "conflict" });
  await expect(change(mine, { assigneeId: await idOf("viewer") })).rejects.toMatchObject({ code: "invalid_input" });
  const noted = await app.call(
    api.addCaseNote,
    { params: { caseId: seen.id }, body: { text: "Rappelé\0 à 10 h" } },
    "contributor",
  );
  expect(noted.history.map(({ deed }) => deed)).toEqual([
    { kind: "opened", isByRule: false },
    { kind: "priority", from: "normal", to: "high" },
    { kind: "assigned", to: contributor, isAutomatic: false },
    { kind: "state", from: "open", to: "inProgress" },
    { kind: "note", text: "Rappelé à 10 h" },
  ]);
  const same = await change(noted, { state: "inProgress" });
  expect([same.version, same.history.length]).toEqual([noted.version, 5]);
});

test("[V227] while a customer is waited for the clock stands still; opened again, it begins anew", async () => {
  // Opened by the clock of the store; the rest happens by ours.
  const opened = await open();
  now = new Date(opened.openedAt);
  const waiting = await change(opened, { state: "waiting" });
  expect(waiting.dueAt).toBe(opened.dueAt);
  now = new Date(Date.parse(opened.openedAt) + 14 * 86_400_000);
  const back = await change(waiting, { state: "inProgress" });
  expect(Date.parse(back.dueAt)).toBeGreaterThan(now.getTime());
  expect(back.isLate).toBe(false);
  now = new Date(now.getTime() + 60 * 86_400_000);
  const late = await change(back, { state: "resolved" });
  expect(late).toMatchObject({ isLate: true, resolvedAt: now.toISOString() });
  const again = await change(late, { state: "open" });
  expect(again).toMatchObject({ isLate: false, resolvedAt: null });
});

test("[V228] cases are listed by what is due first, and narrowed", async () => {
  const contributor = await idOf("contributor");
  const urgent = await open({ priority: "urgent", touchpointId });
  const normal = await change(await open({ touchpointId }), { assigneeId: contributor });
  const done = await change(await open({ touchpointId }), { state: "resolved" });
  const ids = async (query: Record<string, unknown>) => (await list(query)).cases.map(({ id }) => id);
  const here = await ids({ touchpointId });
  expect(here.filter((id) => [urgent.id, normal.id, done.id].includes(id))).toEqual([urgent.id, normal.id, done.id]);
  expect(await ids({ assignee: contributor, touchpointId })).toEqual([normal.id]);
  expect(await ids({ assignee: "nobody", touchpointId, state: "underWay" })).toContain(urgent.id);
  expect(await ids({ assignee: "nobody", touchpointId, state: "underWay" })).not.toContain(done.id);
  expect(await ids({ state: "resolved" })).toContain(done.id);
  expect(await list({ touchpointId, limit: 1 })).toMatchObject({ cases: [{}], total: here.length });
  now = new Date(Date.parse(urgent.dueAt) + 1);
  expect(await ids({ late: true, touchpointId })).toContain(urgent.id);
  expect(await ids({ late: true, touchpointId })).not.toContain(done.id);
});

test("[V229] whose case it is is told to who may know, as far as it was kept in clear", async () => {
  const responseId = await answer();
  const ref = randomUUID();
  const { pool } = app.stores;
  await pool.query("INSERT INTO person (id, workspace_id) VALUES ($1, $2)", [ref, app.workspaceId]);
  await pool.query(
    `INSERT INTO person_identifier (ref, workspace_id, kind, value, is_hashed, person_id)
     VALUES ($1, $2, 'email', 'jeanne@example.com', false, $1)`,
    [ref, app.workspaceId],
  );
  await pool.query("UPDATE response SET person = $1 WHERE id = $2", [{ kind: "email", ref }, responseId]);
  const { id: caseId } = await open({ responseId });
  const get = (as: Visitor) => app.call(api.getCase, { params: { caseId } }, as);
  expect((await get("editor")).person).toBe("jeanne@example.com");
  expect((await get("contributor")).person).toBeNull();
  await pool.query("DELETE FROM response WHERE id = $1", [responseId]);
  expect(await get("editor")).toMatchObject({ answer: null, person: "jeanne@example.com" });
});

test("[U179] wherever answers are shown it is known which were given here, so that a case can be opened from them", async () => {
  const [imported] = await giveComments(app.stores.clickhouse, app.workspaceId, [{ comment: "Ailleurs", touchpoint }]);
  const responseId = await answer();
  const journeyId = await makeJourney(app.as("editor"), app.workspaceId, touchpointId);
  const params = { workspaceId: app.workspaceId };
  const isGivenHere = async (eventId: string | undefined) => {
    const { comments } = await app.call(api.listComments, { params, query: {} }, "viewer");
    return comments.find((comment) => comment.eventId === eventId)?.isResponse;
  };
  await expect.poll(() => isGivenHere(responseId), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => isGivenHere(imported?.id), { timeout: 20_000 }).toBe(false);
  const { people } = await app.call(
    listPeopleBehind,
    { params: { journeyId, touchpointKey: touchpoint }, query: {} },
    "viewer",
  );
  expect(people.map(({ lastResponse }) => lastResponse)).toContainEqual({
    responseId,
    comment: "Deux heures à la caisse",
  });
  expect(people.map(({ lastResponse }) => lastResponse)).toContain(null);
});
