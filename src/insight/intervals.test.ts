import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adjustedWald,
  balanceDifference,
  finitePopulation,
  newcombe,
  studentInterval,
  welch,
  wilson,
  type Balance,
  type Share,
} from "./intervals.ts";
import { student95 } from "./student.ts";

const share = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), hits: fc.integer({ min: 0, max: n }) }));

const balance: fc.Arbitrary<Balance> = fc
  .tuple(fc.nat(2000), fc.nat(2000), fc.nat(2000))
  .filter(([promoters, passives, detractors]) => promoters + passives + detractors > 0)
  .map(([promoters, passives, detractors]) => ({ promoters, detractors, n: promoters + passives + detractors }));

describe("proportions", () => {
  test.each([
    [{ hits: 81, n: 263 }, 0.2553, 0.3662],
    [{ hits: 15, n: 148 }, 0.0624, 0.1605],
    [{ hits: 0, n: 20 }, 0, 0.1611],
    [{ hits: 1, n: 29 }, 0.0061, 0.1718],
    [{ hits: 29, n: 29 }, 0.883, 1],
  ] satisfies [Share, number, number][])("[M5] Wilson's interval of %o is the published one", (given, low, high) => {
    expect(wilson(given).low).toBeCloseTo(low, 4);
    expect(wilson(given).high).toBeCloseTo(high, 4);
  });

  test("[M8] Newcombe's interval of 56/70 − 48/80 is the published one", () => {
    const { low, high } = newcombe({ hits: 56, n: 70 }, { hits: 48, n: 80 });
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  test("[M5] Wilson's interval stays in 0–1 and holds the proportion", () => {
    fc.assert(
      fc.property(share, (given) => {
        const { low, high } = wilson(given);
        const p = given.hits / given.n;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(p + 1e-12);
        expect(high).toBeGreaterThanOrEqual(p - 1e-12);
      }),
    );
  });

  test("[M8] a difference turned round has the interval turned round", () => {
    fc.assert(
      fc.property(share, share, (now, before) => {
        const [there, back] = [newcombe(now, before), newcombe(before, now)];
        expect(there.low).toBeCloseTo(-back.high, 10);
        expect(there.high).toBeCloseTo(-back.low, 10);
      }),
    );
  });
});

describe("balances", () => {
  test("[M4] 19 promoters and 8 detractors out of 36 lie in 2.9–53.5", () => {
    const { low, high } = adjustedWald({ promoters: 19, detractors: 8, n: 36 });
    expect(100 * low).toBeCloseTo(2.9, 1);
    expect(100 * high).toBeCloseTo(53.5, 1);
  });

  test("[M4] with half promoters and a sixth detractors the error of 324 answers is near 4.14 points", () => {
    const { low, high } = adjustedWald({ promoters: 162, detractors: 54, n: 324 });
    expect((100 * (high - low)) / 2 / 1.96).toBeCloseTo(4.14, 1);
  });

  test("[M4] the interval holds the balance, even where everybody agrees", () => {
    fc.assert(
      fc.property(balance, (given) => {
        const { low, high } = adjustedWald(given);
        const value = (given.promoters - given.detractors) / given.n;
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("[M8] a difference of two balances widens with either's uncertainty", () => {
    const many = { promoters: 500, detractors: 200, n: 1000 };
    const few = { promoters: 5, detractors: 2, n: 10 };
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(balanceDifference(many, few))).toBeGreaterThan(width(balanceDifference(many, many)));
    expect(balanceDifference(many, many).low).toBeCloseTo(-balanceDifference(many, many).high, 12);
  });
});

describe("means", () => {
  test.each([
    [4, 2.776445],
    [5, 2.570582],
    [9, 2.262157],
    [10, 2.228139],
    [19, 2.093024],
    [29, 2.04523],
    [30, 2.042272],
    [120, 1.97993],
    [1e6, 1.959966],
  ])("[M6] Student's quantile with %d degrees of freedom is the tables'", (freedom, quantile) => {
    expect(student95(freedom)).toBeCloseTo(quantile, 5);
  });

  test("[M6] the interval of a mean is symmetrical and shrinks as answers come", () => {
    const few = studentInterval({ mean: 4, variance: 1, n: 5 });
    expect(few.low).toBeCloseTo(4 - 2.776445 / Math.sqrt(5), 5);
    expect(few.high).toBeCloseTo(4 + 2.776445 / Math.sqrt(5), 5);
    expect(studentInterval({ mean: 4, variance: 1, n: 50 }).low).toBeGreaterThan(few.low);
  });

  test("[M8] Welch's interval of two samples is the textbook's", () => {
    const { low, high } = welch({ mean: 20.82, variance: 7.9, n: 15 }, { mean: 23.0, variance: 3.8, n: 15 });
    const freedom = (7.9 / 15 + 3.8 / 15) ** 2 / ((7.9 / 15) ** 2 / 14 + (3.8 / 15) ** 2 / 14);
    expect((low + high) / 2).toBeCloseTo(-2.18, 10);
    expect((high - low) / 2).toBeCloseTo(student95(freedom) * Math.sqrt(7.9 / 15 + 3.8 / 15), 10);
  });

  test("[M8] with equal sizes and variances Welch has Student's 2n − 2 degrees of freedom", () => {
    const { low, high } = welch({ mean: 3, variance: 2, n: 6 }, { mean: 3, variance: 2, n: 6 });
    expect((high - low) / 2).toBeCloseTo(2.228139 * Math.sqrt(4 / 6), 5);
  });
});

describe("closed populations", () => {
  const interval = wilson({ hits: 30, n: 50 });

  test("[M27] the sides shrink by the root of those who did not answer over all others", () => {
    const { low, high } = finitePopulation(interval, 0.6, 50, 99);
    expect(0.6 - low).toBeCloseTo((0.6 - interval.low) / Math.SQRT2, 12);
    expect(high - 0.6).toBeCloseTo((interval.high - 0.6) / Math.SQRT2, 12);
  });

  test("[M27] when all have answered nothing is uncertain any more", () => {
    expect(finitePopulation(interval, 0.6, 50, 50)).toEqual({ low: 0.6, high: 0.6 });
    expect(finitePopulation(wilson({ hits: 1, n: 1 }), 1, 1, 1)).toEqual({ low: 1, high: 1 });
  });

  test("[M27] a vast population, or one said to be smaller than its answers, changes nothing", () => {
    const vast = finitePopulation(interval, 0.6, 50, 1e12);
    expect(vast.low).toBeCloseTo(interval.low, 9);
    const wrong = finitePopulation(interval, 0.6, 50, 49);
    expect(wrong.low).toBeCloseTo(interval.low, 12);
    expect(wrong.high).toBeCloseTo(interval.high, 12);
  });
});
