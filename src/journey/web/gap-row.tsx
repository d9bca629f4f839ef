import { memo } from "react";
import { useTranslation } from "react-i18next";
import { type ReliefPoint, bandOf, outOfFive, useMetricName, useScoreFormat } from "#insight/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import type { Placement } from "../model.ts";
import type { MapFigures } from "./map-figures.ts";
import type { Column } from "./map-view.ts";
import mapClasses from "./map.module.css";
import classes from "./measure-rows.module.css";
import { SubHead } from "./sub-head.tsx";
import { useRelief } from "./use-relief.ts";

interface GapRowProps {
  columns: readonly Column[];
  placements: ReadonlyMap<string, readonly Placement[]>;
  figures: MapFigures;
  /** Without a lane of emotions the gaps are drawn, and only what the team thinks of itself is written. */
  hasEmotion: boolean;
}

/** What customers say of each step against what is expected, and what the team says of itself against what customers say. */
export const GapRow = memo(function GapRow({ columns, placements, figures, hasEmotion }: GapRowProps) {
  const { t } = useTranslation("journey");
  const points = useRelief(columns, placements, figures);
  const saysItself = columns.some(({ step }) => typeof step?.selfScore === "number");
  const showsGap = hasEmotion && points.some((point) => point !== null);
  if (!showsGap && !saysItself) return null;
  return (
    <div role="row" className={mapClasses["row"]} data-kind="gaps">
      <SubHead name={t(showsGap ? "relief" : "selfScore")} note={t(showsGap ? "gapWhat" : "selfScoreWhat")} />
      {columns.map(({ key, step }, index) => (
        <div key={key} role="gridcell" className={mapClasses["cell"]} data-column={index + 1} data-item tabIndex={-1}>
          {showsGap && <Gap point={points[index] ?? null} />}
          <SelfScore score={step?.selfScore ?? null} point={points[index] ?? null} />
        </div>
      ))}
    </div>
  );
});

function Gap({ point }: { point: ReliefPoint | null }) {
  const { t } = useTranslation("journey");
  const scores = useScoreFormat();
  const metricName = useMetricName();
  if (point === null) return <span className={classes["figure"]}>{t("gapUnknown")}</span>;
  const { score, expectation } = point;
  const { metric, value } = score;
  const band = bandOf(score, expectation) ?? 0;
  const sign = band === 0 ? "≈" : band < 0 ? "▼" : "▲";
  return (
    <span className={classes["figure"]} data-band={band}>
      <b>
        <span aria-hidden>{sign}</span> {scores.difference(metric, value - expectation)}
      </b>{" "}
      {metricName(metric)}
      <small>{t("gapExpected", { value: scores.value(metric, expectation) })}</small>
    </span>
  );
}

function SelfScore({ score, point }: { score: number | null; point: ReliefPoint | null }) {
  const { t } = useTranslation("journey");
  const format = useFormat();
  if (score === null) return null;
  const measured = point === null ? null : outOfFive(point.score.metric, point.score.value);
  return (
    <span className={classes["figure"]}>
      {t("selfScoreSaid", { n: score })}
      <small>
        {measured === null
          ? t("selfScoreAlone")
          : t("selfScoreGap", { measured: format.number(measured, 1), gap: format.signed(score - measured, 1) })}
      </small>
    </span>
  );
}
