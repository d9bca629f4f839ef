import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correlationsOf } from "./correlation.ts";
import { driversOf, type DriverData, type Drivers } from "./drivers.ts";
import { swiss } from "./drivers.testing.ts";
import { johnsonWeights } from "./johnson.ts";
import { seeded } from "./seeded.testing.ts";
import { shapleyShares } from "./shapley.ts";

const columnsOf = ({ predictors, target }: DriverData) => [
  ...predictors[0]!.map((_, i) => predictors.map((row) => row[i]!)),
  [...target],
];
const sumOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0);
const once = () => ({ resamples: 1, random: seeded(1) });

function analyse(data: DriverData, resampling = once()): Drivers {
  const result = driversOf(data, resampling);
  if ("refused" in result) throw new Error(result.refused);
  return result;
}

/** Answers of `n` people to `count` questions 0–10 that lean the same way, and a score that follows the first ones more. */
function survey(n: number, count: number, seed: number): DriverData {
  const random = seeded(seed);
  const predictors = Array.from({ length: n }, () => {
    const mood = random();
    return Array.from({ length: count }, () => Math.round(5 * mood + 5 * random()));
  });
  const target = predictors.map((row) => row.reduce((sum, x, i) => sum + x / (i + 1), 0) + 4 * random());
  return { predictors, target };
}

describe("Shapley's shares", () => {
  test("[M23] of Swiss fertility are those published with relaimpo", () => {
    const shares = shapleyShares(correlationsOf(columnsOf(swiss)));
    for (const [i, published] of [0.057091, 0.171173, 0.260135, 0.10557, 0.112766].entries()) {
      expect(shares[i]).toBeCloseTo(published, 6);
    }
    expect(sumOf(shares)).toBeCloseTo(0.706735, 6);
  });

  const data = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: count + 1, maxLength: count + 1 }), {
      minLength: 2,
      maxLength: 40,
    }),
  );

  test("[M23] are never negative and sum to R², whatever was answered, copies and constants too", () => {
    fc.assert(
      fc.property(data, (rows) => {
        const correlations = correlationsOf(rows[0]!.map((_, i) => rows.map((row) => row[i]!)));
        const shares = shapleyShares(correlations);
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(-1e-9);
        expect(sumOf(shares)).toBeLessThanOrEqual(1 + 1e-9);
        // Another road to R²: Johnson's passes by the eigenvectors.
        expect(sumOf(shares)).toBeCloseTo(sumOf(johnsonWeights(correlations)), 6);
      }),
    );
  });

  test("[M23] do not depend on the order of the drivers", () => {
    const shuffled = data.chain((rows) => {
      const order = rows[0]!.slice(1).map((_, i) => i);
      return fc.tuple(fc.constant(rows), fc.shuffledSubarray(order, { minLength: order.length }));
    });
    fc.assert(
      fc.property(shuffled, ([rows, order]) => {
        const columns = rows[0]!.map((_, i) => rows.map((row) => row[i]!));
        const target = columns.at(-1)!;
        const shares = shapleyShares(correlationsOf(columns));
        const again = shapleyShares(correlationsOf([...order.map((i) => columns[i]!), target]));
        for (const [place, i] of order.entries()) expect(again[place]).toBeCloseTo(shares[i]!, 8);
      }),
    );
  });
});

describe("Johnson's weights", () => {
  test("[M23] of Swiss fertility are those of a reckoning with NumPy", () => {
    const weights = johnsonWeights(correlationsOf(columnsOf(swiss)));
    for (const [i, expected] of [0.048417, 0.154708, 0.271964, 0.11468, 0.116966].entries()) {
      expect(weights[i]).toBeCloseTo(expected, 6);
    }
    expect(sumOf(weights)).toBeCloseTo(0.706735, 6);
  });

  test("[M23] of two drivers are Shapley's shares", () => {
    const correlations = correlationsOf(columnsOf(survey(60, 2, 4)));
    const shares = shapleyShares(correlations);
    for (const [i, weight] of johnsonWeights(correlations).entries()) expect(weight).toBeCloseTo(shares[i]!, 9);
  });

  test("[M23] of drivers that have nothing in common are the squares of their correlations, as are Shapley's", () => {
    const rows = Array.from({ length: 64 }, (_, i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1]);
    const columns = columnsOf({ predictors: rows, target: rows.map(([a = 0, b = 0], i) => 3 * a - b + (i % 7)) });
    const correlations = correlationsOf(columns);
    for (const shares of [shapleyShares(correlations), johnsonWeights(correlations)]) {
      for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(correlations.at(i, 3) ** 2, 12);
    }
  });
});

describe("drivers of a score", () => {
  const answers = {
    predictors: [...swiss.predictors, ...swiss.predictors],
    target: [...swiss.target, ...swiss.target],
  };

  test("[M23] tell each share, its part of R² and the way it works in the joint regression", () => {
    const { method, n, r2, drivers } = analyse(answers);
    expect({ method, n }).toEqual({ method: "shapley", n: 94 });
    expect(r2).toBeCloseTo(0.706735, 6);
    expect(sumOf(drivers.map(({ share }) => share))).toBeCloseTo(r2, 12);
    expect(sumOf(drivers.map(({ shareOfR2 }) => shareOfR2))).toBeCloseTo(1, 12);
    // Agriculture goes along with fertility; with all else equal it goes against it.
    expect(drivers.map(({ sign }) => sign)).toEqual([-1, -1, -1, 1, 1]);
  });

  test("[M23] are told by Shapley up to 12 of them and by Johnson beyond", () => {
    expect(analyse(survey(130, 12, 2)).method).toBe("shapley");
    const { method, r2, drivers } = analyse(survey(130, 13, 2));
    expect(method).toBe("johnson");
    expect(drivers).toHaveLength(13);
    expect(sumOf(drivers.map(({ share }) => share))).toBeCloseTo(r2, 12);
  });

  test("[M23] do not depend on the scales of the answers", () => {
    const { predictors, target } = survey(80, 4, 3);
    const stretched = predictors.map(([a = 0, ...others]) => [1e6 - 1000 * a, ...others]);
    const [before, after] = [analyse({ predictors, target }), analyse({ predictors: stretched, target })];
    for (const [i, { share }] of after.drivers.entries()) expect(share).toBeCloseTo(before.drivers[i]!.share, 9);
    expect([before.drivers[0]!.sign, after.drivers[0]!.sign]).toEqual([1, -1]);
  });

  test("[M24] are refused under 10 complete answers per driver", () => {
    expect(driversOf(swiss, once())).toEqual({ refused: "fewAnswers", n: 47, needed: 50 });
    const { predictors, target } = survey(41, 4, 5);
    const gaps = { predictors: [[Number.NaN, 1, 2, 3], ...predictors.slice(1)], target };
    expect(analyse(gaps).n).toBe(40);
    expect(driversOf({ predictors: gaps.predictors, target: target.slice(1) }, once())).toMatchObject({ n: 39 });
    expect(driversOf({ predictors: [], target: [] }, once())).toEqual({ refused: "fewAnswers", n: 0, needed: 10 });
  });

  test("[M24] are refused where a driver or the score never varies, or a driver copies others", () => {
    const { predictors, target } = survey(60, 3, 6);
    const using = (row: (given: readonly number[]) => number[]) =>
      driversOf({ predictors: predictors.map(row), target }, once());
    expect(using(([a = 0, b = 0]) => [a, 0.1, b])).toEqual({ refused: "flatDriver", driver: 1 });
    expect(using(([a = 0, b = 0]) => [a, b, 7 - (a + b) / 3])).toEqual({ refused: "copiedDriver", driver: 2 });
    expect(driversOf({ predictors, target: target.map(() => 0.1) }, once())).toEqual({ refused: "flatTarget" });
  });
});

describe("intervals of shares", () => {
  const data = survey(120, 4, 7);

  test("[M25] come from rows drawn again, the same for the same chance", () => {
    const wanted = (seed: number) => analyse(data, { resamples: 200, random: seeded(seed) }).drivers;
    expect(wanted(1)).toEqual(wanted(1));
    for (const [i, { low, high }] of wanted(1).entries()) {
      expect(low).toBeLessThan(high);
      expect(low).not.toBe(wanted(2)[i]!.low);
      expect(low).toBeCloseTo(wanted(2)[i]!.low, 1);
    }
  });

  test("[M25] hold the share, even of a driver that explains nothing", () => {
    const rows = Array.from({ length: 80 }, (_, i) => [i & 1, (i >> 1) & 1]);
    const target = rows.map(([a = 0], i) => a + ((i >> 2) % 5));
    const [, idle] = analyse({ predictors: rows, target }, { resamples: 100, random: seeded(8) }).drivers;
    expect(idle!.share).toBeCloseTo(0, 12);
    expect(idle!.low).toBeLessThanOrEqual(idle!.share);
    expect(idle!.high).toBeGreaterThan(0.005);
    expect(idle!.sign).toBe(0);
  });

  test("[M25] narrow as answers come", () => {
    const width = (n: number) => {
      const [first] = analyse(survey(n, 4, 9), { resamples: 200, random: seeded(10) }).drivers;
      return first!.high - first!.low;
    };
    expect(width(1000)).toBeLessThan(width(100) / 2);
  });
});
