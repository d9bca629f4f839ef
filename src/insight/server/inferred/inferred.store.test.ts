import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createJourney } from "#journey/index.ts";
import { createLog } from "#platform/log.ts";
import { testStores, type TestStores } from "#testing/stores.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import { createWorkspace } from "#workspace/index.ts";
import { seeded } from "../../seeded.testing.ts";
import { inferSatisfaction } from "./inferred.ts";
import { learnAll } from "./learning.ts";
import type { InferredTables } from "./tables.ts";

let stores: TestStores;
let workspaceId: string;
let journeyId: string;
let wanted = 0;
const now = new Date("2026-04-01T06:00:00Z");
const deps = () => ({ ...stores, now: () => now, onUnlearnt: () => void wanted++ });
const learn = () => learnAll(deps(), new AbortController().signal);
const infer = (asked = {}) => inferSatisfaction(deps(), journeyId, asked);

const personId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const people = 1_200;
const random = seeded(11);

/** Somebody is delivered to, late one time in three; of every four the first answers, and likes it late 30 times in 100, else 85. */
function deliveries() {
  return Array.from({ length: people }, (_, n) => {
    const isLate = random() < 1 / 3;
    const at = Date.UTC(2026, 0, 1) + n * 3_600_000;
    const common = { workspace_id: workspaceId, person_id: personId(n + 1) };
    const properties = { delivery: isLate ? "late" : "on time" };
    const contact = { ...common, touchpoint_key: "delivery", event_id: randomUUID(), kind: "contact", properties };
    const order = { ...contact, touchpoint_key: "order", event_id: randomUUID(), properties: {} };
    const isSatisfied = random() < (isLate ? 0.3 : 0.85);
    const answer = { ...contact, event_id: randomUUID(), kind: "answer", metric: "csat", score: isSatisfied ? 5 : 2 };
    const dated = (event: object, milliseconds: number) => ({
      ...event,
      occurred_at: new Date(milliseconds).toISOString().replace("T", " ").replace("Z", ""),
    });
    return [
      dated(order, at - 86_400_000),
      dated(contact, at),
      ...(n % 4 === 0 ? [dated({ ...answer, properties: { way: "link" } }, at + 60_000)] : []),
    ];
  }).flat();
}

beforeAll(async () => {
  stores = await testStores();
  const log = createLog({ level: "silent", now: () => new Date(), write: () => {} });
  workspaceId = (await createWorkspace({ db: stores.db, log }, null, { name: "Test", locale: "en", timeZone: "UTC" }))
    .id;
  const { touchpoints } = await ensureLibrary(stores.db, workspaceId, {
    channels: [],
    teams: [],
    touchpoints: ["order", "delivery"].map((key) => ({
      key,
      name: key,
      channelKey: null,
      teamKey: null,
      initiator: "customer" as const,
    })),
  });
  ({ id: journeyId } = await createJourney({ db: stores.db, newId: randomUUID }, workspaceId, {
    name: "A journey",
    document: {
      name: "A journey",
      stages: [{ id: "stage", name: "Stage" }],
      steps: [{ id: "step", stageId: "stage", name: "I do" }],
      lanes: [],
      cards: [],
      placements: touchpoints.map(({ id, key }) => ({
        id: key,
        stepId: "step",
        touchpointId: id,
        importance: null,
        momentOfTruth: false,
        expectation: null,
      })),
    },
  }));
  await stores.clickhouse.insert({ table: "event", format: "JSONEachRow", values: deliveries() });
});

afterAll(() => stores.close());

test("[M65] what was never learnt is asked for, and then inferred of those who did not answer, beside the measure", async () => {
  const before = await infer();
  expect(before).toMatchObject({ isLearning: true, touchpoints: [{ key: "delivery", learnt: null, inferred: null }] });
  expect(wanted).toBe(1);

  await learn();
  const { isLearning, touchpoints } = await infer();
  expect(isLearning).toBe(false);
  const [delivery] = touchpoints;
  expect(delivery).toMatchObject({
    learnt: { version: 1, metric: "csat", answers: 300, refusal: null, trainedAt: now.toISOString() },
    measured: { n: 300 },
    inferred: { people: 900 },
  });
  expect(delivery!.learnt!.reasons[0]).toMatchObject({ kind: "property", name: "delivery" });
  const { value, low, high } = delivery!.inferred!;
  expect(low).toBeLessThan(67);
  expect(high).toBeGreaterThan(66);
  expect([value - low, high - value].every((half) => half > 1 && half < 12)).toBe(true);
});

test("[M65] a filter and a period narrow whom it speaks of, not what it learnt from", async () => {
  const [late] = (await infer({ filter: "delivery:late" })).touchpoints;
  expect(late!.inferred!.high).toBeLessThan(50);
  const [january] = (await infer({ from: "2026-01-01", to: "2026-01-31" })).touchpoints;
  // 31 days of 24 people, of whom one in four answered.
  expect(january!.inferred!.people).toBe(558);
  expect(january!.learnt!.answers).toBe(300);
});

test("[M66] it learns again where answers came or went, and nowhere else", async () => {
  const version = async () => (await infer()).touchpoints[0]!.learnt!.version;
  await stores.clickhouse.command({
    query: "DELETE FROM event WHERE kind = 'answer' AND person_id = {person:UUID}",
    query_params: { person: personId(1) },
  });
  await learn();
  expect([await version(), (await infer()).touchpoints[0]!.learnt!.answers]).toEqual([2, 299]);
  await learn();
  expect(await version()).toBe(2);
});

test("[M66] without answers nothing that was learnt is kept", async () => {
  await stores.clickhouse.command({ query: "DELETE FROM event WHERE kind = 'answer'" });
  await learn();
  const models = await stores.db.withTables<InferredTables>().selectFrom("inferred_model").selectAll().execute();
  expect(models).toEqual([]);
  expect(await infer()).toEqual({ isLearning: false, touchpoints: [] });
});
