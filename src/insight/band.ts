import { type Metric, type Score, figureOf, scaleOf } from "./model.ts";

/** Where a score stands against what is expected: −2 far under … 0 at it … +2 far over; null when it cannot be said. */
export type Band = -2 | -1 | 0 | 1 | 2;

/** Ends of what a score can be, in its own unit: NPS −100…100, a share 0…100 %, a mean as its answers. */
export function rangeOf(metric: Metric): { min: number; max: number } {
  const figure = figureOf[metric];
  if (figure === "mean") return scaleOf[metric];
  return { min: figure === "balance" ? -100 : 0, max: 100 };
}

/** A gap is far when it eats a third of the room between the expectation and that end of the scale. */
const far = 1 / 3;

/**
 * The band of a score against its expectation (same unit).
 * While the 95 % interval holds the expectation the score counts as at it: no colour without evidence.
 */
export function bandOf(
  score: Pick<Score, "metric" | "value" | "low" | "high"> | null,
  expectation: number,
): Band | null {
  if (score === null || score.value === null || score.low === null || score.high === null) return null;
  if (score.low <= expectation && expectation <= score.high) return 0;
  const { min, max } = rangeOf(score.metric);
  const above = score.value > expectation;
  const room = above ? max - expectation : expectation - min;
  const strong = room > 0 && Math.abs(score.value - expectation) / room >= far;
  if (above) return strong ? 2 : 1;
  return strong ? -2 : -1;
}

/** The score that speaks for a touchpoint: the one most people gave, the first in the order of `metrics` of two alike. */
export function mainScore(scores: readonly Score[]): Score | null {
  return scores.reduce<Score | null>((best, score) => (best === null || score.n > best.n ? score : best), null);
}

/** How far a value lies from its expectation on a common ruler: −1 the scale's low end, 0 as expected, +1 its high end. */
export function standing(metric: Metric, value: number, expectation: number): number {
  const { min, max } = rangeOf(metric);
  const room = value > expectation ? max - expectation : expectation - min;
  return room > 0 ? Math.max(-1, Math.min(1, (value - expectation) / room)) : 0;
}

/** A score on 1–5, by its place between the ends of its scale, to lie beside a score that a team gives itself (U75). */
export function outOfFive(metric: Metric, value: number): number {
  const { min, max } = rangeOf(metric);
  return 1 + (4 * (value - min)) / (max - min);
}
