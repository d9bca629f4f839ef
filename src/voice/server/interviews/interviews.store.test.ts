import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getJourney } from "#journey/api.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import * as api from "../../api.ts";
import { consent, interviewsOf } from "./interviews.testing.ts";

let app: TestApp;
let made: ReturnType<typeof interviewsOf>;
let journeyId: string;
beforeAll(async () => {
  app = await testApp();
  made = interviewsOf(app);
  journeyId = await made.journey();
});
afterAll(() => app.close());

const params = () => ({ workspaceId: app.workspaceId });
const insights = (query: object = {}) => app.call(api.listInsights, { params: params(), query }, "contributor");

test("[V270, V271] a guide is made out of a journey's steps, rewritten, and outlives its map and what changed meanwhile", async () => {
  const wanted = { name: "Caisse", audience: "customer" as const, language: "fr" as const, journeyId };
  const guide = await app.call(api.createGuide, { params: params(), body: wanted }, "editor");
  expect(guide.sections.map(({ stepId, title }) => [stepId, title])).toEqual([
    [null, "Pour commencer"],
    ["pay", "Je paie"],
    [null, "Pour finir"],
  ]);
  const body = { version: guide.version, name: "Caisses", sections: guide.sections.toReversed() };
  const one = { guideId: guide.id };
  const saved = await app.call(api.saveGuide, { params: one, body }, "editor");
  expect(saved).toMatchObject({ name: "Caisses", version: 2, sections: body.sections });
  await expect(app.call(api.saveGuide, { params: one, body }, "editor")).rejects.toMatchObject({ code: "conflict" });
  await expect(app.call(api.saveGuide, { params: one, body }, "contributor")).rejects.toMatchObject({
    code: "not_allowed",
  });
  const elsewhere = { ...wanted, journeyId: randomUUID() };
  await expect(app.call(api.createGuide, { params: params(), body: elsewhere }, "editor")).rejects.toMatchObject({
    code: "invalid_input",
  });
  const { id } = await made.create({ guideId: guide.id });
  await app.call(api.deleteGuide, { params: one }, "editor");
  expect(await made.get({ id })).toMatchObject({ guideId: null });
});

test("[V272, V273] a participant has a number for a name, and a contact that only editors read", async () => {
  const first = await made.create({ contact: { kind: "email", value: "claire@example.com" }, segment: "Pro" });
  const second = await made.create();
  expect(Number(second.pseudonym.slice(1))).toBe(Number(first.pseudonym.slice(1)) + 1);
  expect(first).toMatchObject({ contact: { value: "claire@example.com" }, segment: "Pro", consentBy: "editor" });
  const one = { params: { interviewId: first.id } };
  expect(await app.call(api.getInterview, one, "contributor")).toMatchObject({ contact: null, segment: "Pro" });
  await expect(app.call(api.getInterview, one, "viewer")).rejects.toMatchObject({ code: "not_allowed" });
  const change = { params: one.params, body: { version: first.version, personaId: randomUUID() } };
  await expect(app.call(api.changeInterview, change, "editor")).rejects.toMatchObject({ code: "invalid_input" });
  const renamed = { params: one.params, body: { version: first.version, pseudonym: "La pressée" } };
  expect(await app.call(api.changeInterview, renamed, "editor")).toMatchObject({ pseudonym: "La pressée" });
  await expect(app.call(api.changeInterview, renamed, "editor")).rejects.toMatchObject({ code: "conflict" });
});

test("[V273] nothing is transcribed before a consent, and none ends before it was given", async () => {
  const body = { heldOn: "2026-01-05" };
  const { id, version } = await app.call(api.createInterview, { params: params(), body }, "editor");
  await expect(made.write({ id }, "Bonjour")).rejects.toMatchObject({ code: "conflict" });
  await expect(made.begin({ id }, 10)).rejects.toMatchObject({ code: "conflict" });
  const backwards = { params: { interviewId: id }, body: { version, ...consent, until: "2026-01-04" } };
  await expect(app.call(api.recordConsent, backwards, "editor")).rejects.toMatchObject({ code: "invalid_input" });
});

test("[V278, V279] highlights stay on their words, keep those that are gone, and mark nothing of another version", async () => {
  const interview = await made.create();
  await made.write(interview, "[0:01] Claire: J’attends à la caisse\n[0:05] Personne ne vient");
  const kept = await made.mark(interview, "la caisse\nPersonne", { tags: ["attente", "attente"] });
  const lost = await made.mark(interview, "ne vient", { kind: "quote" });
  expect(kept).toMatchObject({ quote: "la caisse\nPersonne", tags: ["attente"] });
  const { version } = await made.get(interview);
  const { marks } = await made.write(interview, "Bonjour.\nJ’attends à la caisse 2\nPersonne");
  expect(marks.find(({ id }) => id === kept.id)).toMatchObject({ quote: "la caisse 2\nPersonne" });
  expect(marks.find(({ id }) => id === lost.id)).toMatchObject({ quote: "ne vient", passage: null });
  await expect(made.mark(interview, "Bonjour", { version })).rejects.toMatchObject({ code: "conflict" });
  const beyond = made.mark(interview, "", { passage: { start: 0, end: 999 } });
  await expect(beyond).rejects.toMatchObject({ code: "invalid_input" });
  const moment = { recordingId: randomUUID(), fromMs: 0, toMs: 1 };
  await expect(made.mark(interview, "Bonjour", { moment })).rejects.toMatchObject({ code: "invalid_input" });
});

test("[V282, V283, V284] highlights back a card that tells how many they are, without their words", async () => {
  const [first, second] = [await made.create(), await made.create()];
  await made.write(first, "Dix minutes de queue");
  await made.write(second, "Encore la queue");
  const marks = [
    await made.mark(first, "Dix minutes"),
    await made.mark(first, "queue"),
    await made.mark(second, "la queue"),
  ];
  const back = (highlightId: string, body: object) =>
    app.call(api.backCard, { params: { highlightId }, body: { journeyId, ...body } as never }, "editor");
  const { card } = await back(marks[0]!.id, { stepId: "pay", kind: "irritant", text: "La queue" });
  const cards = async () => (await app.call(getJourney, { params: { journeyId } }, "viewer")).document.cards;
  const evidence = async () => (await cards()).find(({ id }) => id === card?.cardId)?.evidence;
  expect(await evidence()).toBe("1 highlight from 1 interview");
  await back(marks[1]!.id, { cardId: card?.cardId });
  await back(marks[2]!.id, { cardId: card?.cardId });
  expect(await evidence()).toBe("3 highlights from 2 interviews");
  const behind = await insights({ cardId: card?.cardId });
  expect(behind).toMatchObject({ total: 3, interviews: 2 });
  await app.call(api.withdrawConsent, { params: { interviewId: second.id } }, "editor");
  expect(await evidence()).toBe("3 highlights from 2 interviews, 1 of them erased");
  await app.call(api.leaveCard, { params: { highlightId: marks[0]!.id } }, "editor");
  await app.call(api.deleteInterview, { params: { interviewId: first.id } }, "editor");
  expect(await evidence()).toBe("1 highlight from 1 interview, 1 of them erased");
  await expect(back(marks[2]!.id, { stepId: "pay", kind: "delight", text: "a" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(back(marks[2]!.id, { cardId: "none" })).rejects.toMatchObject({ code: "not_found" });
  await expect(back(marks[2]!.id, { journeyId: randomUUID(), cardId: "known" })).rejects.toMatchObject({
    code: "invalid_input",
  });
  expect((await cards()).map(({ id }) => id)).toEqual(expect.arrayContaining(["known", card?.cardId]));
});

test("[V285] highlights are found by kind, tag, step and words, and counted with their interviews", async () => {
  const [first, second] = [await made.create(), await made.create()];
  await made.write(first, "Le colis 100% perdu");
  await made.write(second, "Le colis perdu aussi");
  const step = { journeyId, stepId: "pay" };
  await made.mark(first, "100% perdu", { tags: ["colis", "perte"], step });
  await made.mark(first, "colis", { tags: ["colis"], kind: "need", step });
  await made.mark(second, "perdu", { tags: ["colis"] });
  expect(await insights({ tag: "colis" })).toMatchObject({
    total: 3,
    interviews: 2,
    steps: [{ ...step, highlights: 2, interviews: 1 }],
    tags: [
      { tag: "colis", highlights: 3, interviews: 2 },
      { tag: "perte", highlights: 1, interviews: 1 },
    ],
  });
  expect((await insights({ words: "100%" })).highlights.map(({ quote }) => quote)).toEqual(["100% perdu"]);
  expect(await insights({ tag: "colis", kind: "need", stepId: "pay", limit: 1 })).toMatchObject({ total: 1 });
  expect(await insights({ words: "%" })).toMatchObject({ total: 1 });
});

test("[V112] a person's interviews are exported and erased with all else, and stay as interviews of nobody", async () => {
  const contact = { kind: "email" as const, value: "Ada@Example.com" };
  const interview = await made.create({ contact, notes: "Pressée" });
  await made.write(interview, "Une longue attente");
  await made.mark(interview, "longue attente");
  const query = { kind: "email", value: "ada@example.com" };
  const file = await app
    .as("editor")
    .fetch(`/api/v1/workspaces/${app.workspaceId}/person?${new URLSearchParams(query)}`);
  const told = await file.text();
  expect(JSON.parse(told)).toMatchObject({
    interviews: [
      { notes: "Pressée", transcript: [{ text: "Une longue attente" }], highlights: [{ quote: "longue attente" }] },
    ],
  });
  expect(await app.call(api.erasePerson, { params: params(), query })).toMatchObject({ interviews: 1 });
  expect(await made.get(interview)).toMatchObject({
    pseudonym: "",
    notes: "",
    contact: null,
    transcript: [],
    ended: { why: "erased" },
    marks: [{ quote: "", passage: null, kind: "irritant" }],
  });
  await expect(app.call(api.erasePerson, { params: params(), query })).rejects.toMatchObject({ code: "not_found" });
  await expect(made.write(interview, "a")).rejects.toMatchObject({ code: "conflict" });
});
