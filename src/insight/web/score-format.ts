import type { Format } from "#ui/format.ts";
import { type Change, type Metric, type Score, figureOf } from "../model.ts";

/** How scores are written: NPS +31, shares 48 %, means 4,1. */
export interface ScoreFormat {
  value: (metric: Metric, value: number) => string;
  /** Half of the 95 % interval, without its sign. */
  half: (metric: Metric, low: number, high: number) => string;
  /** A difference, with its sign; points of NPS and shares as bare numbers. */
  difference: (metric: Metric, value: number) => string;
}

export function scoreFormat(format: Format): ScoreFormat {
  // One more decimal rather than a zero that is none.
  const digits = (metric: Metric, value: number) => {
    const usual = figureOf[metric] === "mean" ? 1 : 0;
    return value !== 0 && Math.abs(value) < 0.5 / 10 ** usual ? usual + 1 : usual;
  };
  return {
    value: (metric, value) => {
      if (figureOf[metric] === "balance") return format.signed(Math.round(value), 0);
      return figureOf[metric] === "share" ? format.percent(value / 100) : format.number(value, 1);
    },
    half: (metric, low, high) => format.number((high - low) / 2, digits(metric, (high - low) / 2)),
    difference: (metric, value) => format.signed(value, digits(metric, value)),
  };
}

/** Whether a change is beyond chance: its interval leaves out zero. */
export function changeDirection(change: Change): "up" | "down" | "unclear" {
  if (change.low > 0) return "up";
  return change.high < 0 ? "down" : "unclear";
}

/** A score whose figures may be shown. */
export type ShownScore = Score & { value: number; low: number; high: number };

export function isShown(score: Score | null): score is ShownScore {
  return score !== null && score.value !== null && score.low !== null && score.high !== null;
}
