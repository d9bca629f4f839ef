import { expect, test } from "vitest";
import type { Figures, Score } from "../model.ts";
import { reliefOf, reliefReach } from "./relief.ts";

const score = (part: Partial<Score>): Score => ({
  metric: "csat",
  n: 100,
  value: 60,
  low: 50,
  high: 70,
  trust: "firm",
  distribution: [],
  change: null,
  ...part,
});
const figures = (scores: Score[]): Figures => ({
  contacts: 0,
  people: 0,
  cases: 0,
  answers: 0,
  responseRate: null,
  contactsBefore: null,
  scores,
});
test("[U48] a step without a score that may be shown leaves a hole in the curve", () => {
  const shown = { ...figures([score({})]), id: "s1", name: "", split: [] };
  const hidden = {
    ...figures([score({ value: null, low: null, high: null, trust: "hidden", n: 3 })]),
    id: "s2",
    name: "",
    split: [],
  };
  const points = reliefOf(
    [{ id: "s1" }, { id: "s2" }, { id: "s3" }],
    { steps: [shown, hidden], touchpoints: [] },
    () => null,
  );
  expect(points[0]).toMatchObject({ at: -0.25, low: -0.375, high: -0.125, expectation: 80 });
  expect(points.slice(1)).toEqual([null, null]);
});

test("[U48] the curve fills the row, but small gaps stay small", () => {
  const point = {
    stepId: "s1",
    score: { ...score({}), value: 60, low: 50, high: 70 },
    expectation: 80,
    at: -0.25,
    low: -0.5,
    high: -0.125,
  };
  expect(reliefReach([point, null])).toBe(0.5);
  expect(reliefReach([{ ...point, low: -0.05, high: 0.05 }])).toBe(0.35);
  expect(reliefReach([null])).toBe(0.35);
});
