import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createJourney } from "#journey/index.ts";
import { createLog } from "#platform/log.ts";
import { testStores, type TestStores } from "#testing/stores.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import { createWorkspace } from "#workspace/index.ts";
import { measuredDays, rollUps } from "./roll-up.ts";

let stores: TestStores;
let workspaceId: string;
const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });

const newWorkspace = async () => {
  const settings = { name: "Test", locale: "en", timeZone: "Europe/Paris" } as const;
  return (await createWorkspace({ db: stores.db, log }, null, settings)).id;
};
beforeAll(async () => {
  stores = await testStores();
  workspaceId = await newWorkspace();
}, 60_000);
afterAll(() => stores.close());

async function journeyOf(keys: readonly string[], parentId?: string, expectation?: number): Promise<string> {
  const touchpoints = keys.map((key) => ({
    key,
    name: key,
    channelKey: null,
    teamKey: null,
    initiator: "customer" as const,
  }));
  const library = await ensureLibrary(stores.db, workspaceId, { channels: [], teams: [], touchpoints });
  const idOf = (key: string) => library.touchpoints.find((touchpoint) => touchpoint.key === key)!.id;
  const { id } = await createJourney({ db: stores.db, newId: randomUUID }, workspaceId, {
    name: "A journey",
    parentId,
    document: {
      name: "",
      stages: [{ id: "stage", name: "" }],
      steps: keys.map((key) => ({ id: `at-${key}`, stageId: "stage", name: key })),
      lanes: [],
      cards: [],
      placements: keys.map((key) => ({
        id: `place-${key}`,
        stepId: `at-${key}`,
        touchpointId: idOf(key),
        importance: null,
        momentOfTruth: false,
        expectation: expectation ?? null,
      })),
    },
  });
  return id;
}

async function give(
  touchpoint: string,
  people: readonly number[],
  score: number,
  at = "2026-03-10 10:00:00",
): Promise<void> {
  const rows = people.map((person) => ({
    workspace_id: workspaceId,
    touchpoint_key: touchpoint,
    occurred_at: at,
    event_id: randomUUID(),
    kind: "answer",
    person_id: `00000000-0000-4000-8000-${String(person).padStart(12, "0")}`,
    case_id: "",
    metric: "stars",
    score,
    comment: "",
    properties: {},
  }));
  await stores.clickhouse.insert({ table: "event", format: "JSONEachRow", values: rows });
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

test("[J188] measures roll up over nested journeys: touchpoints, people and answers once, the score from all answers", async () => {
  const top = await journeyOf(["call", "shop"]);
  const child = await journeyOf(["call", "chat"], top);
  const grandchild = await journeyOf(["mail"], child);
  await give("call", numbers(1, 10), 5);
  await give("shop", numbers(1, 10), 3);
  await give("chat", numbers(6, 10), 1);
  await give("mail", numbers(20, 5), 1);
  await give("call", numbers(1, 4), 1, "2026-02-10 10:00:00");

  const found = await rollUps({ db: stores.db, clickhouse: stores.clickhouse }, workspaceId, {
    from: "2026-03-01",
    to: "2026-03-31",
  });
  const of = (id: string) => found.find(({ journeyId }) => journeyId === id);
  expect(of(top)?.own).toMatchObject({ answers: 20, people: 10, scores: [{ n: 20, value: 4 }] });
  expect(of(top)?.withNested).toMatchObject({ answers: 35, people: 20, scores: [{ n: 35 }] });
  expect(of(top)?.withNested?.scores[0]?.value).toBeCloseTo((10 * 5 + 10 * 3 + 15) / 35, 3);
  expect(of(child)?.withNested).toMatchObject({ answers: 25, people: 20 });
  expect(of(grandchild)).toMatchObject({ own: { answers: 5, people: 5 }, withNested: null });
});

test("[U124] a rolled-up score is expected to be what the maps expect of its touchpoints, by their answers", async () => {
  const top = await journeyOf(["desk"], undefined, 3);
  await journeyOf(["till"], top);
  await give("desk", numbers(1, 6), 4);
  await give("till", numbers(1, 2), 4);
  const found = await rollUps({ db: stores.db, clickhouse: stores.clickhouse }, workspaceId, {});
  const of = (id: string) => found.find(({ journeyId }) => journeyId === id);
  expect(of(top)?.own.expectation).toBe(3);
  expect(of(top)?.withNested?.expectation).toBe((6 * 3 + 2 * 4) / 8);
});

test("[J188] the days with data are those of all journeys; a workspace without any has none and no figures", async () => {
  const deps = { db: stores.db, clickhouse: stores.clickhouse };
  expect(await measuredDays(deps, workspaceId)).toEqual({ firstDay: "2026-02-10", lastDay: "2026-03-10" });
  const empty = await newWorkspace();
  expect(await measuredDays(deps, empty)).toEqual({ firstDay: null, lastDay: null });
  expect(await rollUps(deps, empty, {})).toEqual([]);
});
