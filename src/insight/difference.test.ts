import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  benjaminiHochberg,
  differenceOfBalances,
  differenceOfMeans,
  differenceOfShares,
  type Difference,
} from "./difference.ts";
import { twoSided } from "./student.ts";

const share = fc
  .integer({ min: 5, max: 2000 })
  .chain((n) => fc.record({ n: fc.constant(n), hits: fc.integer({ min: 0, max: n }) }));
const balance = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
  .filter(([a, b, c]) => a + b + c >= 5)
  .map(([promoters, detractors, passives]) => ({ promoters, detractors, n: promoters + detractors + passives }));
const mean = fc.record({
  mean: fc.integer({ min: 10, max: 70 }).map((tenths) => tenths / 10),
  variance: fc.integer({ min: 1, max: 90 }).map((tenths) => tenths / 10),
  n: fc.integer({ min: 5, max: 2000 }),
});

/** Where the interval ends at 0 to the last digits either side is right. */
function agrees({ low, high, p }: Difference): boolean {
  return p >= 0 && p <= 1 + 1e-12 && (Math.abs(p - 0.05) < 1e-6 || p < 0.05 === (low > 0 || high < 0));
}

describe("differences", () => {
  test("[M26] 56 of 70 against 48 of 80 differ by 20 points, from 5.24 to 33.39", () => {
    const { value, low, high, p } = differenceOfShares({ hits: 56, n: 70 }, { hits: 48, n: 80 });
    expect(value).toBeCloseTo(0.2, 12);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
    expect(p).toBeGreaterThan(0.001);
    expect(p).toBeLessThan(0.01);
  });

  test("[M26] two NPS have the z test of their adjusted variances", () => {
    const { value, low, high, p } = differenceOfBalances(
      { promoters: 57, detractors: 27, n: 97 },
      { promoters: 27, detractors: 37, n: 97 },
    );
    const variance = (p: number, d: number) => (p + d - (p - d) ** 2) / 100;
    const error = Math.sqrt(variance(0.5775, 0.2775) + variance(0.2775, 0.3775));
    expect(value).toBeCloseTo(40 / 97, 12);
    expect((low + high) / 2).toBeCloseTo(0.4, 12);
    expect(p).toBeCloseTo(twoSided(0.4 / error), 12);
  });

  test("[M26] two means have Welch's test, of Student's 2n − 2 degrees of freedom where sizes and variances are equal", () => {
    const { value, low, high, p } = differenceOfMeans({ mean: 5, variance: 2, n: 6 }, { mean: 3, variance: 2, n: 6 });
    expect(value).toBe(2);
    expect((low + high) / 2).toBeCloseTo(2, 12);
    expect(p).toBeCloseTo(twoSided(Math.sqrt(6), 10), 12);
    expect(differenceOfMeans({ mean: 4, variance: 0, n: 9 }, { mean: 4, variance: 0, n: 9 }).p).toBe(1);
    expect(differenceOfMeans({ mean: 4, variance: 0, n: 9 }, { mean: 5, variance: 0, n: 9 }).p).toBe(0);
  });

  test("[M26] p is under .05 exactly where the interval keeps off 0", () => {
    fc.assert(
      fc.property(share, share, (now, before) => {
        expect(differenceOfShares(now, before)).toSatisfy(agrees);
      }),
    );
    fc.assert(
      fc.property(balance, balance, (now, before) => {
        expect(differenceOfBalances(now, before)).toSatisfy(agrees);
      }),
    );
    fc.assert(
      fc.property(mean, mean, (now, before) => {
        expect(differenceOfMeans(now, before)).toSatisfy(agrees);
      }),
    );
  });

  test.each([
    [1.959963984540054, Number.POSITIVE_INFINITY, 0.05],
    [3.290526731491695, Number.POSITIVE_INFINITY, 0.001],
    [0, Number.POSITIVE_INFINITY, 1],
    [2.7764451052, 4, 0.05],
    [8.610301581, 4, 0.001],
    [2.228138852, 10, 0.05],
    [-1.983971519, 100, 0.05],
  ])("[M26] chance alone goes beyond %d with %d degrees of freedom as often as the tables say", (t, freedom, p) => {
    expect(twoSided(t, freedom)).toBeCloseTo(p, 8);
  });
});

describe("many differences", () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];

  test("[M26] Benjamini and Hochberg believe the first four of the fifteen they published", () => {
    expect(benjaminiHochberg(published, 0.05)).toEqual(published.map((_, i) => i < 4));
    expect(benjaminiHochberg(published.toReversed(), 0.05)).toEqual(published.map((_, i) => i >= 11));
  });

  test("[M26] a small p carries those before it, and nothing is believed of nothing", () => {
    expect(benjaminiHochberg([0.04, 0.045, 0.049, 0.0499], 0.05)).toEqual([true, true, true, true]);
    expect(benjaminiHochberg([0.04, 0.2], 0.05)).toEqual([false, false]);
    expect(benjaminiHochberg([], 0.05)).toEqual([]);
  });
});
