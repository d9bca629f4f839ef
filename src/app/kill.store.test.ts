import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createImport, getImport, runImport, setMapping, uploadFiles } from "#activity/api.ts";
import type { Import, MappingInput } from "#activity/model.ts";
import { getMeasures } from "#insight/api.ts";
import * as journeyApi from "#journey/api.ts";
import { type Door, doorTo, enter } from "#testing/door.ts";
import { type TestProduct, testProduct } from "#testing/product.ts";
import { ApiError, urlOf } from "#ui/call.ts";
import { createOwner, getSession } from "#workspace/api.ts";
import { randomFrom } from "../../tools/demo/random.ts";

const kills = 20;
const rowsPerFile = 4000;
const patience = 600_000;
const random = randomFrom(20_261_122);

let product: TestProduct;
let cookie: string | null = null;
let owner: Door;
let workspaceId: string;
let journeyId: string;

beforeAll(async () => {
  product = await testProduct();
  owner = doorTo(product.url, async () => cookie);
});
afterAll(() => product.close());

/** What the server said yes to, and so has to keep. */
const acknowledged = { cards: new Set<string>(), imports: new Map<string, string>() };

test(
  "[P66] killed twenty times during imports and edits, it has everything it acknowledged",
  async () => {
    await settleIn();
    for (let round = 0; round < kills; round++) await liveAndDie(round);

    const server = product.spawn("start");
    await server.saying(/Ctrl-C/);
    const imports = await Promise.all([...acknowledged.imports.keys()].map(whenOver));
    expect(imports.filter(({ status }) => status !== "done")).toEqual([]);

    const { document } = await owner.call(journeyApi.getJourney, { params: { journeyId } });
    const texts = new Set(document.cards.map(({ text }) => text));
    expect([...acknowledged.cards].filter((text) => !texts.has(text))).toEqual([]);
    expect(texts.size).toBe(document.cards.length);

    const { touchpoints } = await owner.call(getMeasures, { params: { journeyId }, query: { splitBy: "batch" } });
    const contacts = new Map(touchpoints[0]?.split.map((split) => [split.value, split.contacts]));
    expect([...acknowledged.imports.values()].filter((batch) => contacts.get(batch) !== rowsPerFile)).toEqual([]);
    // What was not acknowledged is there as a whole or not at all.
    expect([...contacts.values()].filter((rows) => rows !== rowsPerFile)).toEqual([]);

    // It was killed in the middle of everything, or nothing was tried.
    expect(acknowledged.cards.size).toBeGreaterThan(kills / 4);
    expect(acknowledged.imports.size).toBeGreaterThan(kills / 10);
    server.process.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
  },
  patience,
);

/** One life of the server: it starts, works, and is killed a random while after a random thing happened to it. */
async function liveAndDie(round: number): Promise<void> {
  const server = product.spawn("start");
  const acted = new EventTarget();
  const happened = (name: string) => new Promise((done) => acted.addEventListener(name, done, { once: true }));
  const moment = random.pick([
    { after: Promise.resolve(), most: 1000 },
    { after: happened("card"), most: 100 },
    { after: happened("import"), most: 1000 },
  ]);
  const later = random.int(0, moment.most);
  const killed = moment.after.then(() => sleep(later)).then(() => server.process.kill("SIGKILL"));
  const isReady = await server.saying(/Ctrl-C/).then(
    () => true,
    () => false,
  );
  if (isReady) await workUntilKilled(round, (name) => acted.dispatchEvent(new Event(name)));
  await killed;
  await server.ended;
}

type Tell = (acknowledged: "card" | "import") => void;

/** An owner, and a journey with one cell to write into. */
async function settleIn(): Promise<void> {
  const server = product.spawn("start");
  const [, token = ""] = /token=(\S+)/.exec(await server.saying(/Ctrl-C/)) ?? [];
  cookie = await enter(product.url, createOwner, {
    body: { token, name: "Ada", email: "ada@example.com", password: "correct horse battery", locale: "en" },
  });
  workspaceId = (await owner.call(getSession)).workspaces[0]?.id ?? "";
  const { id } = await owner.call(journeyApi.createJourney, {
    params: { workspaceId },
    body: {
      name: "Kill",
      key: "kill",
      document: {
        name: "Kill",
        stages: [{ id: "stage", name: "" }],
        steps: [{ id: "step", stageId: "stage", name: "" }],
        lanes: [{ id: "lane", kind: "free", name: "" }],
        cards: [],
        placements: [],
      },
    },
  });
  journeyId = id;
  server.process.kill("SIGKILL");
  await server.ended;
}

/** Edits and imports as fast as the server answers, until it is gone; what it did not answer, it did not acknowledge. */
async function workUntilKilled(round: number, tell: Tell): Promise<void> {
  const works = await Promise.allSettled([edit(round, tell), bringFile(round, tell)]);
  for (const work of works) if (work.status === "rejected" && work.reason instanceof ApiError) throw work.reason;
}

async function edit(round: number, tell: Tell): Promise<never> {
  for (let n = 0; ; n++) {
    const text = `card ${round}.${n}`;
    await owner.call(journeyApi.addCard, { params: { journeyId }, body: { laneId: "lane", stepId: "step", text } });
    acknowledged.cards.add(text);
    tell("card");
  }
}

async function bringFile(round: number, tell: Tell): Promise<void> {
  const batch = `batch ${round}`;
  const { id: importId } = await owner.call(createImport, { params: { workspaceId } });
  const params = { workspaceId, importId };
  const form = new FormData();
  form.append("file", new Blob([csv(batch)]), "contacts.csv");
  await owner.fetch(urlOf(uploadFiles.path, params), { method: "POST", body: form });
  await owner.call(setMapping, { params, body: { mapping } });
  await owner.call(runImport, { params, body: {} });
  acknowledged.imports.set(importId, batch);
  tell("import");
}

async function whenOver(importId: string): Promise<Import> {
  for (;;) {
    const one = await owner.call(getImport, { params: { workspaceId, importId } });
    if (["done", "failed", "cancelled"].includes(one.status)) return one;
    await sleep(100);
  }
}

const mapping = {
  version: 1,
  name: "Contacts",
  timeZone: "Europe/Paris",
  files: { contacts: { file: "contacts.csv" } },
  people: [{ kind: "customer", column: "customer" }],
  properties: { batch: "batch" },
  records: [{ shape: "contact", file: "contacts", touchpoint: "call", when: "at", key: ["id", "batch"] }],
  journey: {
    key: "kill",
    name: "Kill",
    stages: [{ name: "Stage", steps: [{ name: "Step", touchpoints: [{ key: "call", name: "Call" }] }] }],
  },
} satisfies MappingInput;

function csv(batch: string): string {
  const first = Date.parse("2026-01-01T00:00:00Z");
  const rows = Array.from(
    { length: rowsPerFile },
    (_, n) => `${n},${batch},c${n % 997},${new Date(first + n * 60_000).toISOString()}`,
  );
  return ["id,batch,customer,at", ...rows].join("\n");
}
