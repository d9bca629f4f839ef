import { describe, expect, test } from "vitest";
import { driversOf } from "./drivers.ts";
import { adjustedWald, finitePopulation, wilson, type Interval } from "./intervals.ts";
import { seeded } from "./seeded.testing.ts";

const draws = 10_000;

/** How often an interval of a fresh sample holds the truth. */
function coverage(truth: number, sample: () => Interval, repeats = draws): number {
  let held = 0;
  for (let i = 0; i < repeats; i++) {
    const { low, high } = sample();
    if (low <= truth && truth <= high) held++;
  }
  return held / repeats;
}

function count(n: number, isHit: () => boolean): number {
  let hits = 0;
  for (let i = 0; i < n; i++) if (isHit()) hits++;
  return hits;
}

const isNearly95 = (covered: number) => covered > 0.93 && covered < 0.97;

const sizes = [50, 100, 400];
const shares = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];
const balances = [
  [0.1, 0.6],
  [0.25, 0.45],
  [0.33, 0.33],
  [0.5, 0.17],
  [0.4, 0.4],
  [0.7, 0.1],
  [0.8, 0.05],
] as const;

describe("intervals hold the truth 93 to 97 times in 100", () => {
  test.each(sizes.flatMap((n) => shares.map((share) => [n, share] as const)))(
    "[M5] Wilson's, of %d answers with a true share of %d",
    (n, share) => {
      const random = seeded(n + 1000 * share);
      const sample = () => wilson({ hits: count(n, () => random() < share), n });
      expect(coverage(share, sample)).toSatisfy(isNearly95);
    },
  );

  test.each([20, ...sizes].flatMap((n) => balances.map(([p, d]) => [n, p, d] as const)))(
    "[M4] the NPS's, of %d answers with %d promoters and %d detractors",
    (n, p, d) => {
      const random = seeded(n + 1000 * p);
      const sample = () => {
        let [promoters, detractors] = [0, 0];
        for (let i = 0; i < n; i++) {
          const chance = random();
          if (chance < p) promoters++;
          else if (chance < p + d) detractors++;
        }
        return adjustedWald({ promoters, detractors, n });
      };
      expect(coverage(p - d, sample)).toSatisfy(isNearly95);
    },
  );

  test.each([
    [400, 80, 0.2],
    [400, 200, 0.5],
    [400, 360, 0.8],
    [2000, 1000, 0.2],
    [2000, 1800, 0.5],
  ])("[M27] of a closed population of %d, %d of whom answered, with a true share of %d", (population, n, share) => {
    const random = seeded(population + n);
    const sample = () => {
      let [left, hitsLeft] = [population, population * share];
      const hits = count(n, () => {
        const hit = random() * left < hitsLeft;
        left--;
        if (hit) hitsLeft--;
        return hit;
      });
      return finitePopulation(wilson({ hits, n }), hits / n, n, population);
    };
    expect(coverage(share, sample)).toSatisfy(isNearly95);
  });
});

test("[M25] a driver's interval holds its true share about 19 times in 20", () => {
  const random = seeded(42);
  // Three uniform parts of variances 4 : 1 : 3, of which two are seen.
  const sample = () => {
    const predictors = Array.from({ length: 150 }, () => [random(), random()]);
    const target = predictors.map(([a = 0, b = 0]) => 2 * a + b + Math.sqrt(3) * random());
    const result = driversOf({ predictors, target }, { resamples: 200, random });
    if ("refused" in result) throw new Error(result.refused);
    return result.drivers[0]!;
  };
  const covered = coverage(0.5, sample, 200);
  expect(covered).toBeGreaterThan(0.9);
  expect(covered).toBeLessThan(0.99);
});
