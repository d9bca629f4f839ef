import { useTranslation } from "react-i18next";
import type { Score } from "../../model.ts";
import { useMetricName } from "../use-metric-name.ts";
import type { Sheet } from "./figure-card.tsx";

/** The columns of a score in every table. */
export function useScoreColumns(): string[] {
  const { t } = useTranslation("dashboard");
  return [t("metric"), t("score"), t("low"), t("high"), "n", t("trustHead")];
}

/** A score under those columns; nothing but its n while it is hidden. */
export function useScoreCells(): (score: Score | null) => (string | number | null)[] {
  const { t } = useTranslation("dashboard");
  const metricName = useMetricName();
  return (score) =>
    score === null
      ? [null, null, null, null, 0, null]
      : [metricName(score.metric), score.value, score.low, score.high, score.n, t(`trust.${score.trust}`)];
}

/** Scores by name, each with the suspicious answers that it leaves out. */
export function useScoreSheet(
  parts: readonly { name: string; scores: readonly Score[]; apart: (score: Score) => number }[],
): Sheet {
  const { t } = useTranslation("dashboard");
  const columns = useScoreColumns();
  const cells = useScoreCells();
  return {
    columns: [t("about"), ...columns, t("apartHead")],
    rows: parts.flatMap(({ name, scores, apart }) => scores.map((score) => [name, ...cells(score), apart(score)])),
  };
}
