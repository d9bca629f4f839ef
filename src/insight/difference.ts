import {
  balanceDifference,
  newcombe,
  welch,
  welchFreedom,
  type Balance,
  type Interval,
  type Mean,
  type Share,
} from "./intervals.ts";
import { twoSided, z95 } from "./student.ts";

/** now − before with its 95 % interval. */
export interface Difference extends Interval {
  value: number;
  /** Two-sided, by the same method as the interval: under .05 exactly where the interval keeps off 0. */
  p: number;
}

/** Difference of two proportions, such as CSAT or yes/no, −1…1; by Newcombe's hybrid score. */
export function differenceOfShares(now: Share, before: Share): Difference {
  const value = now.hits / now.n - before.hits / before.n;
  return { value, ...newcombe(now, before), p: twoSided(touchingZ(now, before)) };
}

/** Difference of two NPS as balances, −2…2; its interval lies around the difference of the adjusted centres. */
export function differenceOfBalances(now: Balance, before: Balance): Difference {
  const { low, high } = balanceDifference(now, before);
  const value = (now.promoters - now.detractors) / now.n - (before.promoters - before.detractors) / before.n;
  return { value, low, high, p: twoSided((z95 * (low + high)) / (high - low)) };
}

/** Difference of two means, such as CES or stars, in their unit; by Welch, both n ≥ 5. */
export function differenceOfMeans(now: Mean, before: Mean): Difference {
  const value = now.mean - before.mean;
  const error = Math.sqrt(now.variance / now.n + before.variance / before.n);
  const p = error > 0 ? twoSided(value / error, welchFreedom(now, before)) : Number(value === 0);
  return { value, ...welch(now, before), p };
}

/**
 * Which of many differences to believe, in the order given: of those believed a share of `q` (0–1) at most is expected to
 * be chance (Benjamini & Hochberg 1995).
 */
export function benjaminiHochberg(pValues: readonly number[], q: number): boolean[] {
  const ascending = pValues.toSorted((a, b) => a - b);
  const threshold = ascending.findLast((p, i) => p <= (q * (i + 1)) / pValues.length) ?? Number.NEGATIVE_INFINITY;
  return pValues.map((p) => p <= threshold);
}

/** The z at which Newcombe's interval reaches 0, by halving: it has no closed form. */
function touchingZ(now: Share, before: Share): number {
  let [inside, outside] = [0, 40];
  for (let step = 0; step < 60; step++) {
    const z = (inside + outside) / 2;
    const { low, high } = newcombe(now, before, z);
    if (low > 0 || high < 0) inside = z;
    else outside = z;
  }
  return inside;
}
