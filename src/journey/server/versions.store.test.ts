import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listMembers } from "#workspace/api.ts";
import * as Y from "yjs";
import { type TestApp, testApp } from "#testing/app.ts";
import { liveClient } from "#testing/live-client.ts";
import * as api from "../api.ts";
import { readDocument } from "../document.ts";
import * as edit from "../edit.ts";
import { type DocumentDraft, JourneyDocument } from "../model.ts";
import { createLogEditor } from "./editor.ts";
import { keepDueVersions } from "./version-keeper.ts";

const patience = { timeout: 10_000 };
let app: TestApp;
beforeAll(async () => {
  app = await testApp();
}, 60_000);
afterAll(() => app.close());

const kitchen: DocumentDraft = {
  name: "Cuisine",
  stages: [{ id: "s", name: "Avant" }],
  steps: [{ id: "a", stageId: "s", name: "Je rêve" }],
  lanes: [{ id: "l", kind: "irritant", name: "" }],
  cards: [{ id: "c", laneId: "l", stepId: "a", text: "Trop cher", severity: 4 }],
  placements: [],
};
async function create(): Promise<{ journeyId: string }> {
  const document = JourneyDocument.parse(kitchen);
  const body = { name: "Cuisine", document };
  const { id } = await app.call(api.createJourney, { params: { workspaceId: app.workspaceId }, body });
  return { journeyId: id };
}
const addCard = (params: { journeyId: string }, text: string, visitor: "editor" | "contributor" = "editor") =>
  app.call(api.addCard, { params, body: { laneId: "l", stepId: "a", text } }, visitor);
const versionsOf = (params: { journeyId: string }) => app.call(api.listVersions, { params }, "viewer");
const textsOf = async (params: { journeyId: string }) =>
  (await app.call(api.getJourney, { params })).document.cards.map(({ text }) => text);
const deps = (hours: number) => ({
  db: app.stores.db,
  processId: randomUUID(),
  now: () => new Date(Date.now() + hours * 3_600_000),
});

test("[J140] a named version keeps the map, who edited it since the last, and how much", async () => {
  const params = await create();
  await app.call(api.createVersion, { params, body: { reason: "named", name: "Avant l’atelier" } });
  await addCard(params, "Trop long", "contributor");
  await addCard(params, "Trop loin");
  const members = await app.call(listMembers, { params: { workspaceId: app.workspaceId } });
  const idOf = (role: string) => members.find((member) => member.role === role)?.userId;
  const before = await versionsOf(params);
  expect(before.now.authors.map(({ id }) => id).toSorted((a, b) => a.localeCompare(b))).toEqual(
    [idOf("contributor"), idOf("editor")].toSorted((a, b) => String(a).localeCompare(String(b))),
  );
  expect(before.now.changes).toEqual({ added: 2, changed: 0, moved: 0, removed: 0 });
  const version = await app.call(api.createVersion, { params, body: { reason: "named", name: "Après" } }, "editor");
  expect(version).toMatchObject({
    name: "Après",
    reason: "named",
    changes: { added: 2 },
    createdBy: { id: idOf("editor") },
  });
  expect(version.authors.map(({ name }) => name).toSorted()).toEqual(["contributor", "editor"]);
  const { versions, now } = await versionsOf(params);
  expect(versions.map(({ name }) => name)).toEqual(["Après", "Avant l’atelier"]);
  expect(now).toEqual({ authors: [], changes: { added: 0, changed: 0, moved: 0, removed: 0 } });
  const { file } = await app.call(api.getVersion, { params: { ...params, versionId: version.id } }, "viewer");
  expect(file.document.cards).toHaveLength(3);
});

test("[J141] who edited since the last version is known after the log is folded", async () => {
  const params = await create();
  await addCard(params, "du contributeur", "contributor");
  const editor = createLogEditor({ db: app.stores.db, processId: randomUUID() });
  for (let index = 0; index < 110; index += 1)
    await editor.edit(params.journeyId, null, (doc) => edit.setCardText(doc, "c", `Trop cher ${index}`));
  const { now } = await versionsOf(params);
  expect(now.authors.map(({ name }) => name)).toEqual(["contributor"]);
});

test("[J142] restoring keeps what was there, changes what differs as one edit, and is seen where the map is open", async () => {
  const params = await create();
  const { id: versionId } = await app.call(api.createVersion, { params, body: { reason: "named", name: "Début" } });
  await addCard(params, "À oublier");
  const token = async () => (await app.call(api.openLive, { params }, "viewer")).token;
  const viewer = liveClient({ url: app.url, journeyId: params.journeyId, token });
  await expect.poll(() => viewer.provider.isSynced, patience).toBe(true);
  const safety = await app.call(api.restoreVersion, { params: { ...params, versionId } }, "editor");
  await expect.poll(() => readDocument(viewer.doc).cards.map(({ text }) => text), patience).toEqual(["Trop cher"]);
  viewer.close();
  expect(safety.reason).toBe("safety");
  await app.call(api.restoreVersion, { params: { ...params, versionId: safety.id } }, "editor");
  expect(await textsOf(params)).toEqual(["Trop cher", "À oublier"]);
});

test("[J142] what is written while versions are restored is in the map or in a version that kept it", async () => {
  const params = await create();
  const { id: versionId } = await app.call(api.createVersion, { params, body: { reason: "named", name: "Début" } });
  const token = async () => (await app.call(api.openLive, { params }, "editor")).token;
  const writer = liveClient({ url: app.url, journeyId: params.journeyId, token });
  await expect.poll(() => writer.provider.isSynced, patience).toBe(true);
  const written: string[] = [];
  const writing = setInterval(() => {
    const text = `Fiche ${written.length}`;
    edit.addCard(writer.doc, { id: `c${written.length}`, laneId: "l", stepId: "a", text });
    written.push(text);
  }, 1);
  const restore = () => app.call(api.restoreVersion, { params: { ...params, versionId } }, "editor");
  const safeties = await Promise.all(Array.from({ length: 8 }, restore));
  clearInterval(writing);
  await expect.poll(() => writer.isSaved(), patience).toBe(true);
  writer.close();
  const kept = await Promise.all(
    safeties.map(({ id }) => app.call(api.getVersion, { params: { ...params, versionId: id } }, "viewer")),
  );
  const texts = new Set([
    ...(await textsOf(params)),
    ...kept.flatMap(({ file }) => file.document.cards.map(({ text }) => text)),
  ]);
  expect(written.filter((text) => !texts.has(text))).toEqual([]);
});

test("[J142] a journey whose replaced state cannot be kept is not replaced in the store", async () => {
  const params = await create();
  const editor = createLogEditor({ db: app.stores.db, processId: randomUUID() });
  const deed = editor.edit(
    params.journeyId,
    null,
    (doc) => edit.setCardText(doc, "c", "Remplacé"),
    () => Promise.reject(new Error("the version cannot be kept")),
  );
  await expect(deed).rejects.toThrow("cannot be kept");
  expect(await textsOf(params)).toEqual(["Trop cher"]);
});

test("[J140] a map that a merge took past its limits has versions like any other", async () => {
  const params = await create();
  const make = () => app.call(api.createVersion, { params, body: { reason: "named", name: "Fusion" } });
  const { id: versionId } = await make();
  const grown = (doc: Y.Doc, name: string) => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    for (let index = 0; index < 40; index += 1) edit.addStage(copy, { id: `${name}${index}`, name });
    return Y.encodeStateAsUpdate(copy);
  };
  const editor = createLogEditor({ db: app.stores.db, processId: randomUUID() });
  await editor.edit(params.journeyId, null, (doc) => {
    for (const update of [grown(doc, "a"), grown(doc, "b")]) Y.applyUpdate(doc, update);
  });
  expect(await make()).toMatchObject({ changes: { added: 80 } });
  expect(await make()).toMatchObject({ changes: { added: 0 } });
  const safety = await app.call(api.restoreVersion, { params: { ...params, versionId } });
  const { file } = await app.call(api.getVersion, { params: { ...params, versionId: safety.id } });
  expect(file.document.stages).toHaveLength(81);
});

test("[J143] a version gets another name, which makes it stay, and goes when it is deleted", async () => {
  const params = await create();
  const [one, two] = await Promise.all(
    ["Une", "Deux"].map((name) => app.call(api.createVersion, { params, body: { reason: "named", name } })),
  );
  await app.call(api.renameVersion, { params: { ...params, versionId: one!.id }, body: { name: "Autre" } });
  await app.call(api.deleteVersion, { params: { ...params, versionId: two!.id } });
  expect((await versionsOf(params)).versions.map(({ name }) => name)).toEqual(["Autre"]);
  const elsewhere = await create();
  await expect(app.call(api.getVersion, { params: { ...elsewhere, versionId: one!.id } })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("[J148] a journey keeps 200 named versions, and says so of one more, also when a name is given later", async () => {
  const params = await create();
  const make = () => app.call(api.createVersion, { params, body: { reason: "named", name: "Encore" } });
  const { id: named } = await make();
  const { id: unnamed } = await app.call(api.createVersion, { params, body: { reason: "safety" } });
  await app.stores.pool.query(
    `INSERT INTO journey_version (journey_id, reason, name, document, changes, created_at)
     SELECT journey_id, reason, name, document, changes, created_at FROM journey_version, generate_series(1, 199) WHERE id = $1`,
    [named],
  );
  const rename = (versionId: string) =>
    app.call(api.renameVersion, { params: { ...params, versionId }, body: { name: "Autre" } });
  await expect(make()).rejects.toMatchObject({ code: "limit_reached" });
  await expect(rename(unnamed)).rejects.toMatchObject({ code: "limit_reached" });
  await rename(named);
  await app.call(api.deleteVersion, { params: { ...params, versionId: named } });
  await rename(unnamed);
});

test("[J144] a version is kept by itself when editing rests, and each hour while it goes on", async () => {
  const params = await create();
  const automatic = async () => (await versionsOf(params)).versions.filter(({ reason }) => reason === "automatic");
  await keepDueVersions(deps(2));
  expect(await automatic()).toHaveLength(0);
  await addCard(params, "Un");
  await keepDueVersions(deps(0));
  expect(await automatic()).toHaveLength(0);
  await keepDueVersions(deps(0.2));
  expect(await automatic()).toMatchObject([{ authors: [{ name: "editor" }], createdBy: null }]);
  await keepDueVersions(deps(5));
  expect(await automatic()).toHaveLength(1);
  await addCard(params, "Deux");
  await keepDueVersions(deps(1.1));
  expect((await automatic()).map(({ changes }) => changes.added)).toEqual([1, 0]);
});

test("[J146] the version after one that is deleted tells what both told", async () => {
  const params = await create();
  const make = (name: string) => app.call(api.createVersion, { params, body: { reason: "named" as const, name } });
  await make("1");
  await addCard(params, "Un", "contributor");
  const { id: versionId } = await make("2");
  await addCard(params, "Deux");
  await make("3");
  await app.call(api.deleteVersion, { params: { ...params, versionId } });
  const [last] = (await versionsOf(params)).versions;
  expect(last).toMatchObject({ name: "3", changes: { added: 2 } });
  expect(last?.authors.map(({ name }) => name).toSorted()).toEqual(["contributor", "editor"]);
});

test("[J147] the target of a lived journey says the same under the same ids, and knows what it answers", async () => {
  const params = await create();
  const target = await app.call(api.createTarget, { params, body: { name: "Cuisine, cible" } }, "editor");
  const lived = await app.call(api.getJourney, { params });
  expect(target).toMatchObject({ name: "Cuisine, cible", state: "target", livedId: params.journeyId });
  expect(target.document).toEqual({ ...lived.document, name: "Cuisine, cible" });
});
