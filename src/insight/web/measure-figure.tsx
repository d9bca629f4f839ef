import { Tooltip, VisuallyHidden } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { bandOf, mainScore } from "../band.ts";
import { type Score, type TouchpointMeasure, defaultExpectation } from "../model.ts";
import { ChangeMark, useChangeWords } from "./change-mark.tsx";
import classes from "./figures.module.css";
import { isShown } from "./score-format.ts";
import { SplitLines } from "./split-lines.tsx";
import { useScoreFormat } from "./use-score-format.ts";

interface MeasureFigureProps {
  measure: TouchpointMeasure | undefined;
  name: string;
  /** Said before the figure when several touchpoints share the cell. */
  showsName: boolean;
  expectation: number | null;
  /** The period compared with, in words. */
  before: string;
  onOpen: () => void;
}

/** A touchpoint's main score in a cell of the map: metric, value, half interval, n, change; the rest on hover and focus. */
export const MeasureFigure = memo(function MeasureFigure({
  measure,
  name,
  showsName,
  expectation,
  before,
  onOpen,
}: MeasureFigureProps) {
  const certainty = useCertainty();
  const score = mainScore(measure?.scores ?? []);
  return (
    <Tooltip
      label={<Explanation score={score} expectation={expectation} before={before} />}
      disabled={score === null}
      events={{ hover: true, focus: true, touch: false }}
      position="bottom-start"
    >
      <button type="button" className={classes["measure"]} tabIndex={-1} data-item onClick={onOpen}>
        {showsName ? <span className={classes["of"]}>{name}</span> : <VisuallyHidden>{name}, </VisuallyHidden>}
        <ScoreLines score={score} />
        <VisuallyHidden>{certainty(score, expectation)}</VisuallyHidden>
        {measure !== undefined && measure.split.length > 0 && (
          <SplitLines split={measure.split} metric={score?.metric} />
        )}
      </button>
    </Tooltip>
  );
});

function ScoreLines({ score }: { score: Score | null }) {
  const { t } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  if (score === null) return <span className={classes["none"]}>{t("noAnswers")}</span>;
  const n = t("n", { n: format.number(score.n) });
  if (!isShown(score))
    return (
      <span className={classes["lines"]}>
        <b className={classes["value"]}>—</b>
        <span>
          {n} · {t("tooFew")}
        </span>
      </span>
    );
  return (
    <span className={classes["lines"]}>
      <span>
        <Metric metric={score.metric} /> <b className={classes["value"]}>{scores.value(score.metric, score.value)}</b>
      </span>
      <span>
        ±{scores.half(score.metric, score.low, score.high)} · {n}
      </span>
      {score.trust === "indicative" ? (
        <span>{t("indicative")}</span>
      ) : (
        score.change !== null && <ChangeMark metric={score.metric} change={score.change} />
      )}
    </span>
  );
}

function Metric({ metric }: { metric: Score["metric"] }) {
  const { t } = useTranslation("insight");
  return metric === "stars" ? (
    <span aria-label={t("metric.stars")} role="img">
      ★
    </span>
  ) : (
    t(`metric.${metric}`)
  );
}

function Explanation({
  score,
  expectation,
  before,
}: {
  score: Score | null;
  expectation: number | null;
  before: string;
}) {
  const { t } = useTranslation("insight");
  const scores = useScoreFormat();
  const changeWords = useChangeWords();
  if (score === null) return null;
  if (!isShown(score)) return t("tooFewWhy");
  const expected = scores.value(score.metric, expectation ?? defaultExpectation[score.metric]);
  return (
    <div className={classes["explanation"]}>
      <div>
        {t(`metric.${score.metric}`)} · {t(`metricUnit.${score.metric}`)}
      </div>
      <div>
        {t("interval", { low: scores.value(score.metric, score.low), high: scores.value(score.metric, score.high) })}
      </div>
      <div>{t(expectation === null ? "expectationDefault" : "expectationIs", { value: expected })}</div>
      {score.change !== null && (
        <div>
          {scores.difference(score.metric, score.change.value)} {changeWords(score.metric, score.change, before)}
        </div>
      )}
      {score.trust === "indicative" && <div>{t("indicativeWhy")}</div>}
    </div>
  );
}

/** What sighted readers see in colour or on hover: the interval, and where the score lies. */
function useCertainty(): (score: Score | null, expectation: number | null) => string {
  const { t } = useTranslation("insight");
  const scores = useScoreFormat();
  return (score, expectation) => {
    if (score === null || !isShown(score)) return "";
    const band = bandOf(score, expectation ?? defaultExpectation[score.metric]);
    const interval = t("interval", {
      low: scores.value(score.metric, score.low),
      high: scores.value(score.metric, score.high),
    });
    return `${interval}, ${t(band === null ? "band.unknown" : `band.${band}`)}`;
  };
}

/** A score said in one sentence, for those who hear the map. */
export function useMeasureWords(): (score: Score | null, expectation: number | null) => string {
  const { t } = useTranslation("insight");
  const scores = useScoreFormat();
  return (score, expectation) => {
    if (score === null) return t("noAnswers");
    const metric = t(`metric.${score.metric}`);
    if (!isShown(score)) return t("scoreHiddenSaid", { metric, n: score.n });
    const band = bandOf(score, expectation ?? defaultExpectation[score.metric]);
    return t("scoreSaid", {
      metric,
      value: scores.value(score.metric, score.value),
      n: score.n,
      low: scores.value(score.metric, score.low),
      high: scores.value(score.metric, score.high),
      band: t(band === null ? "band.unknown" : `band.${band}`),
    });
  };
}
