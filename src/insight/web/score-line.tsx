import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { bandOf } from "../band.ts";
import { type Score, defaultExpectation } from "../model.ts";
import classes from "./figures.module.css";
import { isShown } from "./score-format.ts";
import { useMetricName } from "./use-metric-name.ts";
import { useScoreFormat } from "./use-score-format.ts";

interface ScoreLineProps {
  score: Score | null;
  /** In the unit of the score; null: what is usually expected of its metric. */
  expectation: number | null;
}

/** A score in one line, with half its interval and its n, coloured against what is expected of it. */
export function ScoreLine({ score, expectation }: ScoreLineProps) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  if (score === null) return <span className={classes["none"]}>{t("noAnswers")}</span>;
  const n = t("n", { n: format.number(score.n) });
  if (!isShown(score))
    return (
      <span className="soft num">
        {n} · {t("tooFew")}
      </span>
    );
  return (
    <span
      className={`num ${classes["scoreLine"]}`}
      data-band={bandOf(score, expectation ?? defaultExpectation[score.metric])}
    >
      {metricName(score.metric)} <b>{scores.value(score.metric, score.value)}</b>{" "}
      <small>
        ±{scores.half(score.metric, score.low, score.high)} · {n}
        {score.trust === "indicative" && ` · ${t("indicative")}`}
      </small>
    </span>
  );
}
