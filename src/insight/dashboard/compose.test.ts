import { expect, test } from "vitest";
import { JourneyDocument, type DocumentDraft } from "#journey/model.ts";
import type { Library } from "#touchpoint/model.ts";
import type { Tally } from "../measure.ts";
import type { Metric } from "../model.ts";
import { composeDashboard, type DashboardCounts, type DashboardFrame } from "./compose.ts";
import { journeyScore } from "./journey-score.ts";

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const library: Library = {
  channels: [
    { id: uuid(1), key: "web", name: "Web", kind: "web" },
    { id: uuid(2), key: "shop", name: "Shop", kind: "shop" },
  ],
  teams: [],
  touchpoints: ["search", "quote", "advice"].map((key, i) => ({
    id: uuid(10 + i),
    key,
    name: key,
    channelId: uuid(i < 2 ? 1 : 2),
    teamId: null,
    initiator: "customer",
  })),
};
const place = (
  id: string,
  stepId: string,
  touchpoint: number,
  said: { importance?: number; expectation?: number } = {},
) => ({
  id,
  stepId,
  touchpointId: uuid(10 + touchpoint),
  importance: said.importance ?? null,
  momentOfTruth: false,
  expectation: said.expectation ?? null,
});
const map = JourneyDocument.parse({
  name: "Renovating",
  stages: [
    { id: "before", name: "Before" },
    { id: "after", name: "After" },
  ],
  steps: [
    { id: "look", stageId: "before", name: "I look" },
    { id: "ask", stageId: "before", name: "I ask" },
    { id: "live", stageId: "after", name: "I live" },
  ],
  lanes: [],
  cards: [],
  placements: [
    place("a", "look", 0, { importance: 2 }),
    place("b", "ask", 1, { expectation: 90 }),
    place("c", "ask", 2),
    place("d", "live", 0, { importance: 4 }),
  ],
} satisfies DocumentDraft);

const frame: DashboardFrame = {
  journeyId: uuid(99),
  name: "Renovating",
  from: "2026-02-01",
  to: "2026-02-28",
  before: { from: "2026-01-01", to: "2026-01-31" },
  splitBy: null,
  course: {
    days: { from: "2025-12-01", to: "2026-02-28" },
    bucket: "month",
    startOf: (day) => `${day.slice(0, 7)}-01`,
  },
};
const answered = (touchpoint: string, metric: Metric, score: number, now: number, before = 0, split = ""): Tally => ({
  touchpoint,
  split,
  kind: "answer",
  metric,
  score,
  now,
  before,
});
const nothing: DashboardCounts = {
  tallies: [],
  invitations: [],
  responses: [],
  relational: [],
  course: [],
  relationalCourse: [],
  apart: [],
};
const compose = (counts: Partial<DashboardCounts>, asked: Partial<DashboardFrame> = {}) =>
  composeDashboard({ ...frame, ...asked }, map, library, { ...nothing, ...counts });

test("[M33] a touchpoint stands once, with the greatest importance and the first expectation its placements say", () => {
  const { touchpoints, stages, cells } = compose({ tallies: [answered("search", "csat", 5, 40)] });
  expect(
    touchpoints.map(({ key, importance, stageIds, placementId }) => [key, importance, stageIds, placementId]),
  ).toEqual([
    ["search", 4, ["before", "after"], "a"],
    ["quote", null, ["before"], "b"],
    ["advice", null, ["before"], "c"],
  ]);
  expect(stages.map(({ score }) => score?.n)).toEqual([40, 40]);
  expect(cells.map(({ stageId, channelId, touchpoints: keys }) => [stageId, channelId, keys])).toEqual([
    ["before", uuid(1), ["search", "quote"]],
    ["before", uuid(2), ["advice"]],
    ["after", uuid(1), ["search"]],
  ]);
});

test("[M33] the gap is expectation less score, with the score's interval turned round", () => {
  const { touchpoints } = compose({ tallies: [answered("quote", "csat", 5, 60), answered("quote", "csat", 1, 40)] });
  const quote = touchpoints[1]!;
  expect(quote).toMatchObject({ expectation: 90, isExpectationSaid: true, gap: { value: 30 } });
  expect(quote.gap!.low).toBeCloseTo(90 - quote.score!.high!);
  expect(quote.gap!.high).toBeCloseTo(90 - quote.score!.low!);
  expect(touchpoints[2]).toMatchObject({ score: null, expectation: null, gap: null, isExpectationSaid: false });
  expect(compose({ tallies: [answered("quote", "csat", 5, 4)] }).touchpoints[1]).toMatchObject({ gap: null });
});

test("[M31] changes since the period before are believed beside those of the other touchpoints", () => {
  const { touchpoints } = compose({
    tallies: [
      answered("search", "csat", 5, 90, 50),
      answered("search", "csat", 1, 10, 50),
      answered("quote", "csat", 5, 50, 50),
      answered("quote", "csat", 1, 50, 50),
    ],
  });
  expect(touchpoints.map(({ change }) => change?.isBelieved ?? null)).toEqual([true, false, null]);
});

test("[M30] answers about the relation as a whole stand apart from those about a contact", () => {
  const board = compose({
    tallies: [answered("search", "nps", 0, 40)],
    relational: [answered("search", "nps", 10, 40)],
    relationalCourse: [{ touchpoint: "search", bucket: "2026-02-01", metric: "nps", counts: [[10, 40]] }],
  });
  expect([board.scores, board.relational].map(([score]) => [score?.n, score?.value])).toEqual([
    [40, -100],
    [40, 100],
  ]);
  expect(board.touchpoints[0]!.scores[0]!.value).toBe(-100);
  expect(board.course.points).toMatchObject([{ from: "2026-02-01", scores: [], relational: [{ n: 40, value: 100 }] }]);
});

test("[M35] the course begins with the first answer, leaves no gap, and hides what too few answered", () => {
  const { course, touchpoints } = compose({
    tallies: [answered("search", "csat", 5, 40)],
    course: [
      { touchpoint: "search", bucket: "2026-01-01", metric: "csat", counts: [[5, 3]] },
      {
        touchpoint: "search",
        bucket: "2026-02-01",
        metric: "csat",
        counts: [
          [5, 40],
          [9, 7],
        ],
      },
    ],
  });
  expect(course.points.map(({ from, scores }) => [from, scores[0]?.n, scores[0]?.value])).toEqual([
    ["2026-01-01", 3, null],
    ["2026-02-01", 40, 100],
  ]);
  expect(touchpoints[0]!.course).toEqual([null, 100]);
});

test("[M34] the weakest channel stands lowest against its expectation, and clearly when intervals keep apart", () => {
  const shop = [answered("advice", "csat", 5, 90), answered("advice", "csat", 1, 10)];
  const clear = compose({ tallies: [answered("search", "csat", 5, 30), answered("search", "csat", 1, 70), ...shop] });
  expect(clear.weakest).toEqual({ channelId: uuid(1), isClear: true });
  const unclear = compose({ tallies: [answered("search", "csat", 5, 85), answered("search", "csat", 1, 15), ...shop] });
  expect(unclear.weakest).toEqual({ channelId: uuid(1), isClear: false });
  expect(compose({ tallies: [answered("search", "csat", 1, 29), ...shop] }).weakest).toBeNull();
});

test("[M32] the journey's score weighs places on the scales by importance and joins the intervals", () => {
  const score = { metric: "csat" as const, n: 100, trust: "firm" as const, distribution: [], change: null };
  const joined = journeyScore([
    { score: { ...score, value: 80, low: 70, high: 90 }, importance: 5 },
    { score: { ...score, metric: "nps", value: 0, low: -40, high: 40 }, importance: null },
    { score: { ...score, n: 3, value: null, low: null, high: null, trust: "hidden" }, importance: 5 },
  ]);
  // (5 × 80 + 3 × 50) / 8, ± √((5 × 10)² + (3 × 20)²) / 8
  expect(joined).toEqual({ value: 68.75, low: 58.9872, high: 78.5128, measured: 2, of: 3 });
  expect(journeyScore([])).toBeNull();
});

test("[M36] values of a property are compared with all others, and what stands out at a touchpoint is named", () => {
  const tallies = [
    answered("quote", "csat", 5, 20, 0, "pro"),
    answered("quote", "csat", 1, 80, 0, "pro"),
    answered("quote", "csat", 5, 80, 0, "home"),
    answered("quote", "csat", 1, 20, 0, "home"),
    answered("search", "csat", 5, 70, 0, "pro"),
    answered("search", "csat", 5, 71, 0, "home"),
  ];
  const { segments } = compose({ tallies }, { splitBy: "type" });
  expect(segments).toMatchObject({ by: "type", compared: 4 });
  expect(segments!.values.map(({ value, answers }) => [value, answers])).toEqual([
    ["home", 171],
    ["pro", 170],
  ]);
  expect(segments!.values[1]!.differences).toMatchObject([{ metric: "csat", isBelieved: true, nOther: 171 }]);
  expect(segments!.standouts.map(({ key, value, difference }) => [key, value, difference.value])).toEqual([
    ["quote", "home", 60],
    ["quote", "pro", -60],
  ]);
});

test("[M37] invitations of our own say who answered; else answers are held against imported ones", () => {
  const board = compose({
    tallies: [answered("search", "csat", 5, 20), answered("quote", "csat", 5, 30)],
    invitations: [
      { touchpoint: "search", split: "", now: 100 },
      { touchpoint: "quote", split: "", now: 60 },
    ],
    responses: [{ touchpoint: "search", invited: 10, answered: 4 }],
  });
  expect(board.touchpoints.map(({ responses }) => responses && [responses.invited, responses.answered])).toEqual([
    [10, 4],
    [60, 30],
    null,
  ]);
  expect(board.responses).toMatchObject({ invited: 70, answered: 34, rate: 0.4857 });
});
