import { student95, z95 } from "./student.ts";

/** A 95 % interval, in the unit of what it surrounds. */
export interface Interval {
  low: number;
  high: number;
}

export interface Share {
  hits: number;
  n: number;
}

export interface Balance {
  promoters: number;
  detractors: number;
  n: number;
}

export interface Mean {
  mean: number;
  variance: number;
  n: number;
}

/** Wilson's score interval of a proportion, 0–1 (Wilson 1927); `z` is the normal quantile, 95 % unless told. */
export function wilson({ hits, n }: Share, z = z95): Interval {
  const p = hits / n;
  const centre = p + z ** 2 / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2));
  const scale = 1 + z ** 2 / n;
  return { low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale) };
}

/** Newcombe's hybrid score interval of `now − before`, −1…1 (Statistics in Medicine 1998;17:873, method 10). */
export function newcombe(now: Share, before: Share, z = z95): Interval {
  const [p, q] = [now.hits / now.n, before.hits / before.n];
  const [mine, theirs] = [wilson(now, z), wilson(before, z)];
  return {
    low: p - q - Math.hypot(p - mine.low, theirs.high - q),
    high: p - q + Math.hypot(mine.high - p, q - theirs.low),
  };
}

/** Adjusted-Wald interval of promoters − detractors, −1…1: ¾ promoter, 1½ passive, ¾ detractor added (Rocks 2016). */
export function adjustedWald(balance: Balance): Interval {
  const { centre, variance } = adjust(balance);
  const half = z95 * Math.sqrt(variance);
  return { low: Math.max(-1, centre - half), high: Math.min(1, centre + half) };
}

/** Interval of the difference of two balances, from their adjusted centres and variances (z). */
export function balanceDifference(now: Balance, before: Balance): Interval {
  const [mine, theirs] = [adjust(now), adjust(before)];
  const difference = mine.centre - theirs.centre;
  const half = z95 * Math.sqrt(mine.variance + theirs.variance);
  return { low: difference - half, high: difference + half };
}

function adjust({ promoters, detractors, n }: Balance): { centre: number; variance: number } {
  const p = (promoters + 0.75) / (n + 3);
  const d = (detractors + 0.75) / (n + 3);
  return { centre: p - d, variance: (p + d - (p - d) ** 2) / (n + 3) };
}

/** Student's interval of a mean, for n ≥ 5. */
export function studentInterval({ mean, variance, n }: Mean): Interval {
  const half = student95(n - 1) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half };
}

/** Welch's interval of the difference of two means (Welch 1947), both n ≥ 5. */
export function welch(now: Mean, before: Mean): Interval {
  const [a, b] = [now.variance / now.n, before.variance / before.n];
  const difference = now.mean - before.mean;
  if (a + b === 0) return { low: difference, high: difference };
  const half = student95(welchFreedom(now, before)) * Math.sqrt(a + b);
  return { low: difference - half, high: difference + half };
}

/** Satterthwaite's degrees of freedom of the difference of two means; not both variances may be 0. */
export function welchFreedom(now: Mean, before: Mean): number {
  const [a, b] = [now.variance / now.n, before.variance / before.n];
  return (a + b) ** 2 / (a ** 2 / (now.n - 1) + b ** 2 / (before.n - 1));
}

/**
 * The interval around `value` when it speaks of `population` people only, `n` of whom answered: both sides shrink by
 * √((N − n)/(N − 1)), to nothing once all have. A population under n is an error of whoever counted it: nothing shrinks.
 */
export function finitePopulation({ low, high }: Interval, value: number, n: number, population: number): Interval {
  const factor = population < n ? 1 : Math.sqrt((population - n) / Math.max(1, population - 1));
  return { low: value - factor * (value - low), high: value + factor * (high - value) };
}
