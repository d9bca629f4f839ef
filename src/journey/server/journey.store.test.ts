import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { type TestApp, testApp } from "#testing/app.ts";
import { liveClient } from "#testing/live-client.ts";
import { urlOf } from "#ui/call.ts";
import * as api from "../api.ts";
import { limits, readDocument } from "../document.ts";
import * as edit from "../edit.ts";
import { type DocumentDraft, type Journey, JourneyDocument } from "../model.ts";
import { ensureJourney } from "./commands.ts";
import { createLogEditor } from "./editor.ts";
import { findJourney, getJourney } from "./queries.ts";

const patience = { timeout: 10_000 };
let app: TestApp;

beforeAll(async () => {
  app = await testApp();
}, 60_000);
afterAll(() => app.close());

const kitchen: DocumentDraft = {
  name: "Rénover sa cuisine",
  stages: [{ id: "before", name: "Avant-vente" }],
  steps: [{ id: "dream", stageId: "before", name: "Je rêve" }],
  lanes: [
    { id: "touchpoints", kind: "touchpoint", name: "" },
    { id: "irritants", kind: "irritant", name: "" },
  ],
  cards: [{ id: "lost", laneId: "irritants", stepId: "dream", text: "Je suis perdu" }],
  placements: [],
};

function create(body: { name: string; key?: string; document?: DocumentDraft }): Promise<Journey> {
  return app.call(api.createJourney, { params: { workspaceId: app.workspaceId }, body }, "editor");
}

test("[J21] a new journey has a key of its name, one stage to name and the usual lanes", async () => {
  const journey = await create({ name: "Rénover sa cuisine" });
  expect(journey).toMatchObject({
    key: "renover-sa-cuisine",
    kind: "journey",
    state: "lived",
    steps: 0,
    touchpoints: 0,
  });
  expect(journey.document.stages).toHaveLength(1);
  expect(journey.document.lanes.map((lane) => lane.kind)).toEqual([
    "touchpoint",
    "measure",
    "emotion",
    "keyMoment",
    "expectation",
    "delight",
    "irritant",
    "opportunity",
  ]);
  expect((await create({ name: "Rénover sa cuisine" })).key).toBe("renover-sa-cuisine-2");
});

test("[J21] a key that is given is taken once, and a document past a limit makes no journey", async () => {
  const journey = await create({ name: "Cuisine", key: "kitchen", document: kitchen });
  expect(journey.document).toEqual(JourneyDocument.parse({ ...kitchen, name: "Cuisine" }));
  expect(await app.call(api.getJourney, { params: { journeyId: journey.id } }, "viewer")).toEqual(journey);
  await expect(create({ name: "Autre", key: "kitchen" })).rejects.toMatchObject({ code: "conflict" });
  const lanes = Array.from({ length: limits.lanes + 1 }, (_, index) => ({
    id: `lane-${index}`,
    kind: "free" as const,
    name: "",
  }));
  await expect(create({ name: "Trop", document: { ...kitchen, lanes } })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("[J22] renaming and listing go through the same document", async () => {
  const { id: journeyId } = await create({ name: "Avant", document: kitchen });
  const renamed = await app.call(api.updateJourney, {
    params: { journeyId },
    body: { name: "Après", state: "target" },
  });
  expect(renamed).toMatchObject({ name: "Après", state: "target", kind: "journey", steps: 1 });
  expect((await app.call(api.getJourney, { params: { journeyId } })).document.name).toBe("Après");
  const [first] = await app.call(api.listJourneys, { params: { workspaceId: app.workspaceId } }, "viewer");
  expect(first).toEqual(renamed);
});

test("[J22] a contributor adds a card through the API, and those who have the map open see it", async () => {
  const { id: journeyId } = await create({ name: "Ouverte", document: kitchen });
  const token = async () => (await app.call(api.openLive, { params: { journeyId } }, "viewer")).token;
  const viewer = liveClient({ url: app.url, journeyId, token });
  await expect.poll(() => viewer.provider.isSynced, patience).toBe(true);
  const body = { laneId: "irritants", stepId: "dream", text: "Le site est lent" };
  const card = await app.call(api.addCard, { params: { journeyId }, body }, "contributor");
  await expect.poll(() => readDocument(viewer.doc).cards, patience).toContainEqual(card);
  await expect(
    app.call(api.addCard, { params: { journeyId }, body: { ...body, laneId: "touchpoints" } }),
  ).rejects.toMatchObject({ code: "invalid_input" });
  viewer.close();
});

test("[J22] a card that is sent again with its id is there once", async () => {
  const { id: journeyId } = await create({ name: "Deux fois", document: kitchen });
  const body = { id: "3f9d2c41aa", laneId: "irritants", stepId: "dream", text: "Le site est lent" };
  const send = () => app.call(api.addCard, { params: { journeyId }, body }, "contributor");
  expect(await send()).toEqual(await send());
  const { document } = await app.call(api.getJourney, { params: { journeyId } });
  expect(document.cards.filter(({ id }) => id === body.id)).toHaveLength(1);
});

test("[J124] a contributor adds several cards at once and takes them back, except what others changed since", async () => {
  const { id: journeyId } = await create({ name: "À plusieurs", document: kitchen });
  const params = { journeyId };
  const cards = ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"].map((id) => {
    const where = { laneId: "irritants", stepId: "dream" };
    return { ...where, id, text: id };
  });
  const { receipt } = await app.call(api.addCards, { params, body: { cards } }, "contributor");
  const texts = async () => (await app.call(api.getJourney, { params })).document.cards.map(({ text }) => text);
  expect(await texts()).toEqual(expect.arrayContaining(cards.map(({ text }) => text)));

  const withdraw = (visitor: "contributor" | "editor", token: string) =>
    app.call(api.takeBackCards, { params, body: { receipt: token } }, visitor);
  await expect(withdraw("editor", receipt)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(withdraw("contributor", `${receipt}x`)).rejects.toMatchObject({ code: "not_allowed" });
  // Somebody who sends the cards of another again gets nothing to take them back with.
  const again = await app.call(api.addCards, { params, body: { cards } }, "contributor");
  expect(await withdraw("contributor", again.receipt)).toEqual({ left: 0 });
  expect(await texts()).toHaveLength(kitchen.cards.length + 3);

  const beside = createLogEditor({ db: app.stores.db, processId: randomUUID() });
  await beside.edit(journeyId, null, (doc) => edit.setCardText(doc, "bbbbbbbbbb", "Précisé"));
  expect(await withdraw("contributor", receipt)).toEqual({ left: 1 });
  expect(await texts()).toEqual(["Je suis perdu", "Précisé"]);
});

test("[J46] a map is drawn from its state as it was last stored, before the socket is open", async () => {
  const { id: journeyId } = await create({ name: "État", document: kitchen });
  const get = async (visitor: "viewer" | "outsider") =>
    fetch(app.url + urlOf(api.getState.path, { journeyId }), {
      headers: { cookie: (await app.as(visitor).cookie()) ?? "" },
    });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await (await get("viewer")).arrayBuffer()));
  const { document } = await app.call(api.getJourney, { params: { journeyId } });
  expect(readDocument(doc)).toEqual(document);
  expect((await get("outsider")).status).toBe(404);
});

test("[J31] the token of the live socket lets edit whom the role lets edit", async () => {
  const { id: journeyId } = await create({ name: "Droits", document: kitchen });
  const readOnly = async (visitor: "owner" | "editor" | "contributor" | "viewer") =>
    (await app.call(api.openLive, { params: { journeyId } }, visitor)).readOnly;
  expect([
    await readOnly("owner"),
    await readOnly("editor"),
    await readOnly("contributor"),
    await readOnly("viewer"),
  ]).toEqual([false, false, true, true]);
});

test("[J40] a deleted journey is not found any more", async () => {
  const { id: journeyId } = await create({ name: "À jeter" });
  await app.call(api.deleteJourney, { params: { journeyId } });
  await expect(app.call(api.getJourney, { params: { journeyId } })).rejects.toMatchObject({ code: "not_found" });
});

test("[J23] ensuring a journey makes it once, then adds what is missing and leaves what people did", async () => {
  const { db } = app.stores;
  const deps = { db, newId: randomUUID, editor: createLogEditor({ db, processId: randomUUID() }) };
  const made = await ensureJourney(deps, app.workspaceId, { key: "demo", name: "Démo", document: kitchen });
  await deps.editor.edit(made.id, null, (doc) => edit.renameStep(doc, "dream", "J'en rêve"));
  const more = { ...kitchen, steps: [...kitchen.steps, { id: "buy", stageId: "before", name: "J'achète" }] };
  const ensured = await ensureJourney(deps, app.workspaceId, { key: "demo", name: "Démo", document: more });
  expect(ensured.id).toBe(made.id);
  expect(ensured.document.steps.map((step) => step.name)).toEqual(["J'en rêve", "J'achète"]);
  expect(await findJourney(db, "demo", app.workspaceId)).toEqual(ensured);
  expect(await findJourney(db, made.id)).toEqual(await getJourney(db, made.id));
  expect(await findJourney(db, "nowhere")).toBeNull();
});
