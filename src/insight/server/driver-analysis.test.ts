import { expect, test } from "vitest";
import { createDriverAnalysis } from "./driver-analysis.ts";

const data = {
  predictors: Array.from({ length: 60 }, (_, i) => [i % 7, (i * 5) % 11]),
  target: Array.from({ length: 60 }, (_, i) => 3 * (i % 7) + ((i * 5) % 11) + ((i * 3) % 4)),
};

test("[M41] the same data gives the same intervals, and is computed once", async () => {
  const analysis = createDriverAnalysis();
  const first = analysis.of(data);
  expect(analysis.of(data)).toBe(first);
  const [found, again] = await Promise.all([first, createDriverAnalysis().of(data)]);
  expect(found).toMatchObject({ method: "shapley", n: 60, drivers: [{ sign: 1 }, { sign: 1 }] });
  expect(again).toEqual(found);
});

test("[M24, M41] too few answers are refused", async () => {
  const few = { predictors: data.predictors.slice(0, 19), target: data.target.slice(0, 19) };
  expect(await createDriverAnalysis().of(few)).toEqual({ refused: "fewAnswers", n: 19, needed: 20 });
});
