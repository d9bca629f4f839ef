import { expect, test } from "vitest";
import { bandOf, mainScore, outOfFive, standing } from "./band.ts";
import type { Score } from "./model.ts";

const score = (part: Partial<Score>): Score => ({
  metric: "csat",
  n: 100,
  value: 80,
  low: 75,
  high: 85,
  trust: "firm",
  distribution: [],
  change: null,
  ...part,
});

test("[U40] a score whose interval holds the expectation is at it, whatever its value", () => {
  expect(bandOf(score({ value: 74, low: 66, high: 82 }), 80)).toBe(0);
  expect(bandOf(score({ value: 86, low: 80, high: 92 }), 80)).toBe(0);
});

test("[U40] a score clear of the expectation is under or over it, far when a third of the room is gone", () => {
  expect(bandOf(score({ value: 70, low: 66, high: 74 }), 80)).toBe(-1);
  expect(bandOf(score({ value: 48, low: 44, high: 52 }), 80)).toBe(-2);
  expect(bandOf(score({ value: 84, low: 82, high: 86 }), 80)).toBe(1);
  expect(bandOf(score({ value: 92, low: 90, high: 94 }), 80)).toBe(2);
  expect(bandOf(score({ metric: "nps", value: -40, low: -44, high: -36 }), 30)).toBe(-2);
  expect(bandOf(score({ metric: "ces", value: 4.6, low: 4.2, high: 5 }), 5.5)).toBe(-1);
  expect(bandOf(score({ metric: "yesNo", value: 90, low: 84, high: 94 }), 80)).toBe(2);
});

test("[U40] a hidden score has no band", () => {
  expect(bandOf(score({ value: null, low: null, high: null, trust: "hidden", n: 3 }), 80)).toBeNull();
  expect(bandOf(null, 80)).toBeNull();
});

test("[U41] the score with most answers speaks for a touchpoint, the first of two alike", () => {
  const nps = score({ metric: "nps", n: 40 });
  const ces = score({ metric: "ces", n: 90 });
  const stars = score({ metric: "stars", n: 90 });
  expect(mainScore([nps, ces, stars])).toBe(ces);
  expect(mainScore([])).toBeNull();
});

test("[U42] standings of different metrics lie on one ruler from −1 to 1", () => {
  expect(standing("csat", 80, 80)).toBe(0);
  expect(standing("csat", 40, 80)).toBe(-0.5);
  expect(standing("nps", 100, 30)).toBe(1);
  expect(standing("stars", 1, 4)).toBe(-1);
  expect(standing("stars", 5, 5)).toBe(0);
  expect(standing("ces5", 2.5, 4)).toBe(-0.5);
  expect(standing("yesNo", 90, 80)).toBe(0.5);
});

test("[U75] a score lies on 1–5 as it lies on its own scale", () => {
  expect([-100, 0, 100].map((value) => outOfFive("nps", value))).toEqual([1, 3, 5]);
  expect(outOfFive("csat", 50)).toBe(3);
  expect([1, 4, 7].map((value) => outOfFive("ces", value))).toEqual([1, 3, 5]);
  expect(outOfFive("stars", 4.2)).toBeCloseTo(4.2);
  expect([1, 3, 5].map((value) => outOfFive("ces5", value))).toEqual([1, 3, 5]);
  expect(outOfFive("yesNo", 75)).toBe(4);
});
