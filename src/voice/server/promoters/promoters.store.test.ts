import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestApp, testApp, type Visitor } from "#testing/app.ts";
import { type MailSink, mailSink } from "#testing/mail-sink.ts";
import { urlOf } from "#ui/call.ts";
import * as api from "../../api.ts";
import { AskingPolicy, AskingRules } from "../../asking/model.ts";
import type { Answers, SurveyContent } from "../../model.ts";
import type { Promoter, PromoterLetterKind, PromoterView } from "../../promoters/model.ts";
import { readyContent } from "../../wording.ts";
import { fillIn, linksOf, someone } from "../asking/asking.testing.ts";
import { makeSurvey, makeTouchpoint } from "../voice.testing.ts";

const day = 86_400_000;
const eventually = { timeout: 20_000 };
/** A Tuesday, 11:00 in Paris. */
const tuesday = Date.parse("2026-03-10T10:00:00Z");

let clock = tuesday;
let sink: MailSink;
let app: TestApp;
let contact: string;
let relation: string;
beforeAll(async () => {
  sink = await mailSink();
  const env = { SMTP_URL: sink.url, MAIL_FROM: "cx@example.com" };
  app = await testApp({ env, now: () => new Date(clock) });
  contact = await makeTrusting("transactional", { fr: "Recommanderiez-vous ?" });
  relation = await makeTrusting("relational", { fr: "Et dans l’ensemble ?" });
});
afterAll(async () => {
  await app.close();
  await sink.close();
});
beforeEach(async () => {
  clock = tuesday;
  await setPolicy({ quarantineDays: 90 });
});

const params = () => ({ workspaceId: app.workspaceId });
const setPolicy = (policy: Partial<AskingPolicy>) =>
  app.call(api.setAskingPolicy, { params: params(), body: AskingPolicy.parse(policy) }, "editor");
/** A survey whose link our own systems have: it may say who answers. */
async function makeTrusting(about: "transactional" | "relational", text: SurveyContent["thanks"]): Promise<string> {
  const { id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const { questions, ...rest } = readyContent("nps", { relation: about, task: "" }, ["fr", "en"]);
  const asked = questions.map((question, at) =>
    at === 0 ? { ...question, text: { ...question.text, ...text } } : question,
  );
  const part = { relation: about, content: { ...rest, questions: asked } };
  const { id, token } = await makeSurvey(app.as("editor"), { workspaceId: app.workspaceId, touchpointId }, part);
  const rules = AskingRules.parse({ trustsLink: true });
  await app.call(api.setAskingRules, { params: { surveyId: id }, body: rules }, "editor");
  return token;
}
/** Somebody says so many out of ten. */
async function answer(email: string, score: number, { token = contact, language = "fr", comment = "" } = {}) {
  const answers: Answers = { score, ...(comment !== "" && { comment }) };
  const person = { kind: "email", value: email };
  const body = { attempt: randomUUID(), answers, person, language };
  const { responseId } = await app.call(api.answerSurvey, { params: { token }, body }, "anonymous");
  return responseId;
}
/** An import has kept this address in clear. */
async function keepInClear(responseId: string, email: string): Promise<void> {
  const { pool } = app.stores;
  const person = randomUUID();
  await pool.query("INSERT INTO person (id, workspace_id) VALUES ($1, $2)", [person, app.workspaceId]);
  await pool.query(
    `INSERT INTO person_identifier (ref, workspace_id, kind, value, is_hashed, person_id)
     SELECT (person ->> 'ref')::uuid, workspace_id, 'email', $2, false, $3 FROM response WHERE id = $1
     ON CONFLICT (ref) DO UPDATE SET value = excluded.value, is_hashed = false`,
    [responseId, email, person],
  );
}
async function promoter(language = "fr"): Promise<{ email: string; responseId: string }> {
  const email = someone();
  const responseId = await answer(email, 10, { language });
  await keepInClear(responseId, email);
  return { email, responseId };
}
const list = (view: PromoterView = "all", as: Visitor = "contributor") =>
  app.call(api.listPromoters, { params: params(), query: { view, limit: 100 } }, as);
const rowOf = async (responseId: string, view: PromoterView = "all"): Promise<Promoter | undefined> =>
  (await list(view)).promoters.find(({ answer: given }) => given?.responseId === responseId);
const texts = { fr: "Merci, <b>vraiment</b>", en: "Thank you, <b>really</b>" };
const write = (kind: PromoterLetterKind, people: readonly string[], as: Visitor = "editor") =>
  app.call(
    api.writeToPromoters,
    {
      params: params(),
      body: { kind, texts, people: people.map((responseId) => ({ responseId, attempt: randomUUID() })) },
    },
    as,
  );
const letterTo = async (email: string, count = 1) => {
  await expect.poll(() => sink.to(email).length, eventually).toBe(count);
  return sink.to(email).at(-1);
};
const open = async (url: string) => {
  const response = await fetch(url, { headers: { "accept-language": "fr" } });
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const say = async (url: string, deed: string) => {
  const response = await fetch(url, {
    method: "POST",
    body: new URLSearchParams({ deed }),
    headers: { origin: app.url },
  });
  return { status: response.status, html: await response.text() };
};

test("[V340] whoever promoted last is a promoter; one who is unhappy about the relation, or with what came later, is not", async () => {
  const [ada, bob, eve, zoe, old] = [someone(), someone(), someone(), someone(), someone()];
  const promoted = await answer(ada, 9, { comment: "Parfait" });
  await answer(bob, 10);
  await answer(eve, 10);
  await answer(zoe, 8);
  clock -= 366 * day;
  await app.stores.pool.query("UPDATE survey SET created_at = $1", [new Date(clock - day)]);
  await answer(old, 10);
  clock = tuesday + 1000;
  await answer(bob, 2, { token: relation });
  await answer(eve, 7);
  const { promoters, counts } = await list();
  expect(promoters.map(({ answer: given }) => given?.responseId)).toEqual([promoted]);
  expect(promoters).toMatchObject([
    {
      answer: { score: 9, comment: "Parfait", metric: "nps", relation: "transactional" },
      refusal: "noAddress",
      email: null,
    },
  ]);
  expect(counts).toMatchObject({ new: 1, all: 1, ambassador: { asked: 0 } });
  clock += 1000;
  await answer(ada, 3, { token: relation });
  expect((await list()).promoters).toEqual([]);
});

test("[V341] people who are not known, and answers that do not count, are not listed; another workspace's are not there", async () => {
  const { responseId } = await promoter();
  await app.stores.pool.query("UPDATE response SET suspicions = '{tooFast}' WHERE id = $1", [responseId]);
  expect(await rowOf(responseId)).toBeUndefined();
  await app.stores.pool.query("UPDATE response SET suspicions = '{}', person = NULL WHERE id = $1", [responseId]);
  expect(await rowOf(responseId)).toBeUndefined();
  await expect(list("all", "outsider")).rejects.toMatchObject({ code: "not_found" });
  await expect(list("all", "viewer")).rejects.toMatchObject({ code: "not_allowed" });
  const { responseId: ours } = await promoter();
  await expect(write("thanks", [ours], "contributor")).rejects.toMatchObject({ code: "not_allowed" });
});

test("[V342] several are thanked at once, each in their language and once, and whoever is left out is named", async () => {
  const [ada, bob] = [await promoter("fr"), await promoter("en")];
  const nobody = await answer(someone(), 10);
  const unhappy = await answer(someone(), 3);
  const people = [ada.responseId, bob.responseId, nobody, unhappy].map((responseId) => ({
    responseId,
    attempt: randomUUID(),
  }));
  const send = () =>
    app.call(api.writeToPromoters, { params: params(), body: { kind: "thanks", texts, people } }, "editor");
  const [first, again] = await Promise.all([send(), send()]);
  expect([first, again]).toEqual(
    [0, 1].map(() => ({
      written: 2,
      leftOut: [
        { responseId: nobody, reason: "noAddress" },
        { responseId: unhappy, reason: "notPleased" },
      ],
    })),
  );
  const [french, english] = [await letterTo(ada.email), await letterTo(bob.email)];
  expect(french?.subject).toBe("Merci de la part de My workspace");
  expect(french?.text).toContain("Merci, <b>vraiment</b>");
  expect(french?.html).toContain("&#60;b&#62;vraiment");
  expect(french?.headers.get("list")).toMatchObject({ unsubscribe: { url: expect.stringContaining("/stop/") } });
  expect(english?.subject).toBe("Thank you from My workspace");
  expect(sink.to(ada.email)).toHaveLength(1);
  await expect
    .poll(async () => (await rowOf(ada.responseId))?.thanked, eventually)
    .toEqual({ at: new Date(clock).toISOString(), letter: { state: "sent", reason: null } });
  expect((await list("new")).promoters.map(({ answer: given }) => given?.responseId)).not.toContain(ada.responseId);
});

test("[V343] no second letter within the window, none to who wants to hear no more, and none in quiet hours", async () => {
  const { email, responseId } = await promoter();
  await write("thanks", [responseId]);
  const stop = linksOf((await letterTo(email))?.text, app.url).at(-1) ?? "";
  expect(await write("ambassador", [responseId])).toMatchObject({ leftOut: [{ reason: "resting" }] });
  expect(await rowOf(responseId)).toMatchObject({
    refusal: "resting",
    restsUntil: new Date(tuesday + 90 * day).toISOString(),
  });
  // A Monday at half past nine in the evening.
  clock = Date.parse("2026-06-15T19:30:00Z");
  expect((await write("ambassador", [responseId])).written).toBe(1);
  const due = async () => {
    const { rows } = await app.stores.pool.query("SELECT due_at FROM customer_letter WHERE state = 'waiting'");
    return rows[0]?.due_at?.toISOString();
  };
  await expect.poll(due, eventually).toBe("2026-06-16T06:00:00.000Z");
  await fetch(stop, { method: "POST", body: new URLSearchParams(), headers: { origin: app.url } });
  clock = Date.parse("2026-06-16T06:00:00Z");
  await expect
    .poll(async () => (await rowOf(responseId))?.ambassador?.letter, eventually)
    .toEqual({ state: "notSent", reason: "optedOut" });
  expect(await write("committee", [responseId])).toMatchObject({ leftOut: [{ reason: "optedOut" }] });
  expect(sink.to(email)).toHaveLength(1);
});

test("[V344, V346] by a signed link somebody says yes to words that are kept, and withdraws by the same one; looking changes nothing", async () => {
  const { email, responseId } = await promoter();
  await write("committee", [responseId]);
  const [join = ""] = linksOf((await letterTo(email))?.text, app.url);
  const page = await open(join);
  expect(page.html).toContain("Comité clients de My workspace");
  expect(page.html).toContain("m’invite aux réunions de son comité clients");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(page.headers.get("cache-control")).toBe("no-store");
  expect((await rowOf(responseId))?.committee?.state).toBe("invited");
  expect((await open(`${join.slice(0, -1)}${join.endsWith("A") ? "Q" : "A"}`)).status).toBe(404);
  expect((await say(join, "withdraw")).html).toContain("Voulez-vous en être");

  clock += day;
  expect((await say(join, "decline")).html).toContain("Vous avez dit non le 11 mars");
  clock += day;
  await Promise.all([say(join, "accept"), say(join, "accept")]);
  const { rows } = await app.stores.pool.query(
    "SELECT deed, consent FROM promoter_deed WHERE response_id = $1 ORDER BY id",
    [responseId],
  );
  expect(rows.map(({ deed }) => deed)).toEqual(["invited", "declined", "accepted"]);
  expect(rows[2].consent).toContain("En disant oui, j’accepte que My workspace");
  const { counts, promoters } = await list("committee");
  expect(counts.committee).toMatchObject({ accepted: 1 });
  expect(promoters[0]?.committee).toMatchObject({ state: "accepted", at: new Date(clock).toISOString() });
  // Long after the link has ended.
  clock += 400 * day;
  expect((await open(join)).html).toContain("Me retirer");
  expect((await say(join, "withdraw")).html).toContain("Vous vous êtes retiré le");
  expect((await open(join)).html).not.toContain("<form");
});

test("[V345] who has answered is not asked again; whose link ended without a word may be", async () => {
  await setPolicy({ quarantineDays: 0 });
  const [ada, bob] = [await promoter(), await promoter()];
  await write("ambassador", [ada.responseId, bob.responseId]);
  const [join = ""] = linksOf((await letterTo(ada.email))?.text, app.url);
  await letterTo(bob.email);
  expect((await write("ambassador", [bob.responseId])).leftOut).toMatchObject([{ reason: "asked" }]);
  await say(join, "decline");
  clock += 31 * day;
  expect((await open(linksOf(sink.to(bob.email)[0]?.text, app.url)[0] ?? "")).status).toBe(410);
  expect(await write("ambassador", [ada.responseId, bob.responseId])).toEqual({
    written: 1,
    leftOut: [{ responseId: ada.responseId, reason: "asked" }],
  });
  await letterTo(bob.email, 2);
});

test("[V347] those who were asked are a table in which nothing is a formula", async () => {
  const email = someone();
  const responseId = await answer(email, 10, { comment: "=1+1" });
  await keepInClear(responseId, email);
  await write("ambassador", [responseId]);
  const path = urlOf(api.exportPromoters.path, params());
  const response = await app.as("editor").fetch(`${path}?role=ambassador`);
  const lines = (await response.text()).split("\r\n");
  expect(lines[0]).toContain("email,role,state,since");
  expect(lines.find((line) => line.startsWith(email))).toMatch(/,ambassador,invited,.*,nps,10,'=1\+1,/);
  expect((await app.as("contributor").fetch(`${path}?role=ambassador`)).status).toBe(403);
});

test("[V348] what somebody was asked and said is exported and erased with the rest", async () => {
  const { email, responseId } = await promoter();
  await write("ambassador", [responseId]);
  const [join = ""] = linksOf((await letterTo(email))?.text, app.url);
  await say(join, "accept");
  const query = new URLSearchParams({ kind: "email", value: email });
  const path = `${urlOf(api.exportPerson.path, params())}?${query.toString()}`;
  const told = await (await app.as("editor").fetch(path)).json();
  expect(told.roles).toMatchObject([
    { deed: "invited", role: "ambassador" },
    { deed: "accepted", role: "ambassador" },
  ]);
  const counts = await app.call(api.erasePerson, { params: params(), query: { kind: "email", value: email } }, "owner");
  expect(counts).toMatchObject({ answers: 1, letters: 1 });
  expect((await open(join)).status).toBe(404);
  const { rowCount } = await app.stores.pool.query("SELECT FROM promoter_deed WHERE response_id = $1", [responseId]);
  expect(rowCount).toBe(0);
});

test("[V349] somebody unhappy and a promoter read the same words and links to the public, after their answer and in letters", async () => {
  await setPolicy({ quarantineDays: 0 });
  const { id: touchpointId } = await makeTouchpoint(app.as("editor"), app.workspaceId);
  const reviewLinks = [
    { name: "Google", url: "https://g.page/maison/review?a=1&b=2" },
    { name: "Nos <avis>", url: "https://cx.example/r/abc" },
  ];
  const content = readyContent("nps", { relation: "transactional", task: "" }, ["fr"]);
  const survey = await makeSurvey(
    app.as("editor"),
    { workspaceId: app.workspaceId, touchpointId },
    { content, reviewLinks },
  );
  expect(survey.reviewLinks).toEqual(reviewLinks);
  const told: string[] = [];
  const written: { email: string; responseId: string }[] = [];
  for (const score of ["2", "10"]) {
    const email = someone();
    const recipients = [{ email, language: "fr" }];
    await app.call(api.invite, { params: { surveyId: survey.id }, body: { recipients } }, "editor");
    const [link = ""] = linksOf((await letterTo(email))?.text, app.url);
    told.push(await (await fillIn(link, { q_score: score })).text());
    const { rows } = await app.stores.pool.query("SELECT id FROM response ORDER BY id DESC LIMIT 1");
    written.push({ email, responseId: rows[0].id });
  }
  expect(told[0]).toBe(told[1]);
  expect(told[0]).toContain("Vous pouvez aussi donner votre avis en public :");
  expect(told[0]).toContain('<a href="https://g.page/maison/review?a=1&#38;b=2" target="_blank"');
  expect(told[0]).toContain("Nos &#60;avis&#62;");

  const [unhappy, pleased] = written;
  const opened = await app.call(
    api.createCase,
    { params: params(), body: { title: "Mécontent", responseId: unhappy?.responseId ?? null } },
    "contributor",
  );
  const reply = { attempt: randomUUID(), text: "Pardon" };
  await app.call(api.replyToCase, { params: { caseId: opened.id }, body: reply }, "contributor");
  await write("thanks", [pleased?.responseId ?? ""]);
  const letters = await Promise.all(written.map(({ email }) => letterTo(email, 2)));
  const publicly = ({ text = "" }: { text?: string | undefined } = {}) => /Vous pouvez aussi[^]*?abc/.exec(text)?.[0];
  expect(publicly(letters[0])).toContain("Google: https://g.page/maison/review?a=1&b=2");
  expect(publicly(letters[0])).toBe(publicly(letters[1]));

  const unsafe = { reviewLinks: [{ name: "Google", url: "javascript:alert(1)" }] };
  await expect(
    app.call(api.updateSurvey, { params: { surveyId: survey.id }, body: unsafe }, "editor"),
  ).rejects.toMatchObject({
    code: "invalid_input",
  });
  const none = await app.call(
    api.updateSurvey,
    { params: { surveyId: survey.id }, body: { reviewLinks: [] } },
    "editor",
  );
  expect([none.reviewLinks, none.version]).toEqual([[], survey.version]);
});
