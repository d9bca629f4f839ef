import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { acceptEvents, createCustomers, identify } from "#activity/index.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import * as api from "../../api.ts";
import { AskingPolicy, AskingRules, type AskingTrigger } from "../../asking/model.ts";
import { deleteExpired } from "../retention.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";
import { fillIn, linksOf, someone } from "./asking.testing.ts";
import { takeUp, type TriggerDeps } from "./take-up.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** A Tuesday, 11:00 in Paris. */
const tuesday = Date.parse("2026-03-10T10:00:00Z");

let clock = tuesday;
let sink: MailSink;
let app: TestApp;
let deps: TriggerDeps;
let place: { id: string; key: string };
beforeAll(async () => {
  sink = await mailSink();
  app = await testApp({ env: { SMTP_URL: sink.url, MAIL_FROM: "cx@example.com" }, now: () => new Date(clock) });
  const { db, clickhouse } = app.stores;
  deps = {
    db,
    now: () => new Date(clock),
    senders: { email: async () => undefined, phone: null },
    customers: createCustomers({ db, clickhouse }),
    onInvited: () => undefined,
  };
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  clock = tuesday;
  place = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const policy = AskingPolicy.parse({ quarantineDays: 0 });
  await app.call(api.setAskingPolicy, { params: { workspaceId: app.workspaceId }, body: policy }, "editor");
});

async function make(rules: Partial<AskingRules> = {}, part: Parameters<typeof makeSurvey>[2] = {}) {
  const survey = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId: place.id }, part);
  const body = AskingRules.parse(rules);
  await app.call(api.setAskingRules, { params: { surveyId: survey.id }, body }, "editor");
  return { surveyId: survey.id };
}
const afterDays = (days: number): AskingTrigger => ({
  when: { kind: "contact", touchpoint: place.key, afterHours: days * 24 },
  channel: "email",
  share: 1,
});
const monthly: AskingTrigger = { when: { kind: "everyone", every: "month" }, channel: "email", share: 1 };
const ask = (params: { surveyId: string }, trigger: AskingTrigger, includesPast = false) =>
  app.call(api.createTrigger, { params, body: { ...trigger, includesPast } }, "editor");
const told = (params: { surveyId: string }) => app.call(api.listTriggers, { params }, "contributor");
const invited = async (params: { surveyId: string }) =>
  (await app.call(api.listInvitations, { params, query: {} }, "contributor")).invitations;
const why = async (value: string) => {
  const query = { kind: "email", value };
  return (await app.call(api.explainAsking, { params: { workspaceId: app.workspaceId }, query }, "editor")).decisions;
};

/** Somebody at the touchpoint, whose address was kept in clear unless it is said otherwise. */
async function meet(email: string, { at = clock, isHashed = false } = {}): Promise<void> {
  const { db, pool } = app.stores;
  const [known] = await identify(db, app.workspaceId, [{ kind: "email", value: email }]);
  const identifiers = known === undefined ? [] : [isHashed ? known : { ...known, value: email, isHashed: false }];
  const event = { kind: "contact" as const, touchpoint: place.key, at, identifiers, metric: "", score: 0, comment: "" };
  const properties = { store: "Lyon" };
  await acceptEvents(db, [{ ...event, id: randomUUID(), workspaceId: app.workspaceId, properties }]);
  const waiting = async () => (await pool.query("SELECT FROM event_inbox")).rowCount;
  await expect.poll(waiting, { timeout: 20_000 }).toBe(0);
}

test("[V320, V321] days after a contact its person is asked, once, also over restarts and by several processes", async () => {
  const survey = await make();
  const [early, ada, bob] = [someone(), someone(), someone()];
  await meet(early, { at: clock - hour });
  await ask(survey, afterDays(3));
  clock += hour;
  await meet(ada);
  await takeUp(deps);
  expect(await invited(survey)).toEqual([]);
  clock += 3 * day;
  await meet(bob);
  await Promise.all([takeUp(deps), takeUp(deps), takeUp(deps)]);
  expect(await invited(survey)).toMatchObject([{ address: ada }]);
  await expect.poll(() => sink.to(ada).length, { timeout: 20_000 }).toBe(1);

  const [link = ""] = linksOf(sink.to(ada)[0]?.text, app.url);
  await fillIn(link, { q_nps: "9" });
  // As after a restart that has lost where it was.
  await app.stores.pool.query("UPDATE asking_trigger SET looked_until = since");
  await takeUp(deps);
  expect(await invited(survey)).toMatchObject([{ address: ada, state: "answered" }]);
  const { rows } = await app.stores.pool.query("SELECT properties FROM response WHERE survey_id = $1", [
    survey.surveyId,
  ]);
  expect(rows).toEqual([{ properties: { store: "Lyon" } }]);
  expect(await told(survey)).toMatchObject([{ invited: 1, sent: 1, answered: 1, left: [] }]);
  expect(await why(ada)).toMatchObject([{ outcome: "asked", trigger: { when: { afterHours: 72 } } }]);
});

test("[V320] contacts told of late are asked about while the survey's patience lasts", async () => {
  const survey = await make({ patienceDays: 7 });
  const [late, tooLate] = [someone(), someone()];
  await ask(survey, afterDays(1));
  const [first, second] = [clock, clock + 4 * day];
  clock += 10 * day;
  await takeUp(deps);
  await meet(tooLate, { at: first });
  await meet(late, { at: second });
  await takeUp(deps);
  expect(await invited(survey)).toMatchObject([{ address: late }]);
});

test("[V322] nothing is asked about the past, nor about what was during a pause, unless it is told", async () => {
  const [survey, other] = [await make(), await make()];
  const [before, paused, after] = [someone(), someone(), someone()];
  await meet(before, { at: clock - 2 * day });
  const { id: triggerId } = await ask(survey, afterDays(1));
  await ask(other, afterDays(1), true);
  const pause = (isPaused: boolean) =>
    app.call(api.updateTrigger, { params: { triggerId }, body: { isPaused } }, "editor");
  expect(await pause(true)).toMatchObject({ isPaused: true });
  clock += day;
  await meet(paused);
  clock += 2 * day;
  await takeUp(deps);
  await pause(false);
  await meet(after);
  clock += day;
  await takeUp(deps);
  expect(await invited(survey)).toMatchObject([{ address: after }]);
  expect(new Set((await invited(other)).map(({ address }) => address))).toEqual(new Set([before, paused, after]));
  await app.call(api.deleteTrigger, { params: { triggerId } }, "editor");
  expect(await told(survey)).toEqual([]);
  const unnamed = async () => (await why(after)).map(({ trigger }) => trigger).filter((trigger) => trigger === null);
  await expect
    .poll(async () => [(await why(after)).length, (await unnamed()).length], { timeout: 20_000 })
    .toEqual([2, 1]);
});

test("[V323] whom a trigger leaves out is in the ledger with the reason", async () => {
  const [survey, drawn, closed] = [await make(), await make(), await make({}, { state: "draft" })];
  const [ada, bob] = [someone(), someone()];
  await ask(survey, afterDays(0));
  await ask(drawn, { ...afterDays(0), share: 0.001 });
  await ask(closed, afterDays(0));
  await meet(ada);
  await meet(ada);
  await meet(bob, { isHashed: true });
  await takeUp(deps);
  const of = async (person: string, { surveyId }: { surveyId: string }) =>
    (await why(person)).filter((one) => one.surveyId === surveyId).map(({ reason }) => reason);
  expect([await of(ada, drawn), await of(bob, survey), await of(bob, closed)]).toEqual([
    ["notSampled", "notSampled"],
    ["noAddress"],
    ["surveyClosed"],
  ]);
  expect(await of(ada, survey)).toContain("alreadyInvited");
  expect(await told(survey)).toMatchObject([
    { invited: 1, left: [{ reason: "alreadyInvited", count: 1 }, { reason: "noAddress" }] },
  ]);
  await app.call(api.erasePerson, {
    params: { workspaceId: app.workspaceId },
    query: { kind: "email", value: bob },
  });
  expect(await why(bob)).toEqual([]);
});

test("[V324] of everybody a share is asked once in a period, from the next one on unless it is told", async () => {
  const [survey, atOnce] = [await make(), await make()];
  const ada = someone();
  await meet(ada);
  await ask(survey, monthly);
  await ask(atOnce, monthly, true);
  const of = async (asked: { surveyId: string }) =>
    (await invited(asked)).filter(({ address }) => address === ada).map(({ state }) => state);
  await Promise.all([takeUp(deps), takeUp(deps)]);
  await takeUp(deps);
  expect([await of(survey), (await of(atOnce)).length]).toEqual([[], 1]);
  clock = Date.parse("2026-04-01T08:00:00Z");
  await takeUp(deps);
  await takeUp(deps);
  expect(await of(survey)).toHaveLength(1);
  // The first link is still open.
  expect(await of(atOnce)).toHaveLength(1);
});

test("[V325] a preview says whom it would have asked in the last thirty days, and why not the others", async () => {
  const survey = await make();
  const policy = AskingPolicy.parse({ quarantineDays: 90 });
  await app.call(api.setAskingPolicy, { params: { workspaceId: app.workspaceId }, body: policy }, "editor");
  const [ada, bob, cleo] = [someone(), someone(), someone()];
  await meet(ada, { at: clock - 40 * day });
  await meet(ada, { at: clock - 20 * day });
  await meet(ada, { at: clock - 10 * day });
  await meet(bob, { at: clock - 5 * day });
  await meet(cleo, { at: clock - 5 * day, isHashed: true });
  const preview = (trigger: AskingTrigger) => app.call(api.previewTrigger, { params: survey, body: trigger }, "editor");
  expect(await preview(afterDays(1))).toEqual({
    seen: 4,
    isAll: true,
    asked: 2,
    left: [
      { reason: "quarantined", count: 1 },
      { reason: "noAddress", count: 1 },
    ],
    people: null,
  });
  expect(await preview({ ...afterDays(1), share: 0.001 })).toMatchObject({ asked: 0 });
  const { seen, people, isAll } = await preview(monthly);
  expect([seen, isAll]).toEqual([people, true]);
  expect(await invited(survey)).toEqual([]);
});

test("[V326] only what is set up, and is there, can be asked by; nobody reaches another workspace's triggers", async () => {
  const survey = await make();
  await expect(ask(survey, { ...afterDays(1), channel: "phone" })).rejects.toMatchObject({ code: "conflict" });
  const elsewhere: AskingTrigger = { ...monthly, when: { kind: "contact", touchpoint: "nowhere", afterHours: 1 } };
  await expect(ask(survey, elsewhere)).rejects.toMatchObject({ code: "invalid_input" });
  const { id: triggerId } = await ask(survey, monthly);
  for (const call of [
    () => app.call(api.listTriggers, { params: survey }, "outsider"),
    () => app.call(api.previewTrigger, { params: survey, body: monthly }, "outsider"),
    () => app.call(api.deleteTrigger, { params: { triggerId } }, "outsider"),
  ])
    await expect(call()).rejects.toMatchObject({ code: "not_found" });
});

test("[V330] an address is erased with what its survey no longer keeps; quarantine and the ledger still know the person", async () => {
  const [survey, forever] = [await make({ linkDays: 5 }, { retentionDays: 30 }), await make({ linkDays: 5 })];
  const ada = someone();
  const invite = (params: { surveyId: string }) =>
    app.call(api.invite, { params, body: { recipients: [{ email: ada, properties: { store: "Lyon" } }] } }, "editor");
  await invite(survey);
  await invite(forever);
  await expect.poll(() => sink.to(ada).length, { timeout: 20_000 }).toBe(2);
  const links = sink.to(ada).map(({ text }) => linksOf(text, app.url)[0] ?? "");
  await Promise.all(links.map((link) => fillIn(link, { q_nps: "9" })));
  const clean = (days: number) => deleteExpired({ ...app.stores, now: () => new Date(tuesday + days * day) });
  await clean(29);
  expect(await invited(survey)).toMatchObject([{ address: ada }]);
  await clean(31);
  expect([await invited(survey), await invited(forever)]).toMatchObject([[{ address: null }], [{ address: ada }]]);
  const { rows } = await app.stores.pool.query("SELECT properties FROM survey_invitation WHERE survey_id = $1", [
    survey.surveyId,
  ]);
  expect(rows).toEqual([{ properties: {} }]);
  expect((await why(ada)).map(({ surveyId }) => surveyId)).toContain(survey.surveyId);
  const policy = AskingPolicy.parse({ quarantineDays: 90 });
  await app.call(api.setAskingPolicy, { params: { workspaceId: app.workspaceId }, body: policy }, "editor");
  const next = await make();
  clock += 31 * day;
  await invite(next);
  await expect.poll(() => invited(next), { timeout: 20_000 }).toMatchObject([{ reason: "quarantined" }]);
});
