import { mainScore } from "../band.ts";
import { differencesAmong } from "../comparison.ts";
import { type Histogram, sizeOf } from "../histogram.ts";
import { histogramsOf, sum, type Tally } from "../measure.ts";
import { type Metric, metrics, mostSplits, otherValues } from "../model.ts";
import { ruleOf, scoreOf, scoresOf } from "../scores.ts";
import type { Dashboard, Standout } from "./model.ts";

/** As many as a reader takes in. */
const mostStandouts = 20;

interface Part {
  value: string;
  tallies: readonly Tally[];
}

/**
 * How the values of a property differ: over all touchpoints together, and at each one. What is compared are always those
 * who have a value with all others, metric by metric.
 */
export function segmentsOf(by: string, tallies: readonly Tally[]): NonNullable<Dashboard["segments"]> {
  const answers = tallies.filter(({ kind }) => kind === "answer");
  const parts = [...Map.groupBy(answers, ({ split }) => split)]
    .map(([value, own]): Part => ({ value, tallies: own }))
    .toSorted((a, b) => weight(b) - weight(a) || (a.value < b.value ? -1 : 1))
    .slice(0, mostSplits + 1);
  const everywhere = comparisons(parts, answers, metrics);
  const differences = differencesAmong(everywhere);
  const local = [...Map.groupBy(answers, ({ touchpoint }) => touchpoint)].flatMap(([key, there]) => {
    const metric = mainScore(scoresOf(histogramsOf(there, "now")))?.metric;
    const own = parts.map(({ value, tallies }) => ({ value, tallies: tallies.filter((t) => t.touchpoint === key) }));
    return metric === undefined ? [] : comparisons(own, there, [metric]).map((pair) => ({ ...pair, key }));
  });
  const found = differencesAmong(local);
  return {
    by,
    values: parts.map(({ value, tallies: own }) => ({
      value,
      answers: sum(own, "now"),
      scores: scoresOf(histogramsOf(own, "now")),
      differences: everywhere.flatMap((pair, i) => {
        const difference = differences[i] ?? null;
        return pair.value === value && difference !== null ? [{ metric: pair.metric, ...difference }] : [];
      }),
    })),
    compared: found.filter((difference) => difference !== null).length,
    standouts: local
      .flatMap(({ value, key, metric, answers }, i): Standout[] => {
        const difference = found[i] ?? null;
        return difference?.isBelieved === true ? [{ value, key, score: scoreOf(metric, answers), difference }] : [];
      })
      .toSorted((a, b) => sizeOfDifference(b) - sizeOfDifference(a))
      .slice(0, mostStandouts),
  };
}

/** Rarer values together come last. */
function weight({ value, tallies }: Part): number {
  return value === otherValues ? -1 : sum(tallies, "now");
}

/** On a ruler that all metrics share. */
function sizeOfDifference({ score, difference }: Standout): number {
  return Math.abs(difference.value) / ruleOf[score.metric].span;
}

interface Comparison {
  value: string;
  metric: Metric;
  answers: Histogram;
  others: Histogram;
}

function comparisons(parts: readonly Part[], all: readonly Tally[], wanted: readonly Metric[]): Comparison[] {
  const together = histogramsOf(all, "now");
  return parts.flatMap(({ value, tallies }) => {
    const own = histogramsOf(tallies, "now");
    return wanted.flatMap((metric): Comparison[] => {
      const answers = own.get(metric);
      const everybody = together.get(metric);
      if (answers === undefined || everybody === undefined || sizeOf(answers) === 0) return [];
      return [{ value, metric, answers, others: without(everybody, answers) }];
    });
  });
}

/** The answers of all others. */
function without(everybody: Histogram, some: Histogram): Histogram {
  return new Map(
    [...everybody].flatMap(([score, count]) => {
      const left = count - (some.get(score) ?? 0);
      return left > 0 ? [[score, left] as const] : [];
    }),
  );
}
