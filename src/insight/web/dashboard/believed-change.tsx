import { Tooltip, VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { BelievedDifference } from "../../dashboard/model.ts";
import type { Metric } from "../../model.ts";
import { useScoreFormat } from "../use-score-format.ts";
import classes from "./dashboard.module.css";

interface BelievedChangeProps {
  metric: Metric;
  difference: BelievedDifference;
}

/**
 * A difference with its 95 % interval under it: a full arrow when it is believed among all those beside it, a hollow one while
 * it could be chance.
 */
export function BelievedChange({ metric, difference }: BelievedChangeProps) {
  const scores = useScoreFormat();
  const words = useDifferenceWords()(metric, difference);
  const { value, low, high, isBelieved } = difference;
  const arrow = value > 0 ? (isBelieved ? "▲" : "△") : value < 0 ? (isBelieved ? "▼" : "▽") : "=";
  return (
    <Tooltip label={words} multiline maw={280}>
      <span className={classes["change"]} data-direction={isBelieved ? (value > 0 ? "up" : "down") : "unclear"}>
        <span aria-hidden>{arrow} </span>
        {scores.difference(metric, value)}
        <small aria-hidden>
          {scores.difference(metric, low)} … {scores.difference(metric, high)}
        </small>
        <VisuallyHidden>, {words}</VisuallyHidden>
      </span>
    </Tooltip>
  );
}

/** How sure a difference is, in words. */
function useDifferenceWords(): (metric: Metric, difference: BelievedDifference) => string {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const scores = useScoreFormat();
  return (metric, { low, high, nOther, isBelieved }) =>
    t(isBelieved ? "believed" : "notBelieved", {
      low: scores.difference(metric, low),
      high: scores.difference(metric, high),
      n: format.number(nOther),
    });
}
