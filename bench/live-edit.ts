import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocket, WebSocketServer } from "ws";
import * as Y from "yjs";
import { migrationsDir } from "#app/places.ts";
import { createDocument } from "#journey/apply.ts";
import { setCardText } from "#journey/edit.ts";
import { createJourney, createLive } from "#journey/index.ts";
import type { DocumentDraft } from "#journey/model.ts";
import { signGrant } from "#journey/server/token.ts";
import { readConfig } from "#platform/config.ts";
import { createLog } from "#platform/log.ts";
import { migrate } from "#platform/migrate.ts";
import { openStores } from "#platform/stores/stores.ts";
import { liveClient } from "#testing/live-client.ts";
import { createWorkspace } from "#workspace/index.ts";
import { compare, median } from "./report.ts";

/**
 * From a key stroke on a map of 200 cards until every other browser has it, beside a bare relay of Yjs updates in the
 * same run: no rights, no memory, no store. Browsers, server and relay share one process. Ends with how many of all
 * edits every other browser had within 150 ms.
 *   node bench/live-edit.ts [people = 30] [turns = 7]
 */
const people = Number(process.argv[2] ?? 30);
const turns = Number(process.argv[3] ?? 7);
const editsATurn = 100;
/** Milliseconds in which an edit should be seen by all. */
const soon = 150;

const document: DocumentDraft = {
  name: "Bench",
  stages: [{ id: "stage", name: "" }],
  steps: Array.from({ length: 20 }, (_, index) => ({ id: `step-${index}`, stageId: "stage", name: `Step ${index}` })),
  lanes: [{ id: "lane", kind: "free", name: "" }],
  cards: Array.from({ length: 200 }, (_, index) => ({
    id: `card-${index}`,
    laneId: "lane",
    stepId: `step-${index % 20}`,
    text: "A customer said a thing.",
  })),
  placements: [],
};

const dataDir = mkdtempSync(join(tmpdir(), "parcours-bench-"));
chmodSync(dataDir, 0o755);
const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });
const stores = await openStores(readConfig({ DATA_DIR: dataDir }), { log, mode: "serve" });
const closing: (() => Promise<unknown> | void)[] = [];
try {
  await migrate({ ...stores, dir: migrationsDir });
  const [ours, relay] = [await openParcours(), await openRelay()];
  /** What each of our edits took, in ms. */
  const all: number[] = [];
  await compare(
    { title: `an edit reaches ${people - 1} others, median of ${editsATurn}`, unit: "ms", better: "less" },
    turns,
    { name: "Parcours", run: () => strokes(ours, all) },
    { name: "bare relay", run: () => strokes(relay, []) },
  );
  const within = all.filter((time) => time <= soon).length / all.length;
  const [p95] = all.toSorted((a, b) => b - a).slice(Math.floor(all.length / 20));
  console.log(
    `${all.length} edits among ${people}: ${(100 * within).toFixed(1)} % seen by all within ${soon} ms, 95 % within ${p95?.toFixed(1)} ms`,
  );
} finally {
  for (const close of closing.toReversed()) await close();
  await stores.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Types in one copy after the other and waits each time until all the others have it; answers the median in ms. */
async function strokes(docs: readonly Y.Doc[], all: number[]): Promise<number> {
  const times: number[] = [];
  for (let edit = 0; edit < editsATurn; edit += 1) {
    const author = docs[edit % docs.length];
    if (author === undefined) throw new Error("nobody edits");
    const others = docs.filter((doc) => doc !== author);
    const arrived = Promise.all(others.map((doc) => new Promise((resolve) => doc.once("update", resolve))));
    const begin = performance.now();
    setCardText(author, `card-${edit % 200}`, `A customer said a thing, ${edit} ${begin}.`);
    await arrived;
    times.push(performance.now() - begin);
  }
  all.push(...times);
  return median(times);
}

async function listen(): Promise<{ server: ReturnType<typeof createServer>; url: string }> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => void server.close());
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function openParcours(): Promise<Y.Doc[]> {
  const secret = "bench";
  const { server, url } = await listen();
  const live = createLive({ ...stores, log, now: () => new Date(), secret, processId: randomUUID(), publicUrl: url });
  live.attach(server);
  closing.push(() => live.close());
  const workspace = await createWorkspace({ db: stores.db, log }, null, {
    name: "Bench",
    locale: "en",
    timeZone: "Europe/Paris",
  });
  const { id: journeyId } = await createJourney({ db: stores.db, newId: randomUUID }, workspace.id, {
    name: "Bench",
    document,
  });
  const token = async () =>
    signGrant({ journeyId, userId: "bench", name: "Bench", readOnly: false }, secret, new Date()).token;
  const clients = Array.from({ length: people }, () => liveClient({ url, journeyId, token }));
  closing.push(() => clients.forEach((client) => client.close()));
  await Promise.all(
    clients.map(async ({ provider }) => {
      if (!provider.isSynced) await new Promise((resolve) => provider.on("synced", resolve));
    }),
  );
  return clients.map((client) => client.doc);
}

async function openRelay(): Promise<Y.Doc[]> {
  const { server, url } = await listen();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => {
    socket.on("message", (update) => {
      for (const other of sockets.clients) if (other !== socket) other.send(update);
    });
  });
  closing.push(() => sockets.clients.forEach((socket) => socket.terminate()));
  const start = Y.encodeStateAsUpdate(createDocument(document));
  return Promise.all(
    Array.from({ length: people }, async () => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, start);
      const socket = new WebSocket(url.replace("http", "ws"));
      await once(socket, "open");
      socket.on("message", (update: Buffer) => Y.applyUpdate(doc, new Uint8Array(update), socket));
      doc.on("update", (update: Uint8Array, origin: unknown) => origin === socket || socket.send(update));
      return doc;
    }),
  );
}
