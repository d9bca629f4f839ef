import { useTranslation } from "react-i18next";
import { type Metric, type Split, otherValues } from "../model.ts";
import classes from "./figures.module.css";
import { isShown } from "./score-format.ts";
import { useScoreFormat } from "./use-score-format.ts";

/** How many values of a split fit into a cell; the panel has them all. */
const shownValues = 4;

/** The same score for each value of the split, the commonest first. */
export function SplitLines({ split, metric }: { split: readonly Split[]; metric: Metric | undefined }) {
  const { t } = useTranslation("insight");
  const scores = useScoreFormat();
  const valueWords = useValueWords();
  return (
    <span className={classes["split"]}>
      {split.slice(0, shownValues).map((part) => {
        const score = part.scores.find((candidate) => candidate.metric === metric) ?? null;
        return (
          <span key={part.value}>
            <span className={classes["splitValue"]}>{valueWords(part.value)}</span>
            <b>
              {isShown(score) ? scores.value(score.metric, score.value) : score === null ? "—" : t("n", { n: score.n })}
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
