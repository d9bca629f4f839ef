import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createJourney } from "#journey/index.ts";
import { ask } from "#platform/ask.ts";
import { createLog } from "#platform/log.ts";
import { testStores, type TestStores } from "#testing/stores.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import { createWorkspace } from "#workspace/index.ts";
import { Period } from "../api.ts";
import { otherValues, type Metric } from "../model.ts";
import { facetsOf } from "./facets.ts";
import { peopleAt } from "./people.ts";
import { measureJourney } from "./queries.ts";
import { trendAt } from "./trend.ts";
import { verbatimsAt } from "./verbatims.ts";

interface Given {
  touchpoint: string;
  /** UTC */
  at: string;
  person: number;
  kind?: "contact" | "answer";
  metric?: Metric;
  score?: number;
  comment?: string;
  case?: string;
  properties?: Record<string, string>;
}

let stores: TestStores;
let workspaceId: string;
let journeyId: string;

const personId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const answer = (touchpoint: string, at: string, person: number, score: number, part: Partial<Given> = {}): Given => ({
  touchpoint,
  at,
  person,
  kind: "answer",
  metric: "stars",
  score,
  ...part,
});

async function give(events: readonly Given[], inWorkspace = workspaceId): Promise<void> {
  await stores.clickhouse.insert({
    table: "event",
    format: "JSONEachRow",
    values: events.map(
      ({
        touchpoint,
        at,
        person,
        kind = "contact",
        metric = "",
        score = 0,
        comment = "",
        case: caseId = "",
        properties = {},
      }) => ({
        workspace_id: inWorkspace,
        touchpoint_key: touchpoint,
        occurred_at: at,
        event_id: randomUUID(),
        kind,
        person_id: personId(person),
        case_id: caseId,
        metric,
        score,
        comment,
        properties,
        import_id: personId(0),
      }),
    ),
  });
}

async function journeyOf(...touchpoints: string[][]): Promise<string> {
  const library = await ensureLibrary(stores.db, workspaceId, {
    channels: [],
    teams: [],
    touchpoints: touchpoints
      .flat()
      .map((key) => ({ key, name: key, channelKey: null, teamKey: null, initiator: "customer" as const })),
  });
  const idOf = (key: string) => library.touchpoints.find((touchpoint) => touchpoint.key === key)!.id;
  const journey = await createJourney({ db: stores.db, newId: randomUUID }, workspaceId, {
    name: "A journey",
    document: {
      name: "A journey",
      stages: [{ id: "stage", name: "Stage" }],
      steps: touchpoints.map((_, i) => ({ id: `step-${i}`, stageId: "stage", name: `I do ${i}` })),
      lanes: [],
      cards: [],
      placements: touchpoints.flatMap((keys, i) =>
        keys.map((key) => ({
          id: `${i}-${key}`,
          stepId: `step-${i}`,
          touchpointId: idOf(key),
          importance: null,
          momentOfTruth: false,
          expectation: null,
        })),
      ),
    },
  });
  return journey.id;
}

const measure = (asked: Parameters<typeof measureJourney>[2] = {}, id = journeyId) => measureJourney(stores, id, asked);

beforeAll(async () => {
  stores = await testStores();
  const log = createLog({ level: "silent", now: () => new Date(), write: () => {} });
  const make = () =>
    createWorkspace({ db: stores.db, log }, null, {
      name: "Test",
      locale: "en",
      timeZone: "Europe/Paris",
    });
  workspaceId = (await make()).id;
  const elsewhere = (await make()).id;
  journeyId = await journeyOf(["web", "shop"], ["shop", "phone"]);
  await give([{ touchpoint: "shop", at: "2026-03-10 10:00:00", person: 1 }], elsewhere);
  await give([
    // February in Paris, though the last of it is already March in Sydney and still February in London.
    { touchpoint: "shop", at: "2026-02-28 22:59:59", person: 9 },
    // March in Paris: its first instant is 23:00 UTC of the day before.
    { touchpoint: "shop", at: "2026-02-28 23:00:00", person: 1, case: "order-1", properties: { type: "pro" } },
    { touchpoint: "shop", at: "2026-03-10 10:00:00", person: 2, case: "order-2", properties: { type: "home" } },
    { touchpoint: "web", at: "2026-03-11 10:00:00", person: 1, case: "order-1", properties: { type: "pro" } },
    { touchpoint: "web", at: "2026-03-12 10:00:00", person: 1, case: "order-1", properties: { type: "pro" } },
    // The last instant of March in Paris, which is on summer time by then.
    { touchpoint: "phone", at: "2026-03-31 21:59:59", person: 3 },
    { touchpoint: "phone", at: "2026-03-31 22:00:00", person: 4 },
    ...Array.from({ length: 10 }, (_, i) =>
      answer("shop", "2026-03-15 12:00:00", 100 + i, 5, { properties: { type: "home" }, comment: `fine ${i}` }),
    ),
    ...Array.from({ length: 4 }, (_, i) =>
      answer("shop", "2026-03-16 12:00:00", 200 + i, 1, { properties: { type: "pro" }, comment: `bad ${i}` }),
    ),
    ...Array.from({ length: 6 }, (_, i) => answer("shop", "2026-02-15 12:00:00", 300 + i, 3)),
    ...Array.from({ length: 6 }, (_, i) => answer("web", "2026-03-15 12:00:00", 100 + i, 2)),
    answer("web", "2026-03-15 12:00:00", 999, 9),
  ]);
});

afterAll(() => stores.close());

const march = { from: "2026-03-01", to: "2026-03-31" };

describe("a month", () => {
  test("[M11] counts its days, both included, in the workspace's time zone", async () => {
    const { touchpoints } = await measure(march);
    expect(
      touchpoints.map(({ placementId, contacts, contactsBefore }) => [placementId, contacts, contactsBefore]),
    ).toEqual([
      ["0-web", 2, 0],
      ["0-shop", 2, 1],
      ["1-shop", 2, 1],
      ["1-phone", 1, 0],
    ]);
  });

  test("[M12] compares its scores with the month before, with the interval of the difference", async () => {
    const { before, touchpoints } = await measure(march);
    expect(before).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    const [score] = touchpoints[1]!.scores;
    expect(score).toMatchObject({
      metric: "stars",
      n: 14,
      value: 3.8571,
      trust: "indicative",
      change: { value: 0.8571, nBefore: 6 },
    });
    expect(score!.change!.low).toBeLessThan(0.8571);
    expect(score!.change!.high).toBeGreaterThan(0.8571);
  });

  test("[M13] counts a person once in a step, a stage and the whole, however many touchpoints they met there", async () => {
    const { touchpoints, steps, stages, whole } = await measure(march);
    expect(touchpoints.map(({ people }) => people)).toEqual([8, 16, 16, 1]);
    expect(steps.map(({ people }) => people)).toEqual([17, 17]);
    expect(stages[0]).toMatchObject({ id: "stage", people: 18, contacts: 5 });
    expect(whole).toMatchObject({ people: 18, contacts: 5, cases: 2, answers: 21 });
  });

  test("[M9] sums the answers of a step's touchpoints, each touchpoint once", async () => {
    const { stages } = await measure(march);
    expect(stages[0]!.scores).toMatchObject([{ n: 20, value: 3.3 }]);
  });

  test("[M10] leaves out scores that their scale does not have", async () => {
    const { touchpoints } = await measure(march);
    expect(touchpoints[0]).toMatchObject({ answers: 7, scores: [{ n: 6, value: 2 }] });
  });
});

describe("without bounds", () => {
  test("[M12] everything is counted and nothing compared", async () => {
    const { from, before, whole } = await measure();
    expect([from, before]).toEqual(["2026-02-15", null]);
    expect(whole).toMatchObject({ contacts: 7, contactsBefore: null });
    expect(whole.scores[0]!.change).toBeNull();
  });

  test("[M11] a period that ends before it begins is refused", async () => {
    await expect(measure({ from: "2026-03-02", to: "2026-03-01" })).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("[M11] the widest period there is holds everything, whatever came before it", async () => {
    const widest = { from: "1900-01-01", to: "2299-12-31" };
    expect(Period.safeParse(widest).success).toBe(true);
    expect(Period.safeParse({ from: "1899-12-31" }).success).toBe(false);
    expect(Period.safeParse({ to: "2300-01-01" }).success).toBe(false);
    expect((await measure(widest)).whole).toMatchObject({ contacts: 7, contactsBefore: 0 });
  });

  test("[M11] one bound is enough", async () => {
    expect((await measure({ from: "2026-03-31" })).whole.contacts).toBe(2);
    expect((await measure({ to: "2026-02-28" })).whole.contacts).toBe(1);
  });
});

describe("a split", () => {
  test("[M17] has the same figures for each value, those without the property under an empty one", async () => {
    const { touchpoints, whole } = await measure({ ...march, splitBy: "type" });
    expect(
      touchpoints[1]!.split.map(({ value, contacts, answers, people }) => ({ value, contacts, answers, people })),
    ).toEqual([
      { value: "home", contacts: 1, answers: 10, people: 11 },
      { value: "pro", contacts: 1, answers: 4, people: 5 },
    ]);
    expect(whole.split.map(({ value }) => value)).toEqual(["home", "", "pro"]);
  });

  test("[M7] hides the score of a value with fewer than 5 answers", async () => {
    const { touchpoints } = await measure({ ...march, splitBy: "type" });
    expect(touchpoints[1]!.split[1]!.scores[0]).toMatchObject({
      n: 4,
      value: null,
      low: null,
      high: null,
      trust: "hidden",
      distribution: [],
    });
  });

  test("[M17] puts the values beyond the fifty commonest together", async () => {
    const id = await journeyOf(["kiosk"]);
    await give(
      Array.from({ length: 60 }, (_, i) => ({
        touchpoint: "kiosk",
        at: "2026-01-05 10:00:00",
        person: i,
        properties: { town: `town ${i}` },
      })),
    );
    const { whole } = await measure({ splitBy: "town" }, id);
    expect(whole.split).toHaveLength(51);
    expect(whole.split.at(-1)).toMatchObject({ value: otherValues, contacts: 10, people: 10 });
  });
});

describe("a filter", () => {
  test("[M18] keeps the values asked for; properties must all hold", async () => {
    expect((await measure({ filter: "type:pro" })).whole.contacts).toBe(3);
    expect((await measure({ filter: ["type:pro", "type:home"] })).whole.contacts).toBe(4);
    expect((await measure({ filter: ["type:pro", "store:Lille"] })).whole.contacts).toBe(0);
  });

  test("[M18] is bound to the statement, never written into it", async () => {
    expect((await measure({ filter: "type' OR 1=1 --:x' OR 'a'='a", splitBy: "type'" })).whole.contacts).toBe(0);
  });
});

test("[M15] invitations count for the touchpoint they invite to, wherever they are sent", async () => {
  const id = await journeyOf(["checkout"]);
  await give([
    ...Array.from({ length: 20 }, (_, i) => ({
      touchpoint: "mailing",
      at: "2026-01-05 10:00:00",
      person: i,
      properties: { invites: "checkout" },
    })),
    ...Array.from({ length: 5 }, (_, i) => answer("checkout", "2026-01-06 10:00:00", i, 4)),
  ]);
  const { touchpoints, whole } = await measure({}, id);
  expect(touchpoints[0]).toMatchObject({ contacts: 0, answers: 5, responseRate: 0.25 });
  expect(whole.responseRate).toBe(0.25);
});

test("[M16] a trend has one point a bucket, those without events included", async () => {
  const { bucket, points } = await trendAt(stores, journeyId, "shop", { from: "2026-03-01", to: "2026-03-31" });
  expect(bucket).toBe("day");
  expect(points).toHaveLength(31);
  expect(points[0]).toMatchObject({ from: "2026-03-01", contacts: 1, people: 1, scores: [] });
  expect(points[14]).toMatchObject({ from: "2026-03-15", contacts: 0, people: 10, scores: [{ n: 10, value: 5 }] });
  const whole = await trendAt(stores, journeyId, "shop", {});
  expect([whole.points[0]!.from, whole.points.at(-1)!.to]).toEqual(["2026-02-15", "2026-03-16"]);
});

test("[M19] comments come latest first, page by page, each once", async () => {
  const pages: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { verbatims, next } = await verbatimsAt(stores, journeyId, "shop", {
      limit: 4,
      ...(cursor === undefined ? {} : { cursor }),
    });
    pages.push(...verbatims.map(({ comment }) => comment));
    if (next === null) break;
    cursor = next;
  }
  expect(pages).toHaveLength(14);
  expect(new Set(pages).size).toBe(14);
  expect(pages.slice(0, 4).every((comment) => comment.startsWith("bad"))).toBe(true);
  const { verbatims } = await verbatimsAt(stores, journeyId, "shop", { limit: 50, metric: "stars", scoreMin: 4 });
  expect(verbatims).toHaveLength(10);
});

test("[M19] a touchpoint that is not on the map is not found, and a made-up cursor is refused", async () => {
  await expect(verbatimsAt(stores, journeyId, "kiosk", { limit: 4 })).rejects.toMatchObject({ code: "not_found" });
  await expect(verbatimsAt(stores, journeyId, "shop", { limit: 4, cursor: "bm8" })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("[M21] the people behind a touchpoint are exactly those it counts, the one met last first", async () => {
  const { touchpoints } = await measure(march);
  const first = await peopleAt(stores, journeyId, "shop", { ...march, limit: 10 });
  expect(first.total).toBe(touchpoints[1]!.people);
  expect(first.people[0]).toMatchObject({ answers: 1, lastScore: { metric: "stars", score: 1 } });
  const second = await peopleAt(stores, journeyId, "shop", { ...march, limit: 10, cursor: first.next! });
  expect(second.next).toBeNull();
  expect(new Set([...first.people, ...second.people].map(({ personId }) => personId)).size).toBe(first.total);
  expect(second.people.at(-1)).toMatchObject({ personId: personId(1), contacts: 1, answers: 0, lastScore: null });
});

test("[M22] a question that is too large for the store is refused with a remedy, and the store goes on", async () => {
  const endless =
    "SELECT count() AS n FROM numbers(1000000000000) SETTINGS max_execution_time = 1, timeout_overflow_mode = 'throw'";
  await expect(ask(stores.clickhouse, endless, {})).rejects.toMatchObject({
    code: "too_large",
    remedy: expect.any(String),
  });
  expect(await ask(stores.clickhouse, "SELECT 1 AS one", {})).toEqual([{ one: 1 }]);
});

test("[M20] facets name the days with data and the properties with their commonest values", async () => {
  expect(await facetsOf(stores, journeyId)).toEqual({
    firstDay: "2026-02-15",
    lastDay: "2026-04-01",
    properties: [
      {
        name: "type",
        values: [
          { value: "home", events: 11 },
          { value: "pro", events: 7 },
        ],
      },
    ],
  });
});

test("[M13] people are counted once on a map of more touchpoints than one machine word has bits", async () => {
  const keys = Array.from({ length: 70 }, (_, i) => `stop-${i}`);
  const id = await journeyOf(keys.slice(0, 64), keys.slice(64));
  await give(
    [3, 63, 64, 69].flatMap((stop) =>
      [1, stop].map((person) => ({ touchpoint: `stop-${stop}`, at: "2026-01-05 10:00:00", person })),
    ),
  );
  const { touchpoints, steps, whole } = await measure({}, id);
  expect(touchpoints[69]).toMatchObject({ key: "stop-69", contacts: 2, people: 2 });
  expect(steps.map(({ people }) => people)).toEqual([3, 3]);
  expect(whole.people).toBe(5);
});

test("[M28, M29] efforts on five and on seven points stay apart, and a yes/no is the share of yes", async () => {
  const id = await journeyOf(["form"]);
  const given = (metric: Metric, ...scores: number[]) =>
    scores.map((score, person) => answer("form", "2026-03-15 12:00:00", person, score, { metric }));
  await give([...given("ces", 7, 7, 6, 6, 5), ...given("ces5", 1, 2, 3, 4, 5), ...given("yesNo", 1, 0, 1, 1, 1)]);
  expect((await measure(march, id)).touchpoints[0]?.scores).toMatchObject([
    { metric: "ces", n: 5, value: 6.2 },
    { metric: "ces5", n: 5, value: 3, distribution: [1, 1, 1, 1, 1] },
    { metric: "yesNo", n: 5, value: 80, low: 37.5535, high: 96.3776 },
  ]);
});

test("[M13] a journey without touchpoints has empty figures", async () => {
  const id = await journeyOf([]);
  const { touchpoints, steps, whole, priorities } = await measure({ splitBy: "type" }, id);
  expect([touchpoints, priorities]).toEqual([[], []]);
  expect(steps).toHaveLength(1);
  expect(whole).toMatchObject({ contacts: 0, people: 0, scores: [], split: [] });
});
