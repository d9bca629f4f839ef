import { Square } from "../square.ts";
import { inverseOf } from "./inverse.ts";

/** A regression of something that is or is not on figures: the first weight is the constant's. */
export interface Logistic {
  weights: readonly number[];
  /** How the weights vary together, row by row: what they could as well have been. */
  covariance: readonly (readonly number[])[];
}

const mostSteps = 50;
/** Steps smaller than this change no probability that anybody would see. */
const still = 1e-10;

/**
 * Fits by Newton's method the weights that make the outcomes likeliest, each but the constant's drawn to 0 by `penalty`/2 of its
 * square (0: plain maximum likelihood). Penalised, outcomes that the figures tell apart altogether keep finite weights.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  penalty: number,
): Logistic {
  const size = (rows[0]?.length ?? 0) + 1;
  let weights = Array.from({ length: size }, () => 0);
  let inverse = new Square(size, () => 0);
  for (let step = 0; step < mostSteps; step++) {
    const { gradient, curvature } = slopeAt(weights, rows, outcomes, penalty);
    inverse = inverseOf(curvature);
    const change = gradient.map((_, i) => gradient.reduce((sum, slope, j) => sum + inverse.at(i, j) * slope, 0));
    weights = weights.map((weight, i) => weight + (change[i] ?? 0));
    if (Math.max(...change.map(Math.abs)) < still) break;
  }
  return {
    weights,
    covariance: weights.map((_, i) => weights.map((__, j) => inverse.at(i, j))),
  };
}

/** The probability that it is, 0–1. */
export function chanceOf({ weights }: Pick<Logistic, "weights">, row: readonly number[]): number {
  const [constant = 0, ...slopes] = weights;
  return 1 / (1 + Math.exp(-slopes.reduce((sum, slope, i) => sum + slope * (row[i] ?? 0), constant)));
}

function slopeAt(
  weights: readonly number[],
  rows: readonly (readonly number[])[],
  outcomes: readonly boolean[],
  penalty: number,
): { gradient: number[]; curvature: Square } {
  const size = weights.length;
  const gradient = weights.map((weight, i) => (i === 0 ? 0 : -penalty * weight));
  // In one flat array, half of it: this is where the time goes.
  const sums = new Float64Array(size * size);
  for (const [at, row] of rows.entries()) {
    const chance = chanceOf({ weights }, row);
    const missed = Number(outcomes[at]) - chance;
    const spread = chance * (1 - chance);
    for (let i = 0; i < size; i++) {
      const figure = i === 0 ? 1 : (row[i - 1] ?? 0);
      if (figure === 0) continue;
      gradient[i] = (gradient[i] ?? 0) + missed * figure;
      for (let j = 0; j <= i; j++) {
        const cell = i * size + j;
        sums[cell] = (sums[cell] ?? 0) + spread * figure * (j === 0 ? 1 : (row[j - 1] ?? 0));
      }
    }
  }
  const curvature = new Square(
    size,
    (i, j) => (sums[Math.max(i, j) * size + Math.min(i, j)] ?? 0) + (i === j && i > 0 ? penalty : 0),
  );
  return { gradient, curvature };
}
