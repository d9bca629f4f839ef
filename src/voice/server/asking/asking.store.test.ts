import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ask } from "#platform/ask.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import { type SmsSink, smsSink } from "#testing/sms-sink.ts";
import * as api from "../../api.ts";
import { AskingPolicy, AskingRules, type Recipient } from "../../asking/model.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";
import { fillIn, linksOf, someone } from "./asking.testing.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** A Tuesday, 11:00 in Paris. */
const tuesday = Date.parse("2026-03-10T10:00:00Z");

let clock = tuesday;
let sink: MailSink;
let phones: SmsSink;
let app: TestApp;
let touchpointId: string;
const refusals = new Map<string, number>();
beforeAll(async () => {
  sink = await mailSink((address) => refusals.get(address) ?? null);
  phones = await smsSink();
  const env = { SMTP_URL: sink.url, MAIL_FROM: "cx@example.com", SMS_URL: phones.url, SMS_FROM: "Parcours" };
  app = await testApp({ env, now: () => new Date(clock) });
  ({ id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId));
});
afterAll(async () => {
  await app.close();
  await sink.close();
  await phones.close();
});
beforeEach(async () => {
  clock = tuesday;
  await setPolicy({});
});

const params = () => ({ workspaceId: app.workspaceId });
const setPolicy = (policy: Partial<AskingPolicy>) =>
  app.call(api.setAskingPolicy, { params: params(), body: AskingPolicy.parse(policy) }, "editor");
const setRules = (surveyId: string, rules: Partial<AskingRules>) =>
  app.call(api.setAskingRules, { params: { surveyId }, body: AskingRules.parse(rules) }, "editor");
async function make(rules: Partial<AskingRules> = {}, part: Parameters<typeof makeSurvey>[2] = {}) {
  const survey = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId }, part);
  await setRules(survey.id, rules);
  return survey;
}
const invite = (surveyId: string, ...recipients: Recipient[]) =>
  app.call(api.invite, { params: { surveyId }, body: { recipients } }, "editor");
const invitations = async (surveyId: string) => {
  const { invitations: found } = await app.call(
    api.listInvitations,
    { params: { surveyId }, query: {} },
    "contributor",
  );
  return found;
};
const states = async (surveyId: string) => (await invitations(surveyId)).map(({ state }) => state).toSorted();
/** Once nothing is left to be done now: what the only invitation of a survey came to. */
const settled = async (surveyId: string) => {
  await expect
    .poll(
      async () => {
        const found = await invitations(surveyId);
        return found.every(({ state, dueAt }) => state !== "sending" && (dueAt === null || Date.parse(dueAt) > clock));
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  const [only] = await invitations(surveyId);
  return only ?? expect.fail("nobody is invited");
};
const decisions = async (value: string) => {
  const told = await app.call(api.explainAsking, { params: params(), query: { kind: "email", value } }, "editor");
  return told.decisions;
};
const linksIn = (address: string) => linksOf(sink.to(address)[0]?.text, app.url);

test("[V101] somebody invited is sent the question, and their answer is theirs, once", async () => {
  const survey = await make();
  const ada = someone();
  expect(await invite(survey.id, { email: ada, language: "en", properties: { store: "Lyon" } })).toEqual({
    invited: 1,
    alreadyInvited: 0,
  });
  expect(await settled(survey.id)).toMatchObject({ state: "sent", address: ada });
  const [letter] = sink.to(ada);
  expect(letter?.subject).toBe("Would you recommend us?");
  const nine = linksIn(ada)[9] ?? "";
  expect(await (await fetch(nine)).text()).toMatch(/value="9"[^>]* checked/);
  expect(await invitations(survey.id)).toMatchObject([{ state: "sent", answeredAt: null }]);

  expect((await fillIn(nine, { q_nps: "9" })).status).toBe(200);
  expect(await invitations(survey.id)).toMatchObject([{ state: "answered", dueAt: null }]);
  // Forwarded, or pressed again, it is used up.
  expect((await fetch(nine)).status).toBe(410);
  await app.call(
    api.answerSurvey,
    {
      params: { token: new URL(nine).pathname.split("/").at(-1) ?? "" },
      body: { attempt: randomUUID(), answers: { nps: 0 } },
    },
    "anonymous",
  );
  const { rows } = await app.stores.pool.query("SELECT * FROM response WHERE survey_id = $1", [survey.id]);
  expect(rows).toMatchObject([{ score: 9, way: "email", language: "en", properties: { store: "Lyon" } }]);
  const known = await app.stores.pool.query("SELECT person_ref FROM survey_invitation WHERE survey_id = $1", [
    survey.id,
  ]);
  expect(rows[0].person).toEqual({ kind: "email", ref: known.rows[0].person_ref });
});

test("[V103] a link that was not signed here, or for something else, leads nowhere", async () => {
  const survey = await make();
  const ada = someone();
  await invite(survey.id, { email: ada });
  await settled(survey.id);
  const [first = ""] = linksIn(ada);
  const token = new URL(first).pathname.split("/").at(-1) ?? "";
  const stop = new URL(linksIn(ada).at(-1) ?? "").pathname.split("/").at(-1) ?? "";
  const [year = "", id = "", signed = ""] = token.split(".");
  const other = Buffer.from(randomUUID().replaceAll("-", ""), "hex").toString("base64url");
  const turned = signed.startsWith("A") ? `B${signed.slice(1)}` : `A${signed.slice(1)}`;
  for (const forged of [stop, `${year}.${other}.${signed}`, `${year}.${id}.${turned}`, `99.${id}.${signed}`])
    expect((await fetch(`${app.url}/s/${forged}`)).status).toBe(404);
  expect((await fetch(`${app.url}/stop/${token}`)).status).toBe(404);
  expect((await fetch(`${app.url}/s/${token}`)).status).toBe(200);
});

test("[V104] an open link may say who answers only where the survey trusts it", async () => {
  const survey = await make();
  const claim = () =>
    app.call(
      api.answerSurvey,
      {
        params: { token: survey.token },
        body: { attempt: randomUUID(), answers: { nps: 1 }, person: { kind: "email", value: "ada@example.com" } },
      },
      "anonymous",
    );
  await expect(claim()).rejects.toMatchObject({
    code: "invalid_input",
    issues: [{ path: "person", code: "untrusted" }],
  });
  await setRules(survey.id, { trustsLink: true });
  expect(await claim()).toMatchObject({ isNew: true });
});

test("[V105] who has an open invitation gets no other of that survey", async () => {
  const survey = await make();
  const [ada, bob] = [someone(), someone()];
  await invite(survey.id, { email: ada });
  expect(await invite(survey.id, { email: ada.toUpperCase() }, { email: bob })).toEqual({
    invited: 1,
    alreadyInvited: 1,
  });
  await settled(survey.id);
  expect([sink.to(ada).length, sink.to(bob).length]).toEqual([1, 1]);
});

test("[V43, V105] only an open survey invites, and one that has is not deleted: whom it asked would be forgotten", async () => {
  const draft = await make({}, { state: "draft" });
  await expect(invite(draft.id, { email: someone() })).rejects.toMatchObject({ code: "conflict" });
  const survey = await make();
  await invite(survey.id, { email: someone() });
  const removal = app.call(api.deleteSurvey, { params: { surveyId: survey.id } }, "editor");
  await expect(removal).rejects.toMatchObject({ code: "conflict" });
});

test("[V111] a text message asks like a letter does, with a link to answer and one to hear no more", async () => {
  const survey = await make();
  await invite(survey.id, { phone: "+33612345678", language: "fr" });
  expect(await settled(survey.id)).toMatchObject({ state: "sent", channel: "phone" });
  const [message] = phones.messages;
  expect(message).toMatchObject({ to: "+33612345678", text: expect.stringContaining("Nous recommanderiez-vous ?") });
  const [answer = "", stop = ""] = linksOf(message?.text, app.url);
  expect((await fillIn(answer, { q_nps: "10" })).status).toBe(200);
  expect((await fetch(stop)).status).toBe(200);
  const { rows } = await app.stores.pool.query("SELECT way, person FROM response WHERE survey_id = $1", [survey.id]);
  expect(rows).toMatchObject([{ way: "sms", person: { kind: "phone" } }]);
});

test("[V106] who wants to hear no more is asked no more, by any survey; a link that is only followed changes nothing", async () => {
  const [first, second] = [await make(), await make()];
  const ada = someone();
  await setPolicy({ quarantineDays: 0 });
  await invite(first.id, { email: ada });
  await settled(first.id);
  const stop = linksIn(ada).at(-1) ?? "";
  expect(sink.to(ada)[0]?.headers.get("list")).toMatchObject({
    unsubscribe: { url: expect.stringContaining("/stop/") },
  });
  expect(await (await fetch(stop)).text()).toContain("<button>");
  expect(await invitations(first.id)).toMatchObject([{ state: "sent" }]);
  // As a mail program does it, RFC 8058.
  const oneClick = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  expect((await fetch(stop, { method: "POST", body: oneClick })).status).toBe(200);
  expect(await invitations(first.id)).toMatchObject([{ state: "optedOut" }]);
  await invite(second.id, { email: ada });
  expect(await settled(second.id)).toMatchObject({ state: "optedOut", reason: "optedOut" });
  expect(sink.to(ada)).toHaveLength(1);
  expect(await decisions(ada)).toMatchObject([{ outcome: "notAsked", reason: "optedOut" }, { outcome: "asked" }]);
});

test("[V107] a letter that is refused for now is tried again, one refused for good is not; neither puts in quarantine", async () => {
  const [survey, other] = [await make(), await make()];
  const [ada, bob] = [someone(), someone()];
  refusals.set(ada, 451).set(bob, 550);
  await invite(survey.id, { email: ada });
  expect(await settled(survey.id)).toMatchObject({ state: "waiting" });
  refusals.delete(ada);
  clock += hour;
  expect(await settled(survey.id)).toMatchObject({ state: "sent" });
  expect(sink.to(ada)).toHaveLength(1);

  await invite(other.id, { email: bob });
  expect(await settled(other.id)).toMatchObject({ state: "failed", reason: expect.stringContaining("not taken") });
  expect(await decisions(bob)).toMatchObject([{ outcome: "asked", failure: expect.any(String) }]);
  refusals.delete(bob);
  const third = await make();
  await invite(third.id, { email: bob });
  expect(await settled(third.id)).toMatchObject({ state: "sent" });
});

test("[V108] what was cut off while it was sent is not sent again", async () => {
  const survey = await make();
  const ada = someone();
  await invite(survey.id, { email: ada });
  await settled(survey.id);
  await app.stores.pool.query(
    "UPDATE survey_invitation SET state = 'sending', sent_at = NULL, sending_since = $2, due_at = NULL WHERE survey_id = $1",
    [survey.id, new Date(clock)],
  );
  clock += hour;
  await expect
    .poll(() => invitations(survey.id), { timeout: 20_000 })
    .toMatchObject([{ state: "failed", reason: "interrupted" }]);
  expect(sink.to(ada)).toHaveLength(1);
});

test("[V109, V329] reminders go to who has not answered, as often as is said, until the link ends", async () => {
  const survey = await make({ reminders: 1, reminderDays: 3, linkDays: 10 });
  const [ada, bob, cleo] = [someone(), someone(), someone()];
  await invite(survey.id, { email: ada }, { email: bob }, { email: cleo });
  await settled(survey.id);
  await fillIn(linksIn(bob)[5] ?? "", { q_nps: "5" });
  // It waits to be judged.
  await fillIn(linksIn(cleo)[5] ?? "", { q_nps: "5", website: "https://spam.example" });
  clock += 3 * day;
  await settled(survey.id);
  await expect.poll(() => sink.to(ada).length).toBe(2);
  expect(sink.to(ada)[1]?.subject).toMatch(/^Reminder: /);
  clock += 7 * day;
  await settled(survey.id);
  expect(await states(survey.id)).toEqual(["answered", "expired", "expired"]);
  expect([ada, bob, cleo].map((address) => sink.to(address).length)).toEqual([2, 1, 1]);
  expect(await decisions(cleo)).toMatchObject([{ isReminder: true, reason: "answered" }, { outcome: "asked" }]);
  expect((await fetch(linksIn(ada)[5] ?? "")).status).toBe(410);
  const { surveys } = await app.call(api.listAsking, { params: params() }, "contributor");
  const rate = { channel: null, sent: 3, answered: 1, low: expect.closeTo(0.0615, 4), high: expect.closeTo(0.7923, 4) };
  expect(surveys.find(({ surveyId }) => surveyId === survey.id)).toMatchObject({
    counts: { invited: 3, sent: 3, answered: 1, waiting: 0 },
    responses: { rates: [rate], from: new Date(tuesday).toISOString() },
  });
});

test("[V122] the quarantine holds across surveys, and the ledger says so", async () => {
  const [first, second] = [await make(), await make({ patienceDays: 30 })];
  const ada = someone();
  await setPolicy({ quarantineDays: 10 });
  await invite(first.id, { email: ada });
  await settled(first.id);
  await invite(second.id, { email: ada });
  const waiting = await settled(second.id);
  const until = new Date(tuesday + 10 * day).toISOString();
  expect(waiting).toMatchObject({ state: "waiting", dueAt: until });
  expect(await decisions(ada.toUpperCase())).toMatchObject([
    { surveyId: second.id, outcome: "postponed", reason: "quarantined", until },
    { surveyId: first.id, outcome: "asked", reason: null },
  ]);
  clock = Date.parse(until);
  expect(await settled(second.id)).toMatchObject({ state: "sent" });
  expect(sink.to(ada)).toHaveLength(2);
});

test("[V125] at night nobody is written to: the letter waits for the morning of where they are", async () => {
  clock = Date.parse("2026-03-10T20:00:00Z");
  const survey = await make();
  const ada = someone();
  await invite(survey.id, { email: ada, timeZone: "Asia/Tokyo" });
  expect(await settled(survey.id)).toMatchObject({ dueAt: "2026-03-10T23:00:00.000Z" });
  expect(await decisions(ada)).toMatchObject([{ reason: "quietHours", until: "2026-03-10T23:00:00.000Z" }]);
  clock = Date.parse("2026-03-10T23:00:00Z");
  expect(await settled(survey.id)).toMatchObject({ state: "sent" });
});

test("[V121] a survey's quota for a day leaves the others for the next, and what waits can be taken back", async () => {
  const survey = await make({ mostPerDay: 2 });
  await invite(survey.id, ...[someone(), someone(), someone(), someone()].map((email) => ({ email })));
  await settled(survey.id);
  expect(await states(survey.id)).toEqual(["sent", "sent", "waiting", "waiting"]);
  expect(await app.call(api.withdrawInvitations, { params: { surveyId: survey.id } }, "editor")).toEqual({
    withdrawn: 2,
  });
});

test("[V110] nobody reads or writes another workspace's invitations", async () => {
  const survey = await make();
  for (const call of [
    () => app.call(api.listInvitations, { params: { surveyId: survey.id }, query: {} }, "outsider"),
    () =>
      app.call(
        api.invite,
        { params: { surveyId: survey.id }, body: { recipients: [{ email: someone() }] } },
        "outsider",
      ),
    () => app.call(api.explainAsking, { params: params(), query: { kind: "email", value: "a@b.fr" } }, "outsider"),
  ])
    await expect(call()).rejects.toMatchObject({ code: "not_found" });
  await expect(
    app.call(api.explainAsking, { params: params(), query: { kind: "email", value: "a@b.fr" } }, "contributor"),
  ).rejects.toMatchObject({ code: "not_allowed" });
});

test("[V112] all that is known of a person is given out, and erased, by any of their identifiers; who did it is kept", async () => {
  const survey = await make();
  const [ada, bob] = [someone(), someone()];
  await invite(survey.id, { email: ada }, { email: bob });
  await settled(survey.id);
  for (const person of [ada, bob]) await fillIn(linksIn(person)[3] ?? "", { q_nps: "3", q_why: `Je suis ${person}` });
  const inbox = async () => (await app.stores.pool.query("SELECT FROM event_inbox")).rowCount;
  await expect.poll(inbox, { timeout: 20_000 }).toBe(0);

  const query = { kind: "email", value: ada.toUpperCase() };
  const address = `/api/v1/workspaces/${app.workspaceId}/person?${new URLSearchParams(query).toString()}`;
  const response = await app.as("editor").fetch(address);
  expect(response.headers.get("content-disposition")).toContain("attachment");
  const file = await response.text();
  expect(JSON.parse(file)).toMatchObject({
    answers: [{ score: 3, comment: `Je suis ${ada}` }],
    events: [{ kind: "answer", score: 3 }],
    invitations: [{ address: ada, state: "answered" }],
    asking: { decisions: [{ outcome: "asked" }] },
  });
  expect(file).not.toContain(bob);

  const erase = () => app.call(api.erasePerson, { params: params(), query });
  await expect(app.call(api.erasePerson, { params: params(), query }, "editor")).rejects.toMatchObject({
    code: "not_allowed",
  });
  expect(await erase()).toMatchObject({ answers: 1, events: 1, invitations: 1 });
  await expect(erase()).rejects.toMatchObject({ code: "not_found" });
  expect((await app.as("editor").fetch(address)).status).toBe(404);
  const left = await app.stores.pool.query("SELECT comment FROM response WHERE survey_id = $1", [survey.id]);
  expect(left.rows).toEqual([{ comment: `Je suis ${bob}` }]);
  const acts = await app.call(api.listPersonActs, { params: params() }, "editor");
  expect(acts.slice(0, 2)).toMatchObject([
    { act: "erased", by: "owner", counts: { answers: 1 } },
    { act: "exported", by: "editor" },
  ]);
});

test("[V112] who wanted to hear no more and is erased is still not asked", async () => {
  const survey = await make();
  const ada = someone();
  await invite(survey.id, { email: ada });
  await settled(survey.id);
  await fetch(linksIn(ada).at(-1) ?? "", { method: "POST", body: new URLSearchParams() });
  await app.call(api.erasePerson, { params: params(), query: { kind: "email", value: ada } });
  await invite(survey.id, { email: ada });
  expect(await settled(survey.id)).toMatchObject({ state: "optedOut" });
  expect(sink.to(ada)).toHaveLength(1);
});

test("[V113] a contact counts at its touchpoint, and who was there is asked after the survey's delay", async () => {
  const { id, key } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const [survey, byHand] = [await make({ afterHours: 24 }, { touchpointId: id }), await make({}, { touchpointId: id })];
  const ada = someone();
  const body = { id: randomUUID(), touchpoint: key, person: { email: ada, properties: { store: "Lyon" } } };
  const tell = () => app.call(api.tellContact, { params: params(), body }, "editor");
  expect([await tell(), await tell()]).toEqual([{ invited: 1 }, { invited: 0 }]);
  expect(await invitations(survey.id)).toMatchObject([
    { state: "waiting", dueAt: new Date(tuesday + day).toISOString() },
  ]);
  expect(await invitations(byHand.id)).toEqual([]);
  clock += day;
  expect(await settled(survey.id)).toMatchObject({ state: "sent" });
  const contacts = "SELECT properties FROM event WHERE touchpoint_key = {key:String}";
  await expect
    .poll(() => ask(app.stores.clickhouse, contacts, { key }), { timeout: 20_000 })
    .toEqual([{ properties: { store: "Lyon" } }]);
  const elsewhere = app.call(api.tellContact, { params: params(), body: { ...body, touchpoint: "nowhere" } }, "editor");
  await expect(elsewhere).rejects.toMatchObject({ code: "invalid_input", issues: [{ path: "touchpoint" }] });
});
