import { countWhere, emptyHistogram, meanOf, sizeOf, type Histogram } from "./histogram.ts";
import {
  adjustedWald,
  balanceDifference,
  newcombe,
  studentInterval,
  welch,
  wilson,
  type Interval,
} from "./intervals.ts";
import { metrics, scaleOf, type Change, type Metric, type Score, type Trust } from "./model.ts";
import { balanceOf, momentsOf, shareOf } from "./readings.ts";

/** Under this many answers a score is withheld: too few to say, and few enough to recognise someone. */
export const hiddenBelow = 5;
/** Under this many answers a score is only indicative. */
export const indicativeBelow = 30;

/** What makes a metric: its value, its interval and the interval of a difference, all in the metric's unit. */
interface MetricRule {
  value: (answers: Histogram) => number;
  interval: (answers: Histogram) => Interval;
  difference: (now: Histogram, before: Histogram) => Interval;
  /** From the worst value to the best. */
  span: number;
  /** Half an interval longer than this is `wide`. */
  wideOver: number;
}

const balanceRule: MetricRule = {
  value: (answers) => {
    const { promoters, detractors, n } = balanceOf(answers);
    return (100 * (promoters - detractors)) / n;
  },
  interval: (answers) => times(100, adjustedWald(balanceOf(answers))),
  difference: (now, before) => times(100, balanceDifference(balanceOf(now), balanceOf(before))),
  span: 200,
  wideOver: 10,
};

const shareRule = (metric: Metric): MetricRule => ({
  value: (answers) => {
    const { hits, n } = shareOf(metric, answers);
    return (100 * hits) / n;
  },
  interval: (answers) => times(100, wilson(shareOf(metric, answers))),
  difference: (now, before) => times(100, newcombe(shareOf(metric, now), shareOf(metric, before))),
  span: 100,
  wideOver: 10,
});

const meanRule = (metric: Metric): MetricRule => {
  const { min, max } = scaleOf[metric];
  return {
    value: meanOf,
    interval: (answers) => {
      const { low, high } = studentInterval(momentsOf(answers));
      return { low: Math.max(min, low), high: Math.min(max, high) };
    },
    difference: (now, before) => welch(momentsOf(now), momentsOf(before)),
    span: max - min,
    wideOver: (max - min) / 10,
  };
};

/** A new metric is one line here; its name, scale, kind of figure and expectation in the models; and its words. */
export const ruleOf: Record<Metric, MetricRule> = {
  nps: balanceRule,
  csat: shareRule("csat"),
  ces: meanRule("ces"),
  ces5: meanRule("ces5"),
  stars: meanRule("stars"),
  yesNo: shareRule("yesNo"),
};

/** One score with its interval, and its change since `before` where both periods have enough answers. */
export function scoreOf(metric: Metric, now: Histogram, before: Histogram = emptyHistogram): Score {
  const n = sizeOf(now);
  if (n < hiddenBelow) {
    return { metric, n, value: null, low: null, high: null, trust: "hidden", distribution: [], change: null };
  }
  const { low, high } = ruleOf[metric].interval(now);
  return {
    metric,
    n,
    value: round(ruleOf[metric].value(now)),
    low: round(low),
    high: round(high),
    trust: trustOf(metric, n, { low, high }),
    distribution: distributionOf(metric, now),
    change: changeOf(metric, now, before),
  };
}

/** Every metric that was answered, in the order of `metrics`. */
export function scoresOf(
  now: ReadonlyMap<Metric, Histogram>,
  before: ReadonlyMap<Metric, Histogram> = new Map(),
): Score[] {
  return metrics.flatMap((metric) => {
    const answers = now.get(metric);
    return answers === undefined || sizeOf(answers) === 0 ? [] : [scoreOf(metric, answers, before.get(metric))];
  });
}

/** Four decimals: beyond them a figure says nothing, and answers stay the same from one machine to the next. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}

function changeOf(metric: Metric, now: Histogram, before: Histogram): Change | null {
  const nBefore = sizeOf(before);
  if (nBefore < hiddenBelow) return null;
  const { value, difference } = ruleOf[metric];
  const { low, high } = difference(now, before);
  return { value: round(value(now) - value(before)), low: round(low), high: round(high), nBefore };
}

function trustOf(metric: Metric, n: number, { low, high }: Interval): Trust {
  if (n < indicativeBelow) return "indicative";
  return (high - low) / 2 > ruleOf[metric].wideOver ? "wide" : "firm";
}

/** Answers per whole score of the scale; a half star counts with the star above. */
function distributionOf(metric: Metric, answers: Histogram): number[] {
  const { min, max } = scaleOf[metric];
  return Array.from({ length: max - min + 1 }, (_, i) => countWhere(answers, (score) => Math.round(score) === min + i));
}

function times(factor: number, { low, high }: Interval): Interval {
  return { low: factor * low, high: factor * high };
}
