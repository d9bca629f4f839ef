import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { RouteCall } from "#platform/http/route.ts";
import { type TestApp, testApp, type Visitor } from "#testing/app.ts";
import { getSession } from "#workspace/api.ts";
import type { AlertRuleDraft } from "../../alerts/model.ts";
import { readyTriggers } from "../../alerts/ready.ts";
import * as api from "../../api.ts";
import { makeJourney, makeSurvey, makeTouchpoint } from "../voice.testing.ts";
import { ruleDraft } from "./alerts.testing.ts";

let app: TestApp;
let touchpointId: string;
let survey: { id: string; token: string };
beforeAll(async () => {
  app = await testApp();
  const door = app.as("editor");
  ({ id: touchpointId } = await makeTouchpoint(door, app.workspaceId));
  survey = await makeSurvey(door, { workspaceId: app.workspaceId, touchpointId });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.stores.pool.query("TRUNCATE alert_rule, alert, response CASCADE");
});

const inWorkspace = () => ({ workspaceId: app.workspaceId });
const make = (part: Partial<AlertRuleDraft> = {}) =>
  app.call(api.createAlertRule, { params: inWorkspace(), body: ruleDraft(part) }, "editor");
const answer = (nps: number, why = "", token = survey.token, website?: string) =>
  app.call(
    api.answerSurvey,
    { params: { token }, body: { attempt: randomUUID(), answers: { nps, ...(why === "" ? {} : { why }) }, website } },
    "anonymous",
  );
const list = (query: RouteCall<typeof api.listAlerts>["query"] = {}, visitor: Visitor = "editor") =>
  app.call(api.listAlerts, { params: inWorkspace(), query }, visitor);
/** Waits until nothing is left to follow, so that an alert that is not there has not come. */
const followed = async () => {
  await expect
    .poll(async () => (await app.stores.pool.query("SELECT FROM answer_outbox")).rowCount, { timeout: 15_000 })
    .toBe(0);
};

test("[V192] an answer that meets a rule raises one alert, with the answer and its map", async () => {
  const journeyId = await makeJourney(app.as("editor"), app.workspaceId, touchpointId);
  const rule = await make();
  const { responseId } = await answer(2, "Deux heures d’attente");
  await answer(2);
  await answer(10, "Parfait");
  await followed();
  expect(await list()).toEqual({
    hasMore: false,
    unseen: 1,
    alerts: [
      expect.objectContaining({
        ruleId: rule.id,
        ruleName: rule.name,
        touchpointId,
        place: { journeyId, placementId: "p" },
        answer: expect.objectContaining({ responseId, score: 2, metric: "nps", comment: "Deux heures d’attente" }),
        caseId: null,
        isMine: true,
        isSeen: false,
        doneAt: null,
      }),
    ],
  });
});

test("[V192] a suspicious answer raises none, nor does a rule that rests or looks elsewhere", async () => {
  const elsewhere = await makeTouchpoint(app.as("editor"), app.workspaceId);
  await make({ isActive: false });
  await make({ touchpointIds: [elsewhere.id] });
  await answer(0, "Nul");
  await followed();
  await make();
  await answer(0, "Achetez ici", survey.token, "https://spam.example");
  await followed();
  const { rows } = await app.stores.pool.query("SELECT FROM response WHERE suspicions = $1", [["hiddenField"]]);
  expect(rows).toHaveLength(1);
  expect((await list()).alerts).toEqual([]);
});

test("[V193] words, topics and signals are found where the comment has them", async () => {
  await make({ trigger: { kind: "answer", conditions: [{ kind: "words", anyOf: ["rembours*"] }] } });
  await make({ trigger: readyTriggers.leaving, name: "Il part" });
  const comment = "Je change de banque si je ne suis pas remboursé";
  await answer(5, comment);
  await answer(5, "Rien à dire");
  await followed();
  const { alerts } = await list();
  expect(alerts.map(({ ruleName }) => ruleName)).toContain("Un client mécontent l’a écrit");
  const words = alerts.find(({ ruleName }) => ruleName.startsWith("Un client"));
  expect(words?.answer?.spans.map(({ start, end }) => comment.slice(start, end))).toEqual(["remboursé"]);
});

test("[V194] a rule opens one case for an answer", async () => {
  await make({ opensCase: "urgent" });
  await answer(1, "Inadmissible");
  await followed();
  const [alert] = (await list()).alerts;
  const { rows } = await app.stores.pool.query("SELECT id, priority, response_id FROM customer_case");
  expect(rows).toEqual([{ id: alert?.caseId, priority: "urgent", response_id: alert?.answer?.responseId }]);
});

test("[V195] who is told, has it in their bell until they have seen it or it is done", async () => {
  const { user } = await app.as("viewer").call(getSession);
  await make({ roles: ["owner"], userIds: [user.id] });
  await answer(3, "Bof");
  await answer(4, "Bof bof");
  await followed();
  expect(await list({ mine: "true" }, "editor")).toMatchObject({ alerts: [], unseen: 0 });
  expect(await list({}, "editor")).toMatchObject({ alerts: [{ isMine: false }, { isMine: false }], unseen: 0 });
  const mine = await list({ mine: "true" }, "viewer");
  expect(mine).toMatchObject({ alerts: [{ isMine: true }, { isMine: true }], unseen: 2 });
  const [newer, older] = mine.alerts;
  const see = (alertIds: string[]) => app.call(api.seeAlerts, { params: inWorkspace(), body: { alertIds } }, "viewer");
  await see([newer!.id]);
  await see([newer!.id]);
  expect((await list({ mine: "true" }, "viewer")).alerts.map(({ isSeen }) => isSeen)).toEqual([true, false]);
  await app.call(api.settleAlert, { params: { alertId: older!.id }, body: { isDone: true } }, "contributor");
  expect(await list({ mine: "true" }, "viewer")).toMatchObject({ unseen: 0 });
  expect(await list({ state: "done" })).toMatchObject({ alerts: [{ id: older!.id, doneBy: "contributor" }] });
  expect(await list({ state: "open" })).toMatchObject({ alerts: [{ id: newer!.id }] });
  await app.call(api.settleAlert, { params: { alertId: older!.id }, body: { isDone: false } }, "contributor");
  expect(await list({ mine: "true" }, "viewer")).toMatchObject({ unseen: 1 });
});

test("[V196] a preview says what would have been raised, and raises nothing", async () => {
  await answer(1, "Trop cher");
  await answer(2, "Trop lent");
  await answer(9, "Bien");
  await followed();
  const preview = await app.call(
    api.previewAlertRule,
    { params: inWorkspace(), body: { trigger: readyTriggers.detractor, touchpointIds: [touchpointId], surveyIds: [] } },
    "viewer",
  );
  expect(preview).toMatchObject({
    looked: 3,
    raised: 2,
    isCut: false,
    answers: [{ comment: "Trop lent" }, { comment: "Trop cher" }],
  });
  expect((await list()).alerts).toEqual([]);
});

test("[V197] a rule is changed, counted, and deleted without what it raised", async () => {
  const rule = await make();
  await answer(0, "Nul");
  await followed();
  await followed();
  const changed = await app.call(
    api.updateAlertRule,
    { params: { ruleId: rule.id }, body: { name: "Détracteur", opensCase: "high" } },
    "editor",
  );
  expect(changed).toMatchObject({ ...rule, name: "Détracteur", opensCase: "high" });
  const { rules } = await app.call(api.listAlertRules, { params: inWorkspace() });
  expect(rules).toMatchObject([{ name: "Détracteur", recentAlerts: 1, lastAlertAt: expect.any(String) }]);
  await app.call(api.deleteAlertRule, { params: { ruleId: rule.id } }, "editor");
  expect((await list()).alerts).toMatchObject([{ ruleId: null, ruleName: rule.name }]);
});

test("[V197] what cannot be watched or told is refused with where", async () => {
  const refused = expect.objectContaining({ code: "invalid_input" });
  await expect(make({ touchpointIds: [randomUUID()] })).rejects.toEqual(refused);
  await expect(make({ surveyIds: [randomUUID()] })).rejects.toEqual(refused);
  await expect(make({ userIds: ["nobody"] })).rejects.toEqual(refused);
  await expect(make({ trigger: { kind: "answer", conditions: [{ kind: "words", anyOf: ["••"] }] } })).rejects.toEqual(
    refused,
  );
  await expect(
    make({
      trigger: { kind: "answer", conditions: [{ kind: "score", metric: "nps", atLeast: null, atMost: null }] },
    }),
  ).rejects.toEqual(refused);
});

test("[V198] an answer that is erased takes its alerts with it", async () => {
  await make();
  await answer(0, "Je m’appelle Jeanne");
  await followed();
  expect((await list()).alerts).toHaveLength(1);
  await app.stores.pool.query("DELETE FROM response");
  expect((await list()).alerts).toEqual([]);
});
