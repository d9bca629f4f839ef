import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rangeOf } from "./band.ts";
import { merge, sizeOf, type Histogram } from "./histogram.ts";
import { metrics, scaleOf, type Metric } from "./model.ts";
import { round, scoreOf, scoresOf } from "./scores.ts";

/** Counts from the scale's lowest score up. */
function counts(metric: Metric, ...given: number[]): Histogram {
  return new Map(given.map((count, i) => [scaleOf[metric].min + i, count]));
}

const answersOf = (metric: Metric): fc.Arbitrary<Histogram> =>
  fc
    .array(fc.integer(scaleOf[metric]), { minLength: 5, maxLength: 400 })
    .map((scores) => new Map([...Map.groupBy(scores, (score) => score)].map(([score, same]) => [score, same.length])));

describe("values", () => {
  test("[M1] NPS is the share of 9–10 minus the share of 0–6, passives in the denominator", () => {
    const score = scoreOf("nps", counts("nps", 10, 0, 10, 0, 10, 0, 24, 54, 54, 100, 62));
    expect(score).toMatchObject({ n: 324, value: 33.3333 });
  });

  test("[M2] CSAT is the share of 4 and 5", () => {
    expect(scoreOf("csat", counts("csat", 2, 3, 5, 6, 4))).toMatchObject({ n: 20, value: 50 });
  });

  test("[M3] CES is the mean of a seven-point agreement", () => {
    expect(scoreOf("ces", counts("ces", 80, 210, 140, 110, 160, 180, 120))).toMatchObject({ n: 1000, value: 4.08 });
  });

  test("[M28] CES on five points is a mean, with Student's interval", () => {
    // 2·1 + 4·2 + 10·3 + 14·4 + 10·5 = 146 over 40 is 3.65; squares about it 49.1, s² = 49.1/39, half 2.02269·√(s²/40).
    expect(scoreOf("ces5", counts("ces5", 2, 4, 10, 14, 10))).toMatchObject({
      n: 40,
      value: 3.65,
      low: 3.2912,
      high: 4.0088,
      trust: "firm",
      distribution: [2, 4, 10, 14, 10],
    });
  });

  test("[M29] yes/no is the share of yes, with Wilson's interval", () => {
    // Newcombe, Statistics in Medicine 17 (1998), page 857: 81 of 263 and 15 of 148; 1 of 29 and 0 of 20 at the edge.
    const share = (yes: number, n: number) => scoreOf("yesNo", counts("yesNo", n - yes, yes));
    expect(share(81, 263)).toMatchObject({ n: 263, value: 30.7985, distribution: [182, 81], trust: "firm" });
    for (const [yes, n, low, high] of [
      [81, 263, 25.53, 36.62],
      [15, 148, 6.24, 16.05],
      [1, 29, 0.61, 17.18],
      [0, 20, 0, 16.11],
    ] as const) {
      expect(share(yes, n).low).toBeCloseTo(low, 2);
      expect(share(yes, n).high).toBeCloseTo(high, 2);
    }
  });

  test("[M8] a change of yes/no has Newcombe's interval", () => {
    const { change } = scoreOf("yesNo", counts("yesNo", 14, 56), counts("yesNo", 32, 48));
    expect(change).toEqual({ value: 20, low: 5.2431, high: 33.3873, nBefore: 80 });
  });

  test("[M3] stars are a mean, half stars kept exact and shown with the star above", () => {
    const score = scoreOf(
      "stars",
      new Map([
        [4.5, 4],
        [1, 4],
      ]),
    );
    expect(score).toMatchObject({ value: 2.75, distribution: [4, 0, 0, 0, 4] });
  });
});

describe("trust", () => {
  test("[M7] under 5 answers nothing but their number is told", () => {
    expect(scoreOf("stars", counts("stars", 0, 0, 0, 1, 3))).toEqual({
      metric: "stars",
      n: 4,
      value: null,
      low: null,
      high: null,
      trust: "hidden",
      distribution: [],
      change: null,
    });
  });

  test.each([
    ["csat", 5, "indicative"],
    ["csat", 29, "indicative"],
    ["csat", 30, "wide"],
    ["csat", 1000, "firm"],
    ["nps", 200, "wide"],
    ["nps", 1000, "firm"],
    ["stars", 30, "wide"],
    ["stars", 300, "firm"],
  ] satisfies [Metric, number, string][])(
    "[M7] %s of %d answers split between best and worst is %s",
    (metric, n, trust) => {
      const { min, max } = scaleOf[metric];
      expect(
        scoreOf(
          metric,
          new Map([
            [min, Math.floor(n / 2)],
            [max, Math.ceil(n / 2)],
          ]),
        ).trust,
      ).toBe(trust);
    },
  );
});

describe("changes", () => {
  test("[M8] a change carries its own interval and the answers before", () => {
    const { change } = scoreOf("csat", counts("csat", 14, 0, 0, 0, 56), counts("csat", 32, 0, 0, 0, 48));
    expect(change).toEqual({ value: 20, low: 5.2431, high: 33.3873, nBefore: 80 });
  });

  test("[M8] there is no change where the period before has fewer than 5 answers", () => {
    expect(scoreOf("csat", counts("csat", 5, 0, 0, 0, 5), counts("csat", 2, 0, 0, 0, 2)).change).toBeNull();
  });
});

describe("for every metric", () => {
  test.each(metrics)("[M4, M5, M6] %s: the interval holds the value and stays on the scale", (metric) => {
    fc.assert(
      fc.property(answersOf(metric), (answers) => {
        const { value, low, high } = scoreOf(metric, answers);
        expect(low).toBeLessThanOrEqual(value!);
        expect(high).toBeGreaterThanOrEqual(value!);
        const { min, max } = rangeOf(metric);
        expect(low).toBeGreaterThanOrEqual(min);
        expect(high).toBeLessThanOrEqual(max);
      }),
    );
  });

  test.each(metrics)("[M9] %s: merged answers score as if they had come together", (metric) => {
    fc.assert(
      fc.property(answersOf(metric), answersOf(metric), (some, others) => {
        const all = merge([some, others]);
        const [a, b, both] = [scoreOf(metric, some), scoreOf(metric, others), scoreOf(metric, all)];
        expect(sizeOf(all)).toBe(a.n + b.n);
        expect(both.distribution).toEqual(a.distribution.map((count, i) => count + b.distribution[i]!));
        expect(both.value).toBeCloseTo((a.value! * a.n + b.value! * b.n) / (a.n + b.n), 3);
      }),
    );
  });

  test.each(metrics)("[M8] %s: nothing changed since itself", (metric) => {
    fc.assert(
      fc.property(answersOf(metric), (answers) => {
        const change = scoreOf(metric, answers, answers).change!;
        expect(change.value).toBe(0);
        expect(change.low).toBeLessThanOrEqual(0);
        expect(change.high).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test("[M10] scores are listed metric by metric, without those nobody answered", () => {
  const scores = scoresOf(
    new Map<Metric, Histogram>([
      ["stars", counts("stars", 5)],
      ["nps", counts("nps", 5)],
      ["ces", new Map()],
    ]),
  );
  expect(scores.map(({ metric }) => metric)).toEqual(["nps", "stars"]);
});

test("[M10] figures have four decimals and no negative zero", () => {
  expect(round(3.27155)).toBe(3.2716);
  expect(Object.is(round(-0.00001), 0)).toBe(true);
});
