import { ActionIcon, Tooltip } from "@mantine/core";
import { ChartLine, Table2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import type { TrendPoint } from "../api.ts";
import { type Metric, defaultExpectation } from "../model.ts";
import classes from "./panel.module.css";
import { type Span, periodLabel } from "./period.ts";
import type { TrendMark } from "./trend-layout.ts";
import { TrendPlot } from "./trend-plot.tsx";
import { TrendTable } from "./trend-table.tsx";
import { useScoreFormat } from "./use-score-format.ts";

interface TrendChartProps {
  bucket: "day" | "week" | "month";
  points: readonly TrendPoint[];
  metric: Metric | null;
  expectation: number | null;
  /** The period that the figures beside are about. */
  period: Span;
}

/** A score over time with its 95 % band and, under it, the contacts; or the same as a table. */
export function TrendChart({ bucket, points, metric, expectation, period }: TrendChartProps) {
  const { t } = useTranslation("insight");
  const [isTable, setIsTable] = useState(false);
  const pointWords = usePointWords();
  const label = t(isTable ? "showChart" : "showTable");
  return (
    <section>
      <h3>
        {t("trend")} <span className="soft">{t(`trendBucket.${bucket}`)}</span>
        <Tooltip label={label}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            className={classes["toggle"] ?? ""}
            aria-label={label}
            onClick={() => setIsTable(!isTable)}
          >
            {isTable ? <ChartLine size={15} aria-hidden /> : <Table2 size={15} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </h3>
      {isTable ? (
        <TrendTable points={points} metric={metric} />
      ) : (
        <TrendPlot
          bucket={bucket}
          points={points.map((point) => ({ ...point, volume: point.contacts }))}
          metric={metric}
          expectation={metric === null ? null : (expectation ?? defaultExpectation[metric])}
          period={period}
          label={
            metric === null
              ? t("trendVolumeOnly", { bucket: t(`trendBucket.${bucket}`) })
              : t("trendSaid", { metric: t(`metric.${metric}`), bucket: t(`trendBucket.${bucket}`) })
          }
          says={pointWords}
        />
      )}
    </section>
  );
}

function usePointWords(): (mark: TrendMark) => string {
  const { t, i18n } = useTranslation("insight");
  const format = useFormat();
  const scores = useScoreFormat();
  return ({ point, score }) => {
    const words = { when: periodLabel(point, i18n.language), contacts: format.number(point.volume) };
    if (score === null) return t("trendPointHidden", { ...words, n: format.number(point.scores[0]?.n ?? 0) });
    const { metric, value, low, high, n } = score;
    return t("trendPoint", {
      ...words,
      value: scores.value(metric, value),
      low: scores.value(metric, low),
      high: scores.value(metric, high),
      n: format.number(n),
    });
  };
}
