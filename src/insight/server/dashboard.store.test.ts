import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createJourney } from "#journey/index.ts";
import { createLog } from "#platform/log.ts";
import { testStores, type TestStores } from "#testing/stores.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import { createWorkspace } from "#workspace/index.ts";
import { type Metric, otherValues } from "../model.ts";
import { openDashboard } from "./dashboard.ts";
import { createDriverAnalysis } from "./driver-analysis.ts";
import { facetsOf } from "./facets.ts";
import { deriveImportance } from "./importance.ts";
import { peopleAt, peopleOfFigure } from "./people.ts";
import { measureJourney } from "./queries.ts";
import { trendAt } from "./trend.ts";
import { verbatimsAt } from "./verbatims.ts";

let stores: TestStores;
let workspaceId: string;
let journeyId: string;

const personId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const march = { from: "2026-03-01", to: "2026-03-31" };

interface Given {
  touchpoint: string;
  at: string;
  metric?: Metric;
  score?: number;
  properties?: Record<string, string>;
}

/** As many events, each of a person of their own from `first` on. */
async function give(count: number, first: number, { touchpoint, at, metric, score = 0, properties = {} }: Given) {
  await stores.clickhouse.insert({
    table: "event",
    format: "JSONEachRow",
    values: Array.from({ length: count }, (_, i) => ({
      workspace_id: workspaceId,
      touchpoint_key: touchpoint,
      occurred_at: `${at} 12:00:00`,
      event_id: randomUUID(),
      kind: metric === undefined ? "contact" : "answer",
      person_id: personId(first + i),
      metric: metric ?? "",
      score,
      comment: metric === undefined ? "" : "said so",
      properties,
    })),
  });
}

beforeAll(async () => {
  stores = await testStores();
  const log = createLog({ level: "silent", now: () => new Date(), write: () => {} });
  workspaceId = (
    await createWorkspace({ db: stores.db, log }, null, { name: "Test", locale: "en", timeZone: "Europe/Paris" })
  ).id;
  const library = await ensureLibrary(stores.db, workspaceId, {
    channels: ["web", "shop"].map((key) => ({ key, name: key, kind: key as "web" })),
    teams: [],
    touchpoints: ["quote", "advice", "elsewhere"].map((key) => ({
      key,
      name: key,
      channelKey: key === "quote" ? "web" : "shop",
      teamKey: null,
      initiator: "customer" as const,
    })),
  });
  const idOf = (key: string) => library.touchpoints.find((touchpoint) => touchpoint.key === key)!.id;
  ({ id: journeyId } = await createJourney({ db: stores.db, newId: randomUUID }, workspaceId, {
    name: "A journey",
    document: {
      name: "A journey",
      stages: [{ id: "stage", name: "Stage" }],
      steps: [{ id: "step", stageId: "stage", name: "I do" }],
      lanes: [],
      cards: [],
      placements: ["quote", "advice"].map((key) => ({
        id: key,
        stepId: "step",
        touchpointId: idOf(key),
        importance: null,
        momentOfTruth: false,
        expectation: null,
      })),
    },
  }));
  await give(40, 0, { touchpoint: "quote", at: "2026-02-10", metric: "csat", score: 2 });
  await give(40, 100, { touchpoint: "quote", at: "2026-03-10", metric: "csat", score: 5, properties: { type: "pro" } });
  await give(40, 140, {
    touchpoint: "advice",
    at: "2026-03-11",
    metric: "csat",
    score: 2,
    properties: { type: "home" },
  });
  await give(20, 100, { touchpoint: "advice", at: "2026-03-12" });
  await give(10, 300, {
    touchpoint: "quote",
    at: "2026-03-13",
    metric: "nps",
    score: 9,
    properties: { relational: "yes" },
  });
  await give(4, 350, { touchpoint: "", at: "2026-03-13", metric: "nps", score: 9, properties: { relational: "yes" } });
  await give(50, 400, { touchpoint: "elsewhere", at: "2026-03-13", metric: "nps", score: 9 });
});
afterAll(() => stores.close());

test("[M30, V328] answers about the relation as a whole, at whatever touchpoint or none, count nowhere but on their own line", async () => {
  const board = await openDashboard(stores, journeyId, march);
  expect(board).toMatchObject({ contacts: 20, answers: 80, relational: [{ metric: "nps", n: 14, value: 100 }] });
  expect(board.scores.map(({ metric, n }) => [metric, n])).toEqual([["csat", 80]]);
  const { whole } = await measureJourney(stores, journeyId, march);
  expect([whole.answers, whole.people]).toEqual([80, 80]);
  const at = [stores, journeyId, "quote", { limit: 50 }] as const;
  expect((await peopleAt(...at)).total).toBe(80);
  expect((await verbatimsAt(...at)).verbatims.every(({ metric }) => metric === "csat")).toBe(true);
  const { points } = await trendAt(stores, journeyId, "quote", march);
  expect(points[12]).toMatchObject({ from: "2026-03-13", scores: [] });
  const { properties } = await facetsOf(stores, journeyId);
  expect(properties.map(({ name }) => name)).toEqual(["type"]);
});

test("[M31, M35] a month is compared with the month before and seen in its course", async () => {
  const { before, touchpoints, course } = await openDashboard(stores, journeyId, march);
  expect(before).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(touchpoints.map(({ key, change }) => [key, change?.value ?? null, change?.isBelieved ?? null])).toEqual([
    ["quote", 100, true],
    ["advice", null, null],
  ]);
  expect(course.bucket).toBe("week");
  expect(course.points[0]).toMatchObject({ from: "2026-02-09", to: "2026-02-15", scores: [{ n: 40, value: 0 }] });
  expect(course.points.at(-1)).toMatchObject({ to: "2026-03-31" });
});

test("[M39] without a period everything counts, and the same figures come of any number of touchpoints", async () => {
  const board = await openDashboard(stores, journeyId, {});
  expect(board).toMatchObject({ from: null, to: null, before: null, answers: 120 });
  const map = await measureJourney(stores, journeyId, {});
  expect(board.scores).toEqual(map.whole.scores);
  expect(board.touchpoints.map(({ key, scores }) => [key, scores])).toEqual(
    map.touchpoints.map(({ key, scores }) => [key, scores]),
  );
});

test("[M18, M36] a filter holds for every figure, and a property is compared value by value", async () => {
  const pros = await openDashboard(stores, journeyId, { ...march, filter: "type:pro" });
  expect([pros.answers, pros.contacts]).toEqual([40, 0]);
  const { segments } = await openDashboard(stores, journeyId, { ...march, splitBy: "type" });
  expect(segments!.values.map(({ value, scores }) => [value, scores[0]?.value ?? null])).toEqual([
    ["home", 0],
    ["pro", 100],
    ["", null],
  ]);
});

test("[M17, M36] rare values come together, however many there are, and the common ones are the same for it", async () => {
  const wide = { from: "2031-03-01", to: "2031-03-31" };
  const insert = (value: string, from: number, to: number) =>
    stores.clickhouse.command({
      query: `INSERT INTO event (workspace_id, touchpoint_key, occurred_at, event_id, kind, person_id, metric, score, properties)
        SELECT '${workspaceId}', 'quote', toDateTime64('2031-03-10 12:00:00', 3, 'UTC'), generateUUIDv4(), 'answer', generateUUIDv4(), 'nps',
          10, map('parcel', ${value}) FROM numbers(${from}, ${to - from})`,
    });
  await insert("concat('common ', toString(number % 50))", 0, 500);
  await insert("concat('rare ', toString(number))", 0, 300);
  const counted = async () => {
    const { segments } = await openDashboard(stores, journeyId, { ...wide, splitBy: "parcel" });
    return segments?.values.map(({ value, answers }) => [value, answers]) ?? [];
  };
  const few = await counted();
  expect(few).toHaveLength(51);
  expect(few.at(-1)).toEqual([otherValues, 300]);
  await insert("concat('rare ', toString(number))", 300, 60_000);
  expect(await counted()).toEqual([...few.slice(0, -1), [otherValues, 60_000]]);
});

test("[M38] the people behind a figure of several touchpoints are counted once, and only those of the map", async () => {
  const behind = async (asked: Partial<Parameters<typeof peopleOfFigure>[2]>) =>
    (await peopleOfFigure(stores, journeyId, { ...march, limit: 50, ...asked })).total;
  expect(await behind({})).toBe(80);
  expect(await behind({ touchpoint: ["quote", "advice"] })).toBe(80);
  expect(await behind({ touchpoint: "advice" })).toBe(60);
  expect(await behind({ touchpoint: "elsewhere" })).toBe(0);
  expect(await behind({ isRelational: true })).toBe(14);
});

test("[M37] invitations that the product sent in the period say how many of those asked have answered", async () => {
  const { rows } = await stores.pool.query(
    `INSERT INTO survey (workspace_id, touchpoint_id, touchpoint_key, name, state, relation, token)
     SELECT workspace_id, id, key, key, 'open', CASE key WHEN 'quote' THEN 'transactional' ELSE 'relational' END, key
     FROM touchpoint WHERE workspace_id = $1 RETURNING id`,
    [workspaceId],
  );
  for (const { id } of rows)
    await stores.pool.query(
      `INSERT INTO survey_invitation (workspace_id, survey_id, channel, address, person_ref, state, sent_at, answered_at, last_chance, properties)
       SELECT $1, $2, 'email', 'a@example.com', gen_random_uuid(), 'ended', '2026-03-05', CASE WHEN n <= 3 THEN now() END, now(), jsonb_build_object('type', CASE WHEN n <= 4 THEN 'pro' ELSE 'home' END)
       FROM generate_series(1, 10) AS n`,
      [workspaceId, id],
    );
  const board = await openDashboard(stores, journeyId, march);
  expect(board.responses).toMatchObject({ invited: 10, answered: 3, rate: 0.3 });
  expect(board.touchpoints.map(({ responses }) => responses?.invited ?? null)).toEqual([10, null]);
  const pros = await openDashboard(stores, journeyId, { ...march, filter: "type:pro" });
  expect(pros.responses).toMatchObject({ invited: 4, answered: 3 });
  expect((await openDashboard(stores, journeyId, { from: "2026-02-01", to: "2026-02-28" })).responses).toBeNull();
});

test("[M40] importance is derived from people who answered both, or refused", async () => {
  const analysis = createDriverAnalysis();
  const derive = (asked: Partial<Parameters<typeof deriveImportance>[3]>) =>
    deriveImportance(stores, analysis, journeyId, { target: "advice", ...asked });
  expect(await derive({})).toMatchObject({ refused: "fewAnswers", drivers: [], leftOut: ["quote"] });
  for (let score = 1; score <= 5; score++) {
    await give(4, 500 + 10 * score, { touchpoint: "quote", at: "2026-04-10", metric: "csat", score });
    await give(4, 500 + 10 * score, { touchpoint: "advice", at: "2026-04-11", metric: "csat", score });
  }
  const found = await derive({ from: "2026-04-01", to: "2026-04-30" });
  expect(found).toMatchObject({ method: "shapley", n: 20, r2: 1, refused: null, leftOut: [] });
  expect(found.drivers).toMatchObject([{ key: "quote", share: 1, sign: 1 }]);
  await expect(derive({ target: "elsewhere" })).rejects.toMatchObject({ code: "not_found" });
});
