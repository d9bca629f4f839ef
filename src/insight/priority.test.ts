import { expect, test } from "vitest";
import type { Score, TouchpointMeasure } from "./model.ts";
import { rankPriorities, type Stake } from "./priority.ts";

const score = (part: Partial<Score>): Score => ({
  metric: "csat",
  n: 100,
  value: 80,
  low: 70,
  high: 88,
  trust: "firm",
  distribution: [],
  change: null,
  ...part,
});

function touchpoint(key: string, people: number, ...scores: Score[]): TouchpointMeasure {
  const figures = {
    contacts: 0,
    people,
    cases: 0,
    answers: 0,
    responseRate: null,
    contactsBefore: null,
    scores,
    split: [],
  };
  return { ...figures, touchpointId: key, placementId: key, key, name: key, step: "", stepId: "" };
}

const unsaid: Stake = { importance: null, expectation: null };

test("[M14] factors come as shares of the largest on the map, their product last", () => {
  const ranked = rankPriorities(
    [
      touchpoint("tracking", 200, score({ value: 48 })),
      touchpoint("quote", 400, score({ metric: "ces", value: 4.54 })),
    ],
    (id) => (id === "tracking" ? { importance: 5, expectation: null } : { importance: 4, expectation: null }),
  );
  expect(ranked).toMatchObject([
    { key: "tracking", expectation: 80, gap: 32, gapShare: 1, people: 200, peopleShare: 0.5, product: 0.5 },
    { key: "quote", expectation: 5.5, gap: 0.96, gapShare: 0.5, people: 400, peopleShare: 1, product: 0.4 },
  ]);
});

test("[M14] an importance nobody said is taken as 3 and says so", () => {
  expect(rankPriorities([touchpoint("shop", 10, score({ value: 60 }))], () => unsaid)).toMatchObject([
    { importance: 3, importanceAssumed: true, product: 0.6 },
  ]);
});

test("[M14] the map's own expectation goes before the metric's, and one that is met leaves no gap", () => {
  const stakes: Record<string, Stake> = {
    bold: { importance: 5, expectation: 95 },
    modest: { importance: 5, expectation: 60 },
  };
  const ranked = rankPriorities(
    [touchpoint("modest", 10, score({})), touchpoint("bold", 10, score({}))],
    (id) => stakes[id],
  );
  expect(ranked.map(({ key, gap }) => [key, gap])).toEqual([
    ["bold", 15],
    ["modest", 0],
  ]);
});

test("[M14] gaps of CES 1–5 and of yes/no are shares of 4 and of 100 points, under 4 and 80 % where nobody says", () => {
  const ranked = rankPriorities(
    [
      touchpoint("form", 10, score({ metric: "ces5", value: 3 })),
      touchpoint("answer", 10, score({ metric: "yesNo", value: 30 })),
    ],
    () => unsaid,
  );
  expect(ranked).toMatchObject([
    { key: "answer", expectation: 80, gap: 50, gapShare: 1 },
    { key: "form", expectation: 4, gap: 1, gapShare: 0.5 },
  ]);
});

test("[M14] a hidden score is never ranked", () => {
  expect(
    rankPriorities(
      [touchpoint("chat", 4, score({ n: 4, value: null, trust: "hidden" })), touchpoint("poster", 4)],
      () => unsaid,
    ),
  ).toEqual([]);
});
