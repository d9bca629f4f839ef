import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getDashboard } from "#insight/api.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import * as api from "../../api.ts";
import type { AlertRuleDraft } from "../../alerts/model.ts";
import { AskingPolicy } from "../../asking/model.ts";
import type { Verdict } from "../../suspicious/model.ts";
import { linksOf, someone } from "../asking/asking.testing.ts";
import { makeJourney, makeSurvey, makeTouchpoint } from "../voice.testing.ts";

let app: TestApp;
let sink: MailSink;
let touchpoint: { id: string; key: string };
beforeAll(async () => {
  sink = await mailSink();
  app = await testApp({ env: { SMTP_URL: sink.url, MAIL_FROM: "cx@example.com" } });
  touchpoint = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const atAnyHour = AskingPolicy.parse({ quietHours: null, quietDays: [], holidays: null });
  await app.call(api.setAskingPolicy, { params: params(), body: atAnyHour }, "editor");
});
afterAll(async () => {
  await app.close();
  await sink.close();
});

const make = () => makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId: touchpoint.id });
type Given = Partial<RouteBody<typeof api.answerSurvey>>;
const answer = (token: string, given: Given = {}) =>
  app.call(
    api.answerSurvey,
    { params: { token }, body: { attempt: randomUUID(), answers: { nps: 2, why: "Trop long" }, ...given } },
    "anonymous",
  );
const bot = { website: "https://spam.example" };
const params = () => ({ workspaceId: app.workspaceId });
const list = (surveyId: string, state: "undecided" | Verdict = "undecided") =>
  app.call(api.listSuspicious, { params: params(), query: { surveyId, state } }, "editor");
const judge = (answerIds: string[], verdict: Verdict | null) =>
  app.call(api.judgeSuspicious, { params: params(), body: { answerIds, verdict } }, "editor");
const scoresOf = async (id: string): Promise<number[]> => {
  const result = await app.stores.clickhouse.query({
    query: "SELECT score FROM event WHERE event_id = {id:UUID}",
    query_params: { id },
    format: "JSONEachRow",
  });
  return (await result.json<{ score: number }>()).map(({ score }) => score);
};
const counts = async (surveyId: string) => {
  const { answers, suspicious } = await app.call(api.getSurvey, { params: { surveyId } });
  return { answers, suspicious };
};

test("[V167] an accepted answer counts with all that follows, until that is taken back", async () => {
  const survey = await make();
  const rule: AlertRuleDraft = {
    name: "Suspecte",
    isActive: true,
    trigger: { kind: "answer", conditions: [] },
    touchpointIds: [],
    surveyIds: [survey.id],
    roles: ["editor"],
    userIds: [],
    byMail: false,
    webhookIds: [],
    opensCase: null,
  };
  await app.call(api.createAlertRule, { params: params(), body: rule }, "editor");
  const { responseId } = await answer(survey.token, bot);
  expect(await list(survey.id)).toMatchObject({
    answers: [{ id: responseId, score: 2, comment: "Trop long", suspicions: ["hiddenField"], decidedBy: null }],
    counts: { undecided: 1, accepted: 0, rejected: 0 },
  });
  const alerts = async () => {
    const raised = await app.call(api.listAlerts, { params: params(), query: {} });
    return raised.alerts.filter(({ ruleName }) => ruleName === "Suspecte").length;
  };

  expect(await judge([responseId], "accepted")).toEqual({ judged: [responseId], answeredSince: [] });
  await expect.poll(() => scoresOf(responseId), { timeout: 15_000 }).toEqual([2]);
  await expect.poll(alerts, { timeout: 15_000 }).toBe(1);
  expect(await counts(survey.id)).toEqual({ answers: 1, suspicious: 0 });

  await judge([responseId], null);
  expect(await scoresOf(responseId)).toEqual([]);
  expect(await counts(survey.id)).toEqual({ answers: 0, suspicious: 1 });
  const [shown] = (await list(survey.id)).answers;
  expect(shown).toMatchObject({ verdict: null, decidedBy: "editor" });

  // Accepted once more, it counts once more, and nobody is alarmed twice.
  await judge([responseId], "accepted");
  await expect.poll(() => scoresOf(responseId), { timeout: 15_000 }).toEqual([2]);
  expect(await alerts()).toBe(1);
});

test("[V167] what is taken back while it is still on its way into the store does not arrive", async () => {
  const survey = await make();
  const { responseId } = await answer(survey.token, bot);
  await judge([responseId], "accepted");
  await judge([responseId], "rejected");
  await expect
    .poll(async () => (await app.stores.pool.query("SELECT FROM event_inbox")).rowCount, { timeout: 15_000 })
    .toBe(0);
  expect(await scoresOf(responseId)).toEqual([]);
});

test("[V168] many are judged at once, and who decided what is kept", async () => {
  const survey = await make();
  const ids = await Promise.all([1, 2, 3].map(async () => (await answer(survey.token, bot)).responseId));
  const counted = await answer(survey.token);
  const judged = await judge([...ids, counted.responseId, randomUUID()], "rejected");
  // What is not suspicious is not judged, nor what is not there.
  expect(new Set(judged.judged)).toEqual(new Set(ids));
  expect((await judge(ids, "rejected")).judged).toEqual([]);
  await judge(ids.slice(0, 1), "accepted");
  expect(await list(survey.id, "rejected")).toMatchObject({
    answers: [{ verdict: "rejected", decidedBy: "editor" }, { verdict: "rejected" }],
    counts: { undecided: 0, accepted: 1, rejected: 2 },
  });
  const { rows } = await app.stores.pool.query(
    "SELECT verdict FROM answer_verdict WHERE response_id = $1 ORDER BY id",
    ids.slice(0, 1),
  );
  expect(rows.map(({ verdict }) => verdict)).toEqual(["rejected", "accepted"]);
});

/** The token of a new invitation's link, as its letter has it. */
async function invited(surveyId: string): Promise<string> {
  const email = someone();
  await app.call(api.invite, { params: { surveyId }, body: { recipients: [{ email }] } }, "editor");
  await expect.poll(() => sink.to(email).length, { timeout: 20_000 }).toBe(1);
  const [link = ""] = linksOf(sink.to(email)[0]?.text, app.url);
  return new URL(link).pathname.split("/").at(-1) ?? "";
}
const stateOf = async (surveyId: string) => {
  const { invitations } = await app.call(api.listInvitations, { params: { surveyId }, query: {} }, "editor");
  return invitations[0]?.state;
};

test("[V169] a suspicious answer leaves an invitation's link to the person, whose own answer then stands", async () => {
  const survey = await make();
  const token = await invited(survey.id);
  const scanner = await answer(token, { answers: { nps: 0 }, ...bot });
  expect(await stateOf(survey.id)).toBe("sent");
  const person = await answer(token, { answers: { nps: 9 } });
  expect(person.responseId).not.toBe(scanner.responseId);
  expect(await stateOf(survey.id)).toBe("answered");
  expect(await counts(survey.id)).toEqual({ answers: 1, suspicious: 1 });
  expect(await judge([scanner.responseId], "accepted")).toEqual({ judged: [], answeredSince: [scanner.responseId] });
  expect(await counts(survey.id)).toEqual({ answers: 1, suspicious: 1 });
});

test("[V169] accepted, it uses the link up; taken back, the link can be answered again", async () => {
  const survey = await make();
  const token = await invited(survey.id);
  const { responseId } = await answer(token, { answers: { nps: 7 }, took: 100 });
  await judge([responseId], "accepted");
  expect(await stateOf(survey.id)).toBe("answered");
  await expect(answer(token, { answers: { nps: 1 } })).rejects.toMatchObject({ code: "gone" });
  await judge([responseId], null);
  expect(await answer(token, { answers: { nps: 8 } })).toMatchObject({ isNew: true });
  expect(await counts(survey.id)).toEqual({ answers: 1, suspicious: 1 });
});

test("[V174] a dashboard tells how many answers its figures leave out, until they are judged", async () => {
  const elsewhere = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const journeyId = await makeJourney(app.as("editor"), app.workspaceId, elsewhere.id);
  const here = { workspaceId: app.workspaceId, touchpointId: elsewhere.id };
  const survey = await makeSurvey(app.as("editor"), here, { name: "Ici" });
  const ofRelation = await makeSurvey(app.as("editor"), here, { relation: "relational" });
  const { responseId } = await answer(survey.token, bot);
  await answer(survey.token, bot);
  await answer(ofRelation.token, bot);
  await answer((await make()).token, bot);
  const apart = async (query: object = {}) => {
    const board = await app.call(getDashboard, { params: { journeyId }, query }, "viewer");
    return board.apart.toSorted((a, b) => b.n - a.n);
  };
  expect(await apart()).toEqual([
    { relation: "transactional", metric: "nps", n: 2 },
    { relation: "relational", metric: "nps", n: 1 },
  ]);
  expect(await apart({ filter: ["survey:Ici", "way:api"] })).toMatchObject([{ relation: "transactional", n: 2 }]);
  expect(await apart({ from: "2020-01-01", to: "2020-12-31" })).toEqual([]);
  await judge([responseId], "accepted");
  expect(await apart()).toMatchObject([{ n: 1 }, { n: 1 }]);
});
