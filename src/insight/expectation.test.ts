import { expect, test } from "vitest";
import { pooledExpectation } from "./expectation.ts";
import type { Score } from "./model.ts";

const score = (metric: Score["metric"], n: number): Score => ({
  metric,
  n,
  value: 60,
  low: 50,
  high: 70,
  trust: "firm",
  distribution: [],
  change: null,
});

test("[U48] expectations weigh by the answers of their touchpoints, the usual one where none is said", () => {
  const touchpoints = [
    { scores: [score("csat", 30)], expectation: 90 },
    { scores: [score("csat", 10)], expectation: null },
  ];
  expect(pooledExpectation("csat", touchpoints)).toBe((30 * 90 + 10 * 80) / 40);
  expect(pooledExpectation("nps", touchpoints)).toBe(30);
  expect([pooledExpectation("ces5", []), pooledExpectation("yesNo", [])]).toEqual([4, 80]);
});

test("[U48] an expectation said for a touchpoint's main metric is not used for another one", () => {
  const both = { scores: [score("ces", 50), score("csat", 10)], expectation: 6 };
  expect(pooledExpectation("csat", [both])).toBe(80);
  expect(pooledExpectation("ces", [both])).toBe(6);
});
