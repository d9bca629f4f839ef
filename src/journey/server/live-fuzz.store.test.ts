import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { createLog } from "#platform/log.ts";
import { type LiveClient, liveClient } from "#testing/live-client.ts";
import { doDeed, mapDeed, type MapDeed } from "#testing/map-deeds.ts";
import { type TestStores, testStores } from "#testing/stores.ts";
import { createWorkspace } from "#workspace/index.ts";
import { readDocument } from "../document.ts";
import * as edit from "../edit.ts";
import { createJourney } from "./commands.ts";
import { createLogEditor } from "./editor.ts";
import { createLive, type LiveJourneys } from "./live.ts";
import { openReplica } from "./log.ts";
import { getJourney } from "./queries.ts";
import { signGrant } from "./token.ts";

const secret = "a secret of this test";
const patience = { timeout: 30_000 };
const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });

let stores: TestStores;
let workspaceId: string;
let live: LiveJourneys;
let url: string;
const server = createServer();

beforeAll(async () => {
  stores = await testStores();
  ({ id: workspaceId } = await createWorkspace({ db: stores.db, log }, null, {
    name: "Test",
    locale: "fr",
    timeZone: "Europe/Paris",
  }));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  live = createLive({ ...stores, log, now: () => new Date(), secret, processId: randomUUID(), publicUrl: url });
  live.attach(server);
});
afterAll(async () => {
  await live.close();
  server.close();
  await stores.close();
});

interface Editor {
  client: LiveClient;
  isOnline: boolean;
}

async function open(people: number): Promise<{ journeyId: string; editors: Editor[] }> {
  const { id: journeyId } = await createJourney({ db: stores.db, newId: randomUUID }, workspaceId, {
    name: "Rénover",
    document: {
      name: "",
      stages: [
        { id: "before", name: "" },
        { id: "after", name: "" },
      ],
      steps: [{ id: "kept-step", stageId: "before", name: "" }],
      lanes: [{ id: "kept-lane", kind: "free", name: "" }],
      cards: [],
      placements: [],
    },
  });
  const token = async () =>
    signGrant({ journeyId, userId: "fuzz", name: "Fuzz", readOnly: false }, secret, new Date()).token;
  const editors = Array.from({ length: people }, () => ({
    client: liveClient({ url, journeyId, token }),
    isOnline: true,
  }));
  await expect.poll(() => editors.every(({ client }) => client.isSaved()), patience).toBe(true);
  return { journeyId, editors };
}

/** Deeds that take nothing away, so that the oracle can be a plain list of what everybody wrote. */
const isGentle = ({ kind }: MapDeed) =>
  !kind.startsWith("delete") && !kind.startsWith("remove") && kind !== "setCardText";

const turn = fc.record({
  who: fc.nat(3),
  act: fc.constantFrom("write", "write", "write", "deed", "deed", "leave", "come", "cut", "wait"),
  deed: mapDeed.filter(isGentle),
});

test("[J44] nothing is lost of what several people write, whoever is cut off when, and all come to say the same", async () => {
  const runs = fc.sample(fc.array(turn, { minLength: 40, maxLength: 80 }), { seed: 20261122, numRuns: 6 });
  for (const turns of runs) {
    const { journeyId, editors } = await open(4);
    // The oracle: what was written, by id, with no merging at all.
    const written = new Map<string, string>();
    for (const [index, { who, act, deed }] of turns.entries()) {
      const editor = editors[who]!;
      const { doc } = editor.client;
      if (act === "write") {
        const id = `own-${index}`;
        edit.addCard(doc, { id, laneId: "kept-lane", stepId: "kept-step", text: "" });
        edit.setCardText(doc, id, `Écrit au tour ${index}`);
        written.set(id, `Écrit au tour ${index}`);
      }
      if (act === "deed") doDeed(doc, deed, `deed-${index}`);
      if (act === "leave" && editor.isOnline) editor.client.disconnect();
      if (act === "come" && !editor.isOnline) await editor.client.connect();
      if (act === "cut" && editor.isOnline) editor.client.cut();
      if (act === "leave" || act === "come") editor.isOnline = act === "come";
      if (act === "wait") await new Promise((next) => setImmediate(next));
    }
    for (const { client, isOnline } of editors) if (!isOnline) await client.connect();
    const said = () => editors.map(({ client }) => readDocument(client.doc));
    const own = (document: ReturnType<typeof readDocument> | undefined) =>
      new Map(document?.cards.filter(({ id }) => written.has(id)).map(({ id, text }) => [id, text]));
    await expect.poll(() => said().every((document) => own(document).size === written.size), patience).toBe(true);
    await expect.poll(() => editors.every(({ client }) => client.isSaved()), patience).toBe(true);
    await expect.poll(() => new Set(said().map((document) => JSON.stringify(document))).size, patience).toBe(1);
    const [agreed] = said();
    expect(own(agreed)).toEqual(written);
    const replica = await openReplica(stores.db, journeyId, new Y.Doc());
    expect(readDocument(replica.doc)).toEqual(agreed);
    for (const { client } of editors) client.close();
  }
});

test("[J45] the rows say a full map as the document does, whatever characters are in it", async () => {
  const beside = createLogEditor({ db: stores.db, processId: randomUUID() });
  const { id: journeyId } = await createJourney({ db: stores.db, newId: randomUUID }, workspaceId, {
    name: "Plein",
    document: {
      name: "",
      stages: [{ id: "before", name: "Avant\0", phase: "intent" }],
      steps: [
        { id: "dream", stageId: "before", name: "Je rêve", selfScore: 2 },
        { id: "buy", stageId: "before", name: "" },
      ],
      lanes: [{ id: "pains", kind: "irritant", name: "", isCollapsed: true }],
      cards: [
        {
          id: "lost",
          laneId: "pains",
          stepId: "dream",
          text: "Perdu \ud83d",
          severity: 3,
          evidence: "«\0dit\ud800»",
          tags: ["a\0b", "é\udc00"],
          personaIds: ["claire"],
        },
      ],
      placements: [],
      links: [{ id: "back", kind: "return", fromStepId: "buy", toStepId: "dream", name: "re\0vient" }],
      personas: [{ id: "claire" }],
      emotions: [{ id: "claire-target-dream", personaId: "claire", state: "target", stepId: "dream", value: -0.5 }],
      framing: { objective: "Sa\0voir \udfff", drivers: ["loyalty"], maturity: "low" },
      isCycle: true,
    },
  });
  const storable = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value, (_key, part: unknown) =>
        typeof part === "string" ? part.replaceAll("\0", "").toWellFormed() : part,
      ),
    ) as T;
  const check = async () => {
    const { doc } = await openReplica(stores.db, journeyId, new Y.Doc());
    expect((await getJourney(stores.db, journeyId))?.document).toEqual(storable(readDocument(doc)));
  };
  await check();
  await beside.edit(journeyId, null, (doc) => {
    edit.setDetails(doc, "cards", "lost", { tags: [], isMet: true, severity: null });
    edit.setEmotion(doc, { personaId: null, state: "lived", stepId: "buy" }, 2);
    edit.setFraming(doc, { team: "\0" });
    edit.setLocked(doc, true);
  });
  await check();
});
