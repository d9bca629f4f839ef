import { copyBelow } from "./correlation.ts";
import { eigenOf } from "./eigen.ts";
import { Square } from "./square.ts";

/**
 * Relative weights (Johnson 2000, Multivariate Behavioral Research 35:1): R² shared out over the uncorrelated variables
 * nearest to the drivers, then back to the drivers. `correlations` has the target last. The weights sum to R².
 */
export function johnsonWeights(correlations: Square): number[] {
  const target = correlations.size - 1;
  const drivers = Array.from({ length: target }, (_, i) => i);
  const { values, vectors } = eigenOf(new Square(target, (i, j) => correlations.at(i, j)));
  const axes = values.flatMap((value, axis) => {
    if (value < copyBelow) return [];
    const root = Math.sqrt(value);
    return [{ axis, root, pull: total(drivers, (i) => vectors.at(axis, i) * correlations.at(i, target)) / root }];
  });
  const slopes = drivers.map((near) => total(axes, ({ axis, pull }) => pull * vectors.at(axis, near)));
  const loading = (driver: number, near: number) =>
    total(axes, ({ axis, root }) => vectors.at(axis, driver) * root * vectors.at(axis, near));
  return drivers.map((driver) => total(slopes, (slope, near) => (slope * loading(driver, near)) ** 2));
}

function total<T>(terms: readonly T[], of: (term: T, i: number) => number): number {
  return terms.reduce((sum, term, i) => sum + of(term, i), 0);
}
