import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RouteCall } from "#platform/http/route.ts";
import { type TestApp, testApp } from "#testing/app.ts";
import { createTouchpoint, getLibrary } from "#touchpoint/api.ts";
import { createWorkspace, getSession } from "#workspace/api.ts";
import * as api from "../api.ts";
import type { DocumentDraft, Journey } from "../model.ts";
import { builtInTemplates } from "../templates/catalogue.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
}, 60_000);
afterAll(() => app.close());

const map = (texts: readonly string[], steps = texts.map((_, index) => `Étape ${index}`)): DocumentDraft => ({
  name: "",
  stages: [{ id: "s", name: "Avant-vente" }],
  steps: steps.map((name, index) => ({ id: `p${index}`, stageId: "s", name })),
  lanes: [
    { id: "l", kind: "irritant", name: "" },
    { id: "m", kind: "measure", name: "" },
  ],
  cards: texts.map((text, index) => ({ id: `c${index}`, laneId: "l", stepId: `p${index}`, text })),
  placements: [],
});
const inWorkspace = () => ({ workspaceId: app.workspaceId });
type Wanted = RouteCall<typeof api.createJourney>["body"];
const create = (body: Wanted): Promise<Journey> =>
  app.call(api.createJourney, { params: inWorkspace(), body }, "editor");
const search = (words: string) => app.call(api.searchJourneys, { params: inWorkspace(), query: { words } }, "viewer");

test("[J180] a search finds every kind of thing by all its words, whatever the accents, and says where it stands", async () => {
  const touchpoint = await app.call(createTouchpoint, {
    params: inWorkspace(),
    body: { name: "Zèbrerie en ligne", channelId: null, teamId: null, initiator: "customer" },
  });
  const { id: journeyId } = await create({
    name: "Le cœur du zèbre",
    document: {
      ...map(["Le Zèbre attend 100 % trop"], ["Je vois un zèbre"]),
      stages: [{ id: "s", name: "Avant le zèbre" }],
      lanes: [{ id: "l", kind: "irritant", name: "Colères du zèbre" }],
      placements: [
        {
          id: "x",
          stepId: "p0",
          touchpointId: touchpoint.id,
          importance: null,
          momentOfTruth: false,
          expectation: null,
        },
      ],
    },
  });
  await app.call(api.updateJourney, { params: { journeyId }, body: { tags: ["zébrure", "autre"] } });
  const { found, isCut } = await search("ZEBR");
  expect(isCut).toBe(false);
  expect(found.map(({ kind, id, text }) => [kind, id, text])).toEqual([
    ["journey", journeyId, "Le cœur du zèbre"],
    ["tag", journeyId, "zébrure"],
    ["stage", "s", "Avant le zèbre"],
    ["step", "p0", "Je vois un zèbre"],
    ["lane", "l", "Colères du zèbre"],
    ["touchpoint", "x", "Zèbrerie en ligne"],
    ["card", "c0", "Le Zèbre attend 100 % trop"],
  ]);
  expect(found.at(-1)).toMatchObject({
    journeyName: "Le cœur du zèbre",
    step: "Je vois un zèbre",
    lane: { kind: "irritant", name: "Colères du zèbre" },
  });
  expect((await search("coeur zebre")).found.map(({ kind }) => kind)).toEqual(["journey"]);
  expect((await search("100 %")).found.map(({ kind }) => kind)).toEqual(["card"]);
  expect((await search("z_bre")).found).toEqual([]);
});

test("[J180] a lane without a name is found by the name of its kind in the reader's language", async () => {
  const lanes = [
    { id: "l", kind: "riskZone" as const, name: "" },
    { id: "m", kind: "riskZone" as const, name: "Où l’on glisse" },
  ];
  const { id: journeyId } = await create({ name: "Sûre", document: { ...map([]), lanes } });
  const find = async (words: string, locale: "en" | "fr") =>
    (await app.call(api.searchJourneys, { params: inWorkspace(), query: { words, locale } })).found;
  const found = { journeyId, id: "l", lane: { kind: "riskZone", name: "" } };
  expect(await find("RISQUE zone", "fr")).toMatchObject([{ ...found, text: "Zones de risque" }]);
  expect(await find("risk", "en")).toMatchObject([{ ...found, text: "Risk zones" }]);
  expect(await find("risk", "fr")).toEqual([]);
  expect(await find("\u0301\u0301", "fr")).toEqual([]);
});

test("[J182] the words of cards are found by an index where the database has one", async () => {
  const client = await app.stores.pool.connect();
  await client.query("SET enable_seqscan = off");
  const { rows } = await client.query("EXPLAIN SELECT FROM journey_card WHERE plain_text(text) LIKE '%zebre%'");
  await client.query("RESET enable_seqscan");
  client.release();
  expect(rows.map((row) => String(row["QUERY PLAN"])).join("\n")).toContain("journey_card_words");
});

test("[J180] a search answers 25 of each kind and says that there is more", async () => {
  const texts = Array.from({ length: 30 }, (_, index) => `Ornithorynque ${index}`);
  await create({ name: "Beaucoup", document: map(texts) });
  const { found, isCut } = await search("ornithorynque");
  expect(found).toHaveLength(25);
  expect(isCut).toBe(true);
});

test("[J181] a duplicate says the same under another name, with nobody's review", async () => {
  const original = await create({ name: "Original", kind: "experience", document: map(["Long"]) });
  const params = { journeyId: original.id };
  await app.call(api.updateJourney, { params, body: { tags: ["t"], reviewedAt: new Date().toISOString() } });
  const copy = await app.call(api.duplicateJourney, { params, body: { name: "Copie" } }, "editor");
  expect(copy).toMatchObject({ name: "Copie", kind: "experience", tags: ["t"], reviewedAt: null, parentId: null });
  expect({ ...copy.document, name: "" }).toEqual({ ...original.document, name: "" });
  expect(copy.id).not.toBe(original.id);
});

test("[J176] a journey belongs to what is of its workspace, and never comes to stand under itself", async () => {
  const top = await create({ name: "Haut", document: map([], ["Je répare"]) });
  const child = await create({ name: "Bas", parentId: top.id, parentStepId: "p0" });
  expect(child).toMatchObject({ parentId: top.id, parentStepId: "p0" });
  const change = (journeyId: string, body: object) =>
    app.call(api.updateJourney, { params: { journeyId }, body }, "editor");
  const { id: elsewhere } = await app.call(createWorkspace, {
    body: { name: "Ailleurs", locale: "fr", timeZone: "Europe/Paris" },
  });
  const stranger = await app.call(api.createJourney, { params: { workspaceId: elsewhere }, body: { name: "Là-bas" } });
  const refused = { code: "invalid_input" };
  await expect(change(top.id, { parentId: child.id })).rejects.toMatchObject(refused);
  await expect(change(top.id, { parentId: top.id })).rejects.toMatchObject(refused);
  await expect(change(top.id, { parentId: stranger.id })).rejects.toMatchObject(refused);
  await expect(change(top.id, { livedId: stranger.id })).rejects.toMatchObject(refused);
  await expect(change(top.id, { ownerId: randomUUID() })).rejects.toMatchObject(refused);
  await expect(create({ name: "Faux", parentId: stranger.id })).rejects.toMatchObject(refused);
  const { user } = await app.call(getSession, {}, "editor");
  expect(await change(top.id, { ownerId: user.id, reviewMonths: 3 })).toMatchObject({
    ownerId: user.id,
    reviewMonths: 3,
  });
});

test("[J176] of two who nest journeys into each other at the same moment one is refused", async () => {
  const nest = (journeyId: string, parentId: string) =>
    app.call(api.updateJourney, { params: { journeyId }, body: { parentId } }, "editor").then(
      () => "nested",
      ({ code }: { code: string }) => code,
    );
  for (let round = 0; round < 10; round += 1) {
    const [one, other] = await Promise.all([create({ name: "Un" }), create({ name: "Autre" })]);
    const answers = await Promise.all([nest(one.id, other.id), nest(other.id, one.id)]);
    expect(answers.toSorted()).toEqual(["invalid_input", "nested"]);
  }
});

test("[J183] a lane is copied to another journey of the workspace, and to none elsewhere", async () => {
  const from = await create({ name: "De", document: map(["Long", "Cher"], ["Je paie", "Je reçois"]) });
  const to = await create({ name: "Vers", document: map([], ["Je paie"]) });
  const copy = (toJourneyId: string, laneId = "l") =>
    app.call(api.copyLane, { params: { journeyId: from.id, laneId }, body: { toJourneyId } }, "editor");
  const answer = await copy(to.id);
  expect(answer).toMatchObject({ cards: 1, unmatched: [{ name: "Je reçois", cards: 1 }] });
  const { document } = await app.call(api.getJourney, { params: { journeyId: to.id } });
  expect(document.lanes.map(({ id }) => id)).toEqual(["l", "m", answer.laneId]);
  expect(document.cards).toMatchObject([{ laneId: answer.laneId, stepId: "p0", text: "Long" }]);
  await expect(copy(randomUUID())).rejects.toMatchObject({ code: "not_found" });
  await expect(copy(to.id, "gone")).rejects.toMatchObject({ code: "not_found" });
  await expect(copy(to.id, "m")).rejects.toMatchObject({ code: "invalid_input" });
});

test("[J184] a map is published as a template, renamed, used and deleted; what was made of it stays", async () => {
  const source = await create({ name: "Modèle", kind: "blueprint", document: map(["Long"]) });
  const publish = (withCards: boolean) =>
    app.call(
      api.publishTemplate,
      { params: inWorkspace(), body: { journeyId: source.id, name: "Réparation", withCards } },
      "editor",
    );
  const whole = await publish(true);
  const bare = await publish(false);
  expect(whole).toMatchObject({ name: "Réparation", summary: "", kind: "blueprint", steps: 1, lanes: 2 });
  const one = { ...inWorkspace(), templateId: whole.id };
  await app.call(api.updateTemplate, { params: one, body: { name: "Atelier", summary: "Pour tous" } }, "editor");
  const listed = await app.call(api.listTemplates, { params: inWorkspace() }, "viewer");
  expect(listed.map(({ name }) => name)).toEqual(["Atelier", "Réparation"]);
  const cardsOf = async (templateId: string) =>
    (await app.call(api.getTemplate, { params: { ...inWorkspace(), templateId } }, "viewer")).document.cards.length;
  expect([await cardsOf(whole.id), await cardsOf(bare.id)]).toEqual([1, 0]);
  const made = await create({ name: "Neuf", template: { id: whole.id } });
  expect(made).toMatchObject({ kind: "blueprint", document: { name: "Neuf", cards: [{ text: "Long" }] } });
  await app.call(api.deleteTemplate, { params: one }, "editor");
  await expect(app.call(api.deleteTemplate, { params: one }, "editor")).rejects.toMatchObject({ code: "not_found" });
  expect(await app.call(api.getJourney, { params: { journeyId: made.id } })).toMatchObject({ name: "Neuf" });
});

test("[J184] a workspace has 200 templates, and says so of one more", async () => {
  const { id: workspaceId } = await app.call(createWorkspace, {
    body: { name: "Modèles", locale: "fr", timeZone: "Europe/Paris" },
  });
  const params = { workspaceId };
  const journey = await app.call(api.createJourney, { params, body: { name: "Un" } });
  const publish = () => app.call(api.publishTemplate, { params, body: { journeyId: journey.id, name: "Un" } });
  await publish();
  await app.stores.pool.query(
    `INSERT INTO journey_template (workspace_id, name, kind, document, published_by, published_at)
     SELECT workspace_id, name, kind, document, published_by, published_at
     FROM journey_template, generate_series(1, 199) WHERE workspace_id = $1`,
    [workspaceId],
  );
  await expect(publish()).rejects.toMatchObject({ code: "limit_reached" });
  const [first, ...others] = await app.call(api.listTemplates, { params });
  expect(others).toHaveLength(199);
  await app.call(api.deleteTemplate, { params: { ...params, templateId: first?.id ?? "" } });
  expect(await publish()).toMatchObject({ name: "Un", steps: 0, lanes: journey.document.lanes.length });
});

test("[J184] a template of another workspace is not there", async () => {
  const { id: elsewhere } = await app.call(createWorkspace, {
    body: { name: "Voisins", locale: "fr", timeZone: "Europe/Paris" },
  });
  const mine = await create({ name: "À moi" });
  const body = { journeyId: mine.id, name: "Pris" };
  await expect(app.call(api.publishTemplate, { params: { workspaceId: elsewhere }, body })).rejects.toMatchObject({
    code: "not_found",
  });
  const template = await app.call(api.publishTemplate, { params: inWorkspace(), body });
  await expect(
    app.call(api.getTemplate, { params: { workspaceId: elsewhere, templateId: template.id } }),
  ).rejects.toMatchObject({ code: "not_found" });
  await expect(
    app.call(api.createJourney, {
      params: { workspaceId: elsewhere },
      body: { name: "x", template: { id: template.id } },
    }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("[J186] a template of the product brings its touchpoints into the library once, on the channels that are there", async () => {
  const touchpoints = async () => (await app.call(getLibrary, { params: inWorkspace() })).touchpoints.length;
  const [template] = builtInTemplates;
  const before = await touchpoints();
  const framing = { objective: "Moins d’appels" };
  const wanted = { name: "Premier", template: { key: template?.key ?? "", locale: "fr" as const }, framing };
  const first = await create(wanted);
  const after = await touchpoints();
  expect(after).toBeGreaterThan(before);
  expect(first.document.framing.objective).toBe("Moins d’appels");
  expect(first.document.placements.length).toBeGreaterThan(5);
  const second = await create({ ...wanted, name: "Second" });
  expect(await touchpoints()).toBe(after);
  expect(second.document.placements).toEqual(first.document.placements);
  const { channels } = await app.call(getLibrary, { params: inWorkspace() });
  expect(new Set(channels.map(({ kind }) => kind)).size).toBe(channels.length);
  await expect(create({ name: "x", template: { key: "none", locale: "fr" } })).rejects.toMatchObject({
    code: "not_found",
  });
});
