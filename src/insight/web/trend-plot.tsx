import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Metric } from "../model.ts";
import classes from "./panel.module.css";
import type { Span } from "./period.ts";
import {
  type TrendMark,
  type VolumePoint,
  labelled,
  layoutTrend,
  stretchOf,
  trendHeight,
  volumeHeight,
} from "./trend-layout.ts";
import { useScoreFormat } from "./use-score-format.ts";

const axis = 34;
const dates = 16;

interface TrendPlotProps {
  bucket: "day" | "week" | "month";
  points: readonly VolumePoint[];
  metric: Metric | null;
  /** Null: no line is drawn for it. */
  expectation: number | null;
  /** The period that the figures beside are about. */
  period: Span;
  label: string;
  says: (mark: TrendMark) => string;
}

/** A score over time with its 95 % band and, under it, a volume; arrows go from point to point. */
export function TrendPlot({ bucket, points, metric, expectation, period, label, says }: TrendPlotProps) {
  const { i18n } = useTranslation();
  const scores = useScoreFormat();
  const { ref, width } = useElementSize();
  const [current, setCurrent] = useState<number | null>(null);
  const readout = useId();
  const plot = Math.max(0, width - axis);
  const layout = layoutTrend(points, metric, expectation, plot);
  const stretch = stretchOf(points, period, plot);
  const marked = layout.marks[current ?? layout.marks.length - 1];
  const named = labelled(points.length, plot / 72);
  const move = (event: KeyboardEvent<SVGElement>, from: number) => {
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: points.length - 1 }[event.key];
    if (to === undefined || to < 0 || to >= points.length) return;
    event.preventDefault();
    const target = event.currentTarget.parentNode?.children[to];
    if (target instanceof SVGElement) target.focus();
  };
  return (
    <div ref={ref} className={classes["trend"]}>
      <p id={readout} className="num">
        {marked === undefined ? "" : says(marked)}
      </p>
      {plot > 0 && (
        <svg width={width} height={trendHeight + volumeHeight + dates} role="group" aria-label={label}>
          <g transform={`translate(${axis} 0)`}>
            <g aria-hidden>
              {stretch !== null && (
                <rect className={classes["period"]} {...stretch} height={trendHeight + volumeHeight} rx={3} />
              )}
              {layout.ticks.map(({ value, y }) => (
                <g key={value}>
                  <path className={classes["tick"]} d={`M0 ${y}H${plot}`} />
                  <text x={-6} y={y + 3.5} textAnchor="end">
                    {metric !== null && scores.value(metric, value)}
                  </text>
                </g>
              ))}
              {layout.expectationY !== null && (
                <path className={classes["expectation"]} d={`M0 ${layout.expectationY}H${plot}`} />
              )}
              {layout.bands.map((band) => (
                <path key={band} className={classes["band"]} d={band} />
              ))}
              {layout.lines.map((line) => (
                <path key={line} className={classes["line"]} d={line} />
              ))}
              {layout.marks.map(({ x, bar, point }) => (
                <rect
                  key={point.from}
                  className={classes["volumeBar"]}
                  x={x - layout.barWidth / 2}
                  width={layout.barWidth}
                  y={trendHeight + volumeHeight - bar}
                  height={bar}
                  rx={1.5}
                />
              ))}
              {layout.marks.map(
                ({ x, point }, index) =>
                  named.has(index) && (
                    <text key={point.from} x={x} y={trendHeight + volumeHeight + 12} textAnchor="middle">
                      {dateLabel(point, bucket, i18n.language)}
                    </text>
                  ),
              )}
            </g>
            <g>
              {layout.marks.map((mark, index) => (
                <g
                  key={mark.point.from}
                  role="img"
                  tabIndex={index === (current ?? layout.marks.length - 1) ? 0 : -1}
                  aria-label={says(mark)}
                  className={classes["mark"]}
                  onFocus={() => setCurrent(index)}
                  onMouseEnter={() => setCurrent(index)}
                  onKeyDown={(event) => move(event, index)}
                >
                  <rect
                    x={mark.x - plot / points.length / 2}
                    width={plot / points.length}
                    height={trendHeight + volumeHeight}
                    fill="transparent"
                  />
                  {mark.score !== null && (
                    <circle cx={mark.x} cy={mark.score.y} r={mark === marked ? 4.5 : points.length > 24 ? 2 : 3} />
                  )}
                </g>
              ))}
            </g>
          </g>
        </svg>
      )}
    </div>
  );
}

function dateLabel(point: Span, bucket: TrendPlotProps["bucket"], locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    month: "short",
    ...(bucket === "month" ? { year: "2-digit" } : { day: "numeric" }),
  }).format(new Date(point.from));
}
