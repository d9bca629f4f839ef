import { countWhere, meanOf, sizeOf, varianceOf, type Histogram } from "./histogram.ts";
import type { Balance, Mean, Share } from "./intervals.ts";
import { sidesOf, type Metric } from "./model.ts";

/** Answers read as NPS does. */
export function balanceOf(answers: Histogram): Balance {
  return {
    promoters: countWhere(answers, (score) => score >= sidesOf.nps.high),
    detractors: countWhere(answers, (score) => score <= sidesOf.nps.low),
    n: sizeOf(answers),
  };
}

/** Answers read as CSAT and yes/no do: the good ones among all. */
export function shareOf(metric: Metric, answers: Histogram): Share {
  return { hits: countWhere(answers, (score) => score >= sidesOf[metric].high), n: sizeOf(answers) };
}

/** Answers read as CES and stars do. */
export function momentsOf(answers: Histogram): Mean {
  return { mean: meanOf(answers), variance: varianceOf(answers), n: sizeOf(answers) };
}
