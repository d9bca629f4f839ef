import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { createLog } from "#platform/log.ts";
import { type LiveClient, liveClient } from "#testing/live-client.ts";
import { type TestStores, testStores } from "#testing/stores.ts";
import { createWorkspace } from "#workspace/index.ts";
import { readDocument } from "../document.ts";
import * as edit from "../edit.ts";
import { createJourney, deleteJourney } from "./commands.ts";
import { createLogEditor } from "./editor.ts";
import { createLive, type LiveJourneys } from "./live.ts";
import { type Edit, fromLog, openReplica, storeEdits } from "./log.ts";
import { getJourney } from "./queries.ts";
import { type Grant, signGrant } from "./token.ts";

const secret = "a secret of this test";
const patience = { timeout: 10_000 };
const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });

let stores: TestStores;
let workspaceId: string;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  stores = await testStores();
  ({ id: workspaceId } = await createWorkspace({ db: stores.db, log }, null, {
    name: "Test",
    locale: "fr",
    timeZone: "Europe/Paris",
  }));
  for (const role of ["editor", "viewer"]) {
    await stores.pool.query(`INSERT INTO "user" (id, name, email) VALUES ($1, $1, $1 || '@example.com')`, [role]);
    await stores.pool.query("INSERT INTO member (workspace_id, user_id, role) VALUES ($1, $2, $2)", [
      workspaceId,
      role,
    ]);
  }
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});
afterAll(() => stores.close());

interface Running {
  url: string;
  live: LiveJourneys;
  /** How many sockets are open, as the server sees it. */
  connections(): Promise<number>;
  stop(): Promise<void>;
}

/** A server that has nothing but the live socket. */
async function serve(): Promise<Running> {
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const live = createLive({ ...stores, log, now: () => new Date(), secret, processId: randomUUID(), publicUrl: url });
  live.attach(server);
  let stopped: Promise<void> | undefined;
  const end = async () => {
    await live.close();
    server.close();
    await once(server, "close");
  };
  const stop = () => (stopped ??= end());
  closing.push(stop);
  return { url, live, connections: promisify(server.getConnections.bind(server)), stop };
}

async function makeJourney(): Promise<string> {
  const { id } = await createJourney({ db: stores.db, newId: randomUUID }, workspaceId, {
    name: "Rénover",
    document: content,
  });
  return id;
}

const content = {
  name: "",
  stages: [{ id: "before", name: "Avant" }],
  steps: [{ id: "dream", stageId: "before", name: "Je rêve" }],
  lanes: [{ id: "irritants", kind: "irritant" as const, name: "" }],
  cards: [{ id: "lost", laneId: "irritants", stepId: "dream", text: "Je suis perdu" }],
  placements: [],
};

function open(
  { url }: Running,
  journeyId: string,
  grant: Partial<Grant> = {},
  options: { origin?: string } = {},
): LiveClient {
  const token = async () =>
    signGrant({ journeyId, userId: "editor", name: "Éditrice", readOnly: false, ...grant }, secret, new Date()).token;
  const client = liveClient({ url, journeyId, token, ...options });
  closing.push(() => client.close());
  return client;
}

async function opened(running: Running, journeyId: string, grant: Partial<Grant> = {}): Promise<LiveClient> {
  const client = open(running, journeyId, grant);
  await expect.poll(() => client.isSaved(), patience).toBe(true);
  return client;
}

function stepNames(client: { doc: Y.Doc }): string[] {
  return readDocument(client.doc).steps.map((step) => step.name);
}

test("[J30] two people see each other's edits and each other", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  const [one, other] = [
    await opened(running, journeyId),
    await opened(running, journeyId, { userId: "viewer", name: "Visiteur" }),
  ];
  edit.renameStep(one.doc, "dream", "Je rêve d'une cuisine");
  edit.setCardText(other.doc, "lost", "Je suis vraiment perdu");
  await expect
    .poll(() => [stepNames(other), readDocument(one.doc).cards[0]?.text], patience)
    .toEqual([["Je rêve d'une cuisine"], "Je suis vraiment perdu"]);

  other.provider.setAwarenessField("user", { name: "Somebody else", colour: 3 });
  const seen = () => [...(one.provider.awareness?.getStates().values() ?? [])].map((state) => state.user as unknown);
  await expect.poll(seen, patience).toContainEqual({ id: "viewer", name: "Visiteur", colour: 3 });
});

test("[J31] who may only read sees edits and makes none", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  const [editor, viewer] = [
    await opened(running, journeyId),
    await opened(running, journeyId, { userId: "viewer", readOnly: true }),
  ];
  edit.renameStep(viewer.doc, "dream", "Pris !");
  edit.renameJourney(editor.doc, "Vu");
  await expect.poll(() => readDocument(viewer.doc).name, patience).toBe("Vu");
  await expect.poll(() => editor.isSaved(), patience).toBe(true);
  expect(viewer.isSaved()).toBe(false);
  expect((await getJourney(stores.db, journeyId))?.document.steps[0]?.name).toBe("Je rêve");
});

test("[J32] the socket opens with a token of that journey, signed here, in time, from this site", async () => {
  const [running, journeyId, otherId] = [await serve(), await makeJourney(), await makeJourney()];
  const forged = liveClient({
    url: running.url,
    journeyId,
    token: async () => `${Buffer.from("{}").toString("base64url")}.AAAA`,
  });
  const late = signGrant(
    { journeyId, userId: "editor", name: "", readOnly: false },
    secret,
    new Date(Date.now() - 61_000),
  ).token;
  const outdated = liveClient({ url: running.url, journeyId, token: async () => late });
  closing.push(
    () => forged.close(),
    () => outdated.close(),
  );
  const other = open(running, journeyId, { journeyId: otherId });
  await expect
    .poll(() => [forged, outdated, other].map((client) => client.refused()), patience)
    .toEqual(["token", "token", "token"]);

  const status = async (path: string, origin: string) => {
    const { WebSocket } = await import("ws");
    const socket = new WebSocket(`${running.url.replace("http", "ws")}${path}`, { origin });
    socket.on("error", () => undefined);
    return new Promise((answer) => {
      socket.on("unexpected-response", (_request, response) => answer(response.statusCode));
      socket.on("open", () => answer(101));
    }).finally(() => socket.terminate());
  };
  expect(await status("/live", "https://elsewhere.example")).toBe(403);
  expect(await status("/elsewhere", running.url)).toBe(404);
  expect(await status("//", running.url)).toBe(404);
  expect(await status("/live", running.url)).toBe(101);
});

test("[J33] what was edited offline merges when the browser is back", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  const [away, here] = [await opened(running, journeyId), await opened(running, journeyId)];
  away.disconnect();
  await expect.poll(() => away.provider.isSynced, patience).toBe(false);
  edit.addStep(away.doc, { id: "train", stageId: "before", name: "Je lis dans le train" });
  edit.addStep(here.doc, { id: "shop", stageId: "before", name: "Je vais au magasin" });
  edit.deleteCard(here.doc, "lost");
  await away.connect();
  await expect.poll(() => stepNames(here).length, patience).toBe(3);
  await expect.poll(() => readDocument(away.doc), patience).toEqual(readDocument(here.doc));
  expect(readDocument(away.doc).cards).toEqual([]);
});

test("[J34] a browser that reads «saved» finds its edits in the store, rows and log alike", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  const client = await opened(running, journeyId);
  for (let round = 0; round < 5; round += 1) {
    edit.addStep(client.doc, { id: `step-${round}`, stageId: "before", name: `Étape ${round}` }, 0);
    edit.addCard(client.doc, { id: `card-${round}`, laneId: "irritants", stepId: `step-${round}`, text: "a\0b" });
    expect(client.isSaved()).toBe(false);
    await expect.poll(() => client.isSaved(), patience).toBe(true);
    const wanted = readDocument(client.doc);
    const replica = await openReplica(stores.db, journeyId, new Y.Doc());
    expect(readDocument(replica.doc)).toEqual(wanted);
    const rows = (await getJourney(stores.db, journeyId))?.document;
    expect(rows).toEqual({
      ...wanted,
      cards: wanted.cards.map((card) => ({ ...card, text: card.text.replace("\0", "") })),
    });
  }
  const { rows } = await stores.pool.query("SELECT DISTINCT user_id FROM journey_update WHERE journey_id = $1", [
    journeyId,
  ]);
  expect(rows).toEqual([{ user_id: "editor" }]);
});

test("[J35] an edit of another process appears where the journey is open, and neither overwrites the other", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  const client = await opened(running, journeyId);
  const beside = createLogEditor({ db: stores.db, processId: randomUUID() });
  for (let round = 0; round < 5; round += 1) {
    edit.addStep(client.doc, { id: `live-${round}`, stageId: "before", name: "" });
    await beside.edit(journeyId, null, (doc) =>
      edit.addStep(doc, { id: `beside-${round}`, stageId: "before", name: "" }),
    );
  }
  await expect.poll(() => readDocument(client.doc).steps.length, patience).toBe(11);
  await expect.poll(() => client.isSaved(), patience).toBe(true);
  await beside.edit(journeyId, null, (doc) => edit.renameStep(doc, "dream", "Nobody edits here now"));
  await expect.poll(() => stepNames(client), patience).toContain("Nobody edits here now");
  await expect.poll(() => client.isSaved(), patience).toBe(true);
  await expect
    .poll(async () => (await getJourney(stores.db, journeyId))?.document, patience)
    .toEqual(readDocument(client.doc));
});

test("[J35] who stores without having heard of the others' edits still writes rows that say them", async () => {
  const journeyId = await makeJourney();
  const deaf = await openReplica(stores.db, journeyId, new Y.Doc());
  const beside = createLogEditor({ db: stores.db, processId: randomUUID() });
  for (const id of ["one", "two"]) {
    await beside.edit(journeyId, null, (doc) => edit.addStep(doc, { id, stageId: "before", name: "" }));
    const pending: Edit[] = [];
    const collect = (update: Uint8Array, origin: unknown) =>
      origin !== fromLog && pending.push({ update, userId: null });
    deaf.doc.on("update", collect);
    edit.addStep(deaf.doc, { id: `deaf-${id}`, stageId: "before", name: "" });
    await storeEdits(stores.db, randomUUID(), deaf, pending);
    deaf.doc.off("update", collect);
    expect(pending).toEqual([]);
  }
  const { rows } = await stores.pool.query("SELECT id FROM journey_step WHERE journey_id = $1 ORDER BY position", [
    journeyId,
  ]);
  expect(rows.map((row) => row.id)).toEqual(readDocument(deaf.doc).steps.map((step) => step.id));
  expect(rows).toHaveLength(5);
});

test("[J35] an edit inside the server reaches the store before it is answered, and the browsers", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  const client = await opened(running, journeyId);
  await running.live.editor.edit(journeyId, "viewer", (doc) =>
    edit.addStep(doc, { id: "api", stageId: "before", name: "Par l'API" }),
  );
  expect((await getJourney(stores.db, journeyId))?.document.steps.map((step) => step.id)).toContain("api");
  await expect.poll(() => stepNames(client), patience).toContain("Par l'API");
  await expect(
    running.live.editor.edit(journeyId, null, (doc) => edit.renameStep(doc, "gone", "")),
  ).rejects.toMatchObject({ code: "not_found" });
  await expect(running.live.editor.edit(randomUUID(), null, () => undefined)).rejects.toMatchObject({
    code: "not_found",
  });
});

test("[J36] a stop stores what is open, and the next start has it", async () => {
  const [first, journeyId] = [await serve(), await makeJourney()];
  const client = await opened(first, journeyId);
  edit.renameStep(client.doc, "dream", "Juste avant l'arrêt");
  await expect.poll(() => client.provider.hasUnsyncedChanges, patience).toBe(false);
  await first.stop();
  const second = await serve();
  expect(stepNames(await opened(second, journeyId))).toEqual(["Juste avant l'arrêt"]);
});

test("[J37] the log is folded into the snapshot and still says the same", async () => {
  const journeyId = await makeJourney();
  const editor = createLogEditor({ db: stores.db, processId: randomUUID() });
  for (let round = 0; round < 120; round += 1)
    await editor.edit(journeyId, null, (doc) => edit.renameStep(doc, "dream", `Nom ${round}`));
  const { rows } = await stores.pool.query("SELECT count(*) AS length FROM journey_update WHERE journey_id = $1", [
    journeyId,
  ]);
  expect(rows[0].length).toBeLessThan(100);
  expect(stepNames(await openReplica(stores.db, journeyId, new Y.Doc()))).toEqual(["Nom 119"]);
});

test("[J38] a store that fails is said, the edits are kept, and stored when it works again", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  const client = await opened(running, journeyId);
  await stores.pool.query("ALTER TABLE journey_update RENAME TO journey_update_away");
  edit.renameStep(client.doc, "dream", "Malgré la panne");
  await expect.poll(() => client.durability(), patience).toBe("failing");
  client.close();
  await expect.poll(() => running.connections(), patience).toBe(0);
  const late = open(running, journeyId);
  await expect.poll(() => [stepNames(late), late.durability()], patience).toEqual([["Malgré la panne"], "failing"]);
  late.close();
  await expect.poll(() => running.connections(), patience).toBe(0);
  await stores.pool.query("ALTER TABLE journey_update_away RENAME TO journey_update");
  await expect
    .poll(async () => (await getJourney(stores.db, journeyId))?.document.steps[0]?.name, patience)
    .toBe("Malgré la panne");
  expect(stepNames(await opened(running, journeyId))).toEqual(["Malgré la panne"]);
});

test("[J39] who loses the right to edit is cut off and comes back as a reader, who leaves the workspace stays out", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  await stores.pool.query(`INSERT INTO "user" (id, name, email) VALUES ('leaver', 'Leaver', 'leaver@example.com')`);
  await stores.pool.query("INSERT INTO member (workspace_id, user_id, role) VALUES ($1, 'leaver', 'editor')", [
    workspaceId,
  ]);
  let readOnly = false;
  let tokens = 0;
  const client = liveClient({
    url: running.url,
    journeyId,
    token: async () => {
      tokens += 1;
      const { rowCount } = await stores.pool.query("SELECT FROM member WHERE user_id = 'leaver'");
      if (rowCount === 0) return "none";
      return signGrant({ journeyId, userId: "leaver", name: "Leaver", readOnly }, secret, new Date()).token;
    },
  });
  closing.push(() => client.close());
  await expect.poll(() => client.isSaved(), patience).toBe(true);
  await running.live.checkRights();
  expect(client.provider.isSynced).toBe(true);

  await stores.pool.query("UPDATE member SET role = 'viewer' WHERE user_id = 'leaver'");
  readOnly = true;
  await running.live.checkRights();
  await expect.poll(() => [tokens, client.provider.authorizedScope], patience).toEqual([2, "readonly"]);

  await stores.pool.query("DELETE FROM member WHERE user_id = 'leaver'");
  await expect.poll(() => client.provider.isSynced, patience).toBe(true);
  await running.live.checkRights();
  await expect.poll(() => client.refused(), patience).toBe("token");
});

test("[J40] a deleted journey is gone where it is open, whoever deleted it", async () => {
  const [running, journeyId] = [await serve(), await makeJourney()];
  const client = await opened(running, journeyId);
  await deleteJourney({ db: stores.db, processId: randomUUID() }, journeyId);
  await expect.poll(() => client.provider.isSynced, patience).toBe(false);
  edit.renameStep(client.doc, "dream", "Trop tard");
  await expect(running.live.editor.edit(journeyId, null, () => undefined)).rejects.toMatchObject({ code: "not_found" });
});
