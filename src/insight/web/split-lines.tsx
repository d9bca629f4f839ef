import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { type Metric, type Split, otherValues } from "../model.ts";
import classes from "./figures.module.css";
import { isShown } from "./score-format.ts";
import { useScoreFormat } from "./use-score-format.ts";

/** How many values of a split fit into a cell; the panel has them all. */
const shownValues = 4;

/** The same score for each value of the split, the commonest first. */
export function SplitLines({ split, metric }: { split: readonly Split[]; metric: Metric | undefined }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  const valueWords = useValueWords();
  return (
    <span className={classes["split"]}>
      {split.slice(0, shownValues).map((part) => {
        const score = part.scores.find((candidate) => candidate.metric === metric) ?? null;
        const value = valueWords(part.value);
        if (score === null)
          return (
            <span key={part.value}>
              <span className={classes["splitValue"]}>{value}</span> <b>—</b>
            </span>
          );
        const n = t("n", { n: format.number(score.n) });
        if (!isShown(score))
          return (
            <span key={part.value} title={t("tooFew")}>
              <span className={classes["splitValue"]}>{value}</span> <b>{n}</b>
            </span>
          );
        const half = `±${scores.half(score.metric, score.low, score.high)}`;
        return (
          <span key={part.value} title={`${value}: ${half} · ${n}`}>
            <span className={classes["splitValue"]}>{value}</span>{" "}
            <b>
              {scores.value(score.metric, score.value)} <small>{n}</small>
            </b>
          </span>
        );
      })}
    </span>
  );
}

/** How a property's value reads on screen: nothing said and «the others» have words of their own. */
export function useValueWords(): (value: string) => string {
  const { t } = useTranslation("insight");
  return (value) => (value === "" ? t("emptyValue") : value === otherValues ? t("splitOther") : value);
}
