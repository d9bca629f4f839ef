import { bandOf, rangeOf } from "../../band.ts";
import type { Metric } from "../../model.ts";
import classes from "./dashboard.module.css";

interface IntervalRulerProps {
  metric: Metric;
  value: number;
  low: number;
  high: number;
  /** In the unit of the metric; null: no tick. */
  expectation: number | null;
}

/** A score on the scale of its metric: its 95 % interval, the score, and a tick at what is expected; said beside it. */
export function IntervalRuler({ metric, value, low, high, expectation }: IntervalRulerProps) {
  const { min, max } = rangeOf(metric);
  const at = (figure: number) => `${(100 * (figure - min)) / (max - min)}%`;
  return (
    <span
      className={classes["ruler"]}
      data-band={expectation === null ? undefined : bandOf({ metric, value, low, high }, expectation)}
      aria-hidden
    >
      <i className={classes["spread"]} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
      {expectation !== null && <i className={classes["expected"]} style={{ left: at(expectation) }} />}
      <i className={classes["dot"]} style={{ left: at(value) }} />
    </span>
  );
}
