import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { emailOf, type TestApp, testApp, type Visitor } from "#testing/app.ts";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import * as api from "../../api.ts";
import { AskingPolicy } from "../../asking/model.ts";
import { CaseSettings, type CaseDetails } from "../../cases/model.ts";
import { fillIn, linksOf, someone } from "../asking/asking.testing.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";

const hour = 3_600_000;
const day = 24 * hour;
const eventually = { timeout: 20_000 };
/** A Tuesday, 11:00 in Paris. */
const tuesday = Date.parse("2026-03-10T10:00:00Z");

let clock = tuesday;
let sink: MailSink;
let app: TestApp;
let surveyId: string;
const refusals = new Map<string, number>();
beforeAll(async () => {
  sink = await mailSink((address) => refusals.get(address) ?? null);
  const env = { SMTP_URL: sink.url, MAIL_FROM: "cx@example.com" };
  app = await testApp({ env, now: () => new Date(clock) });
  const { id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  ({ id: surveyId } = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId }));
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  clock = tuesday;
  await setPolicy({ quarantineDays: 0 });
  await saveSettings({});
});

const params = () => ({ workspaceId: app.workspaceId });
const setPolicy = (policy: Partial<AskingPolicy>) =>
  app.call(api.setAskingPolicy, { params: params(), body: AskingPolicy.parse(policy) }, "editor");
const saveSettings = (part: Partial<CaseSettings>) =>
  app.call(
    api.saveCaseSettings,
    { params: params(), body: { settings: CaseSettings.parse({ isAssigned: false, ...part }), agents: [] } },
    "editor",
  );
/** A case of somebody who was invited by e-mail and answered badly. */
async function openCase(email: string): Promise<CaseDetails> {
  const recipients = [{ email, language: "fr" }];
  await app.call(api.invite, { params: { surveyId }, body: { recipients } }, "editor");
  await expect.poll(() => sink.to(email).length, eventually).toBe(1);
  const [link = ""] = linksOf(sink.to(email)[0]?.text, app.url);
  await fillIn(link, { q_nps: "1", q_why: "Deux heures\nà la caisse" });
  const { rows } = await app.stores.pool.query("SELECT id FROM response ORDER BY received_at DESC LIMIT 1");
  const body = { title: "Attente", responseId: rows[0].id };
  return app.call(api.createCase, { params: params(), body }, "contributor");
}
const get = (caseId: string, as: Visitor = "contributor") => app.call(api.getCase, { params: { caseId } }, as);
const reply = (caseId: string, attempt = randomUUID()) =>
  app.call(api.replyToCase, { params: { caseId }, body: { attempt, text: "Pardon, <b>vraiment</b>" } }, "contributor");
async function close({ id: caseId }: { id: string }): Promise<CaseDetails> {
  const { version } = await get(caseId);
  const body = { version, cause: "Caisses fermées", action: "Bon d’achat" };
  return app.call(api.closeCase, { params: { caseId }, body }, "contributor");
}
/** Waits for the letters after the first to somebody; questions go out at the next round once their time has come. */
const lettersTo = async (email: string, count: number) => {
  await expect.poll(() => sink.to(email).length, eventually).toBe(count);
  return sink.to(email).at(-1);
};
const kindsIn = ({ history }: CaseDetails) => history.map(({ deed }) => deed.kind);

test("[V238] a customer is answered by e-mail once, with their words under it, and whoever wrote gets what they answer", async () => {
  const ada = someone();
  const opened = await openCase(ada);
  expect(opened.reply).toEqual({ refusal: null, answersTo: emailOf("contributor") });
  const attempt = randomUUID();
  const [told] = await Promise.all([reply(opened.id, attempt), reply(opened.id, attempt)]);
  expect(kindsIn(told)).toEqual(["opened", "replied"]);
  const letter = await lettersTo(ada, 2);
  expect(letter?.subject).toBe("À propos de votre avis du 10 mars");
  expect(letter?.text).toContain("> Deux heures\n> à la caisse");
  expect(letter?.html).toContain("&#60;b&#62;vraiment");
  expect(letter?.replyTo?.value).toMatchObject([{ address: emailOf("contributor") }]);
  await expect.poll(async () => (await get(opened.id)).letters[0]?.state, eventually).toBe("sent");

  await saveSettings({ repliesTo: "sav@example.com" });
  expect((await get(opened.id)).reply.answersTo).toBe("sav@example.com");
  await reply(opened.id);
  expect((await lettersTo(ada, 3))?.replyTo?.value).toMatchObject([{ address: "sav@example.com" }]);
});

test("[V238] whose address nobody knows cannot be written to, and an address kept in clear is enough", async () => {
  const anonymous = await app.call(api.createCase, { params: params(), body: { title: "Au guichet" } }, "contributor");
  expect(anonymous.reply.refusal).toBe("noAddress");
  await expect(reply(anonymous.id)).rejects.toMatchObject({ code: "conflict" });
  const [ref, jeanne] = [randomUUID(), someone()];
  const { pool } = app.stores;
  await pool.query("INSERT INTO person (id, workspace_id) VALUES ($1, $2)", [ref, app.workspaceId]);
  await pool.query(
    `INSERT INTO person_identifier (ref, workspace_id, kind, value, is_hashed, person_id) VALUES ($1, $2, 'email', $3, false, $1)`,
    [ref, app.workspaceId, jeanne],
  );
  await pool.query("UPDATE customer_case SET person = $1 WHERE id = $2", [{ kind: "card", ref }, anonymous.id]);
  await reply(anonymous.id);
  expect((await lettersTo(jeanne, 1))?.subject).toBe("About your request");
});

test("[V239] what was cut off is not sent again, what is refused for good is given up, and for now tried later", async () => {
  const [ada, bob] = [someone(), someone()];
  const cutOff = await openCase(ada);
  refusals.set(bob, 450);
  const stateOf = async (caseId: string) => (await get(caseId)).letters.at(-1);
  const { pool } = app.stores;
  await pool.query(
    `INSERT INTO customer_letter (workspace_id, kind, case_id, person_ref, address, language, state, sending_since)
     VALUES ($1, 'reply', $2, gen_random_uuid(), $3, 'fr', 'sending', $4)`,
    [app.workspaceId, cutOff.id, ada, new Date(clock - day)],
  );
  await pool.query("UPDATE survey_invitation SET address = $1 WHERE address = $2", [bob, ada]);
  await reply(cutOff.id);
  await expect
    .poll(async () => (await stateOf(cutOff.id))?.dueAt, eventually)
    .toBe(new Date(clock + 60_000).toISOString());
  expect((await get(cutOff.id)).letters[0]).toMatchObject({ state: "failed", reason: "interrupted" });
  refusals.set(bob, 550);
  clock += hour;
  await expect.poll(async () => (await stateOf(cutOff.id))?.reason, eventually).toBe("refused");
  expect(sink.to(ada)).toHaveLength(1);
});

test("[V240, V241, V242] a closed case asks once whether it is solved; « no » opens it again and is told to whoever has it", async () => {
  await app.as("editor").cookie();
  const ada = someone();
  const opened = await openCase(ada);
  const { rows } = await app.stores.pool.query(`SELECT id FROM "user" WHERE email = $1`, [emailOf("editor")]);
  const given = { version: opened.version, assigneeId: rows[0].id };
  await app.call(api.changeCase, { params: { caseId: opened.id }, body: given }, "contributor");
  const closed = await close(opened);
  expect(kindsIn(closed).at(-1)).toBe("asked");
  expect(closed.letters).toMatchObject([
    { kind: "solved", state: "waiting", dueAt: new Date(clock + day).toISOString() },
  ]);
  clock += day;
  const letter = await lettersTo(ada, 2);
  expect(letter?.subject).toBe("Ce que vous nous avez signalé le 10 mars est-il résolu ?");
  const [, no = ""] = linksOf(letter?.text, app.url);
  expect(await (await fetch(no)).text()).toMatch(/value="0"[^>]* checked/);
  expect((await get(opened.id)).state).toBe("closed");

  expect((await fillIn(no, {})).status).toBe(422);
  const sent = await fillIn(no, { q_solved: "0", q_why: "Rien reçu" });
  expect([sent.status, (await fillIn(no, { q_solved: "1" })).status]).toEqual([200, 410]);
  expect(await sent.text()).toContain("nous reprenons votre dossier");
  const answered = await get(opened.id);
  expect(answered.history.flatMap(({ deed }) => (deed.kind === "answered" ? [deed] : []))).toEqual([
    { kind: "answered", isSolved: false, comment: "Rien reçu" },
  ]);
  expect(answered).toMatchObject({ state: "open", closedAt: null, isLate: false });
  const inbox = await app.call(api.listAlerts, { params: params(), query: { mine: "true" } }, "editor");
  expect(inbox.alerts).toMatchObject([{ cause: { kind: "reopened" }, ruleName: "Attente", caseId: opened.id }]);
  expect((await lettersTo(emailOf("editor"), 1))?.subject).toBe("Alert: Not solved for the customer: Attente · Caisse");
});

test("[V240] refusals and quiet hours hold the question back, quarantine does not, and a case opened again does not ask", async () => {
  const [ada, bob] = [someone(), someone()];
  const [first, second] = [await openCase(ada), await openCase(bob)];
  await setPolicy({ quarantineDays: 300 });
  await saveSettings({ solvedAfterHours: 10 });
  await close(first);
  const again = await close(second);
  clock += 10 * hour;
  const atEight = new Date("2026-03-11T07:00:00Z");
  await expect.poll(async () => (await get(first.id)).letters[0]?.dueAt, eventually).toBe(atEight.toISOString());
  await app.call(
    api.changeCase,
    { params: { caseId: second.id }, body: { version: again.version, state: "open" } },
    "contributor",
  );
  clock = atEight.getTime();
  const letter = await lettersTo(ada, 2);
  await expect.poll(async () => (await get(second.id)).letters[0]?.reason, eventually).toBe("reopened");

  const stop = linksOf(letter?.text, app.url).at(-1) ?? "";
  expect(stop).toContain("/stop/");
  await fetch(stop, { method: "POST", body: new URLSearchParams(), headers: { origin: app.url } });
  await close(
    await app.call(
      api.changeCase,
      { params: { caseId: first.id }, body: { version: (await get(first.id)).version, state: "open" } },
      "contributor",
    ),
  );
  clock += 12 * hour;
  await expect.poll(async () => (await get(first.id)).letters.at(-1)?.reason, eventually).toBe("optedOut");
  expect(sink.to(ada)).toHaveLength(2);
});

test("[U181, V243, V244] viewers see how the cases of a period were recovered, at a touchpoint and everywhere", async () => {
  const { id, key } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const { pool } = app.stores;
  const cases = await pool.query(
    `INSERT INTO customer_case (workspace_id, number, title, reason, priority, touchpoint_id, state, opened_at, due_at, closed_at)
     SELECT $1, 1000 + n, 'A', '', 'normal', $2, 'closed', '2026-02-03T09:00:00Z', '2026-02-03T12:00:00Z',
       '2026-02-03T10:00:00Z'::timestamptz + CASE WHEN n = 5 THEN interval '5 hours' ELSE interval '0' END
     FROM generate_series(1, 5) AS n RETURNING id`,
    [app.workspaceId, id],
  );
  for (const [at, one] of cases.rows.entries())
    await pool.query(
      `INSERT INTO customer_letter (workspace_id, kind, case_id, person_ref, address, language, state, sent_at, is_yes, created_at)
       VALUES ($1, 'solved', $2, gen_random_uuid(), 'a@example.com', 'fr', 'sent', now(), $3, '2026-02-03T10:00:00Z')`,
      [app.workspaceId, one.id, at > 0],
    );
  const recovery = (from: string, touchpoint?: string) =>
    app.call(api.getRecovery, { params: params(), query: { from, to: "2026-02-28", touchpoint } }, "viewer");
  const { whole, touchpoints } = await recovery("2026-02-01");
  expect(whole).toMatchObject({
    closed: 5,
    asked: 5,
    solved: { n: 5, value: 0.8 },
    inTime: { value: 0.8 },
    medianHours: 1,
  });
  expect(touchpoints).toEqual([{ ...whole, key }]);
  expect((await recovery("2026-02-01", "elsewhere")).whole.closed).toBe(0);
  expect((await recovery("2026-02-04", key)).whole).toMatchObject({ closed: 0, asked: 0 });
});
