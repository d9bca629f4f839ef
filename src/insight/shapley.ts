import { given } from "./correlation.ts";
import type { Square } from "./square.ts";

/**
 * What each driver adds to R², averaged over every order in which the drivers can be added (Lindeman, Merenda & Gold 1980;
 * Shapley 1953). `correlations` has the target last. The shares sum to R². Work doubles with each driver.
 */
export function shapleyShares(correlations: Square): number[] {
  const drivers = correlations.size - 1;
  const r2 = r2OfSubsets(correlations);
  const weights = orderWeights(drivers);
  return Array.from({ length: drivers }, (_, driver) => {
    const bit = 1 << driver;
    let share = 0;
    for (let subset = 0; subset < r2.length; subset++) {
      if ((subset & bit) !== 0) continue;
      share += (weights[sizeOf(subset)] ?? 0) * ((r2[subset | bit] ?? 0) - (r2[subset] ?? 0));
    }
    return share;
  });
}

/** R² of every subset of the drivers, by its bit mask. Each grows out of the subset without its last driver. */
function r2OfSubsets(correlations: Square): Float64Array {
  const drivers = correlations.size - 1;
  const total = correlations.at(drivers, drivers);
  const r2 = new Float64Array(2 ** drivers);
  const grow = (subset: number, unexplained: Square, next: number): void => {
    const target = unexplained.size - 1;
    r2[subset] = total - unexplained.at(target, target);
    for (let i = 0; i < target; i++) grow(subset | (1 << (next + i)), given(i, unexplained), next + i + 1);
  };
  grow(0, correlations, 0);
  return r2;
}

/** Share of the orders in which exactly a given subset of the others comes before a driver, by the size of that subset. */
function orderWeights(drivers: number): number[] {
  const weights = [1 / drivers];
  for (let size = 1; size < drivers; size++) weights.push(((weights[size - 1] ?? 0) * size) / (drivers - size));
  return weights;
}

function sizeOf(subset: number): number {
  let size = 0;
  for (let rest = subset; rest !== 0; rest &= rest - 1) size++;
  return size;
}
