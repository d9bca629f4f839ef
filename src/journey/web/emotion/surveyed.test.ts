import { expect, test } from "vitest";
import type { ReliefPoint } from "#insight/web/index.ts";
import { surveyedParts } from "./surveyed.ts";

const point = (stepId: string, at: number): ReliefPoint => ({
  stepId,
  score: { metric: "nps", n: 40, value: 10, low: 0, high: 20, trust: "firm", distribution: [], change: null },
  expectation: 30,
  at,
  low: at - 0.25,
  high: at + 0.25,
});

test("[U74] what was surveyed lies on the scale of emotions with its interval, and stops where no score may be shown", () => {
  const parts = surveyedParts([point("s1", -0.5), null, point("s3", 0.25), point("s4", 0)]);
  expect(parts[0]).toMatchObject({ before: null, at: { at: -1, low: -1.5, high: -0.5 }, after: null });
  expect(parts[1]).toBeNull();
  expect(parts[2]).toMatchObject({ before: null, at: { at: 0.5 }, after: { at: 0 } });
  expect(parts[3]).toMatchObject({ before: { at: 0.5 }, at: { at: 0 }, after: null });
});
