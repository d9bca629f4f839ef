import { useTranslation } from "react-i18next";
import type { Change, Metric } from "../model.ts";
import classes from "./figures.module.css";
import { changeDirection } from "./score-format.ts";
import { useScoreFormat } from "./use-score-format.ts";

/** ▲ or ▼ with the difference; hollow and grey while it could be chance. */
export function ChangeMark({ metric, change }: { metric: Metric; change: Change }) {
  const scores = useScoreFormat();
  const direction = changeDirection(change);
  const hollow = direction === "unclear";
  const arrow = change.value > 0 ? (hollow ? "△" : "▲") : change.value < 0 ? (hollow ? "▽" : "▼") : "=";
  return (
    <span className={classes["change"]} data-direction={direction}>
      <span aria-hidden>{arrow} </span>
      {scores.difference(metric, Math.abs(change.value)).replace("+", "")}
    </span>
  );
}

/** Since when, how sure: the words after a change, with the interval of the difference. */
export function useChangeWords(): (metric: Metric, change: Change, before: string) => string {
  const { t } = useTranslation("insight");
  const scores = useScoreFormat();
  return (metric, change, before) =>
    t(changeDirection(change) === "unclear" ? "changeUnclear" : "changeClear", {
      low: scores.difference(metric, change.low),
      high: scores.difference(metric, change.high),
      n: change.nBefore,
      before,
    });
}
