import { randomUUID } from "node:crypto";
import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from "vitest";
import { acceptEvents, type AcceptedEvent, identify, type Moved, startInbox } from "./inbox.ts";
import { type ImportWorld, importWorld } from "./import.testing.ts";
import { inTurn } from "./lock.ts";

let world: ImportWorld;
let workspaceId: string;
beforeAll(async () => {
  world = await importWorld();
});
afterAll(() => world.close());

const log = { info: () => undefined, warn: () => undefined };

/** A new workspace and an inbox that moves its events until the test ends. */
async function begin() {
  workspaceId = await world.newWorkspace();
  const moved: Moved[] = [];
  const inbox = startInbox(world.stores, log, async (_, some) => void moved.push(some));
  onTestFinished(() => inbox.close());
  return { inbox, moved };
}

const answer = (part: Partial<AcceptedEvent> = {}): AcceptedEvent => ({
  id: randomUUID(),
  workspaceId,
  kind: "answer",
  touchpoint: "caisse",
  at: Date.parse("2026-03-01T10:00:00.123Z"),
  identifiers: [],
  metric: "nps",
  score: 9,
  comment: "Très bien",
  properties: { way: "link" },
  ...part,
});
const accept = (...events: AcceptedEvent[]) => acceptEvents(world.stores.db, events);
const stored = (columns = "event_id AS id") =>
  world.ask<Record<string, unknown>>(
    `SELECT ${columns} FROM event WHERE workspace_id = {workspaceId:UUID} ORDER BY occurred_at, event_id`,
    { workspaceId },
  );
const left = async (): Promise<number> => {
  const { rows } = await world.stores.pool.query("SELECT FROM event_inbox WHERE workspace_id = $1", [workspaceId]);
  return rows.length;
};
const emptied = async (): Promise<void> => {
  await expect.poll(left, { timeout: 15_000 }).toBe(0);
};

test("[I80] an accepted event is stored once, as it was, and said to have moved", async () => {
  const { inbox, moved } = await begin();
  const event = answer();
  await accept(event);
  inbox.wake();
  await emptied();
  expect(
    await stored("event_id, touchpoint_key, occurred_at, kind, person_id, metric, score, comment, properties"),
  ).toEqual([
    {
      event_id: event.id,
      touchpoint_key: "caisse",
      occurred_at: "2026-03-01 10:00:00.123",
      kind: "answer",
      person_id: event.id,
      metric: "nps",
      score: 9,
      comment: "Très bien",
      properties: { way: "link" },
    },
  ]);
  expect(moved).toEqual([{ workspaceId, touchpoints: ["caisse"] }]);
});

test("[I81] accepted twice, before it is stored or after, it is one event", async () => {
  const { inbox } = await begin();
  const event = answer();
  await accept(event);
  await accept(event);
  inbox.wake();
  await emptied();
  await accept(event);
  inbox.wake();
  await emptied();
  expect(await stored()).toEqual([{ id: event.id }]);
});

test("[I81] killed after storing a part and before forgetting it, nothing is lost and nothing doubled", async () => {
  const { inbox } = await begin();
  const events = Array.from({ length: 1200 }, (_, n) => answer({ at: Date.parse("2026-03-01T10:00:00Z") + n }));
  await world.stores.clickhouse.insert({
    table: "event",
    format: "JSONEachRow",
    values: events.slice(0, 700).map(({ id, at }) => ({
      workspace_id: workspaceId,
      touchpoint_key: "caisse",
      occurred_at: new Date(at).toISOString().slice(0, -1),
      event_id: id,
      kind: "answer",
      person_id: id,
    })),
  });
  await accept(...events);
  inbox.wake();
  await emptied();
  expect(await stored()).toEqual(events.map(({ id }) => ({ id })));
});

test("[I82] who is identified is the person that imports know by the same identifier, however typed", async () => {
  const { inbox } = await begin();
  const report = await world.run(
    workspaceId,
    {
      version: 1,
      name: "Visits",
      timeZone: "Europe/Paris",
      files: { visits: { file: "visits.csv" } },
      people: [{ kind: "email", column: "email" }],
      records: [{ shape: "contact", file: "visits", touchpoint: "caisse", when: "when" }],
    },
    { "visits.csv": "email,when\na@b.fr,2024-01-01\n" },
  );
  expect(report.counts).toMatchObject({ contacts: 1 });
  const identifiers = await identify(world.stores.db, workspaceId, [{ kind: "email", value: " A@b.fr " }]);
  expect(JSON.stringify(identifiers)).not.toContain("b.fr");
  await accept(answer({ identifiers }), answer({ identifiers }));
  inbox.wake();
  await emptied();
  const people = await stored("person_id AS person");
  expect(people).toHaveLength(3);
  expect(new Set(people.map(({ person }) => person)).size).toBe(1);
});

test("[I82] an event with two identifiers makes one person of two, and what is stored follows", async () => {
  const { inbox } = await begin();
  const known = (...given: [kind: string, value: string][]) =>
    identify(
      world.stores.db,
      workspaceId,
      given.map(([kind, value]) => ({ kind, value })),
    );
  await accept(
    answer({ identifiers: await known(["email", "a@b.fr"]) }),
    answer({ identifiers: await known(["phone", "06 12"]) }),
  );
  inbox.wake();
  await emptied();
  await accept(answer({ identifiers: await known(["phone", "0612"], ["email", "a@b.fr"]) }));
  inbox.wake();
  await emptied();
  const people = await stored("person_id AS person");
  expect(people).toHaveLength(3);
  expect(new Set(people.map(({ person }) => person)).size).toBe(1);
});

test("[I83] events of a workspace wait while an import decides there who is who", async () => {
  const { inbox } = await begin();
  const other = await world.newWorkspace();
  const waiting = answer();
  await inTurn(world.stores.db, "people of", workspaceId, async () => {
    await accept(waiting, answer({ workspaceId: other }));
    inbox.wake();
    await expect
      .poll(() => world.ask("SELECT 1 FROM event WHERE workspace_id = {other:UUID}", { other }), { timeout: 15_000 })
      .toHaveLength(1);
    expect([await left(), await stored()]).toEqual([1, []]);
  });
  await emptied();
  expect(await stored()).toEqual([{ id: waiting.id }]);
});

test("[I84] while the store of events is away what is accepted stays, and moves once it is back", async () => {
  const { url, user, password } = inject("stores").clickhouse;
  const port = await new Promise<number>((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
  const [named] = await world.ask<{ database: string }>("SELECT currentDatabase() AS database");
  const clickhouse = createClient({
    url: `http://127.0.0.1:${port}`,
    username: user,
    password,
    database: named!.database,
    log: { level: ClickHouseLogLevel.OFF },
  });
  onTestFinished(() => clickhouse.close());
  workspaceId = await world.newWorkspace();
  const failed = Promise.withResolvers<void>();
  const said: string[] = [];
  const away = startInbox(
    { db: world.stores.db, clickhouse },
    {
      info: (message) => said.push(message),
      warn: (message) => {
        said.push(message);
        failed.resolve();
      },
    },
    async () => undefined,
  );
  onTestFinished(() => away.close());
  const event = answer();
  await accept(event);
  await failed.promise;
  expect([await left(), await stored()]).toEqual([1, []]);

  const real = new URL(url);
  const bridge = createServer((socket) => {
    const far = connect(Number(real.port), real.hostname);
    socket.on("error", () => far.destroy());
    far.on("error", () => socket.destroy());
    socket.pipe(far).pipe(socket);
  });
  await new Promise<void>((done) => bridge.listen(port, "127.0.0.1", done));
  onTestFinished(() => void bridge.close());
  await emptied();
  expect(await stored()).toEqual([{ id: event.id }]);
  await expect.poll(() => said.at(-1)).toBe("accepted events are stored again");
});
