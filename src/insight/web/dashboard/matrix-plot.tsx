import { useElementSize } from "@mantine/hooks";
import { scaleLinear } from "d3-scale";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { labelsApart } from "#ui/labels-apart.ts";
import { useFormat } from "#ui/use-format.ts";
import { useMetricName } from "../use-metric-name.ts";
import { useScoreFormat } from "../use-score-format.ts";
import classes from "./dashboard.module.css";
import { axisOver, type MatrixPoint, meanOf, shiftsOf } from "./matrix.ts";

const height = 420;
/** Pixels. */
const shiftBy = 18;
const margin = { top: 14, right: 16, bottom: 40, left: 48 };

interface MatrixPlotProps {
  points: readonly MatrixPoint[];
  isDerived: boolean;
  onOpen: (key: string) => void;
}

/** Importance across, performance upwards, with 95 % bars and cross-hairs at the means (Martilla & James 1977). */
export function MatrixPlot({ points, isDerived, onOpen }: MatrixPlotProps) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const { ref, width } = useElementSize();
  const importances = points.map(({ importance }) => importance);
  const places = points.map(({ place }) => place);
  const x = scaleLinear()
    .domain(isDerived ? axisOver(importances, { least: 0, most: 1 }) : [0.5, 5.5])
    .range([margin.left, Math.max(margin.left, width - margin.right)]);
  const y = scaleLinear()
    .domain(axisOver(places, { least: 0, most: 100 }))
    .range([height - margin.bottom, margin.top]);
  const shifts = shiftsOf(points);
  const across = ({ key, importance }: MatrixPoint) => x(importance.value) + shiftBy * (shifts.get(key) ?? 0);
  const [middle, centre] = [x(meanOf(importances)), y(meanOf(places))];
  const labels = labelsApart(
    points.map((point) => ({ x: across(point), y: y(point.place.value), text: point.name })),
    width,
  );
  const errorBars = (point: MatrixPoint) => {
    const { importance, place } = point;
    const bars = `M${across(point)} ${y(place.low)}V${y(place.high)}`;
    return importance.low === importance.high
      ? bars
      : `${bars}M${x(importance.low)} ${y(place.value)}H${x(importance.high)}`;
  };
  const quarters = [
    { key: "watch", x: x.range()[0] ?? 0, y: height - margin.bottom - 8, anchor: "start" },
    { key: "act", x: x.range()[1] ?? 0, y: height - margin.bottom - 8, anchor: "end" },
    { key: "ease", x: x.range()[0] ?? 0, y: margin.top + 10, anchor: "start" },
    { key: "keep", x: x.range()[1] ?? 0, y: margin.top + 10, anchor: "end" },
  ] as const;
  return (
    <div ref={ref} className={classes["matrix"]}>
      {width > 0 && (
        <svg width={width} height={height} role="group" aria-label={t("matrix")}>
          <g aria-hidden>
            <rect
              className={classes["actFirst"]}
              x={middle}
              y={centre}
              width={Math.max(0, width - margin.right - middle)}
              height={Math.max(0, height - margin.bottom - centre)}
            />
            <path
              className={classes["mean"]}
              d={`M${middle} ${margin.top}V${height - margin.bottom}M${margin.left} ${centre}H${width - margin.right}`}
            />
            {(isDerived ? x.ticks(5) : [1, 2, 3, 4, 5]).map((tick) => (
              <text key={tick} x={x(tick)} y={height - margin.bottom + 16} textAnchor="middle">
                {isDerived ? format.percent(tick) : tick}
              </text>
            ))}
            {y.ticks(5).map((tick) => (
              <text key={tick} x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
                {format.number(tick)}
              </text>
            ))}
            <text x={(margin.left + width - margin.right) / 2} y={height - 6} textAnchor="middle">
              {t(isDerived ? "axisDerived" : "axisStated")} →
            </text>
            <text transform={`translate(12 ${height / 2}) rotate(-90)`} textAnchor="middle">
              {t("axisScore")} →
            </text>
            {quarters.map(({ key, anchor, ...at }) => (
              <text
                key={key}
                {...at}
                className={classes["quarter"]}
                textAnchor={anchor}
                dx={anchor === "start" ? 6 : -6}
              >
                {t(`quarter.${key}`)}
              </text>
            ))}
            {points.map((point) => (
              <path key={point.key} className={classes["error"]} d={errorBars(point)} />
            ))}
          </g>
          <g>
            {points.map((point, index) => (
              <Point
                key={point.key}
                point={point}
                isFirst={index === 0}
                isDerived={isDerived}
                x={across(point)}
                y={y(point.place.value)}
                label={labels[index]}
                onOpen={() => onOpen(point.key)}
              />
            ))}
          </g>
        </svg>
      )}
    </div>
  );
}

interface PointProps {
  point: MatrixPoint;
  isFirst: boolean;
  isDerived: boolean;
  x: number;
  y: number;
  label: ReturnType<typeof labelsApart>[number] | undefined;
  onOpen: () => void;
}

function Point({ point, isFirst, isDerived, x, y, label, onOpen }: PointProps) {
  const { t } = useTranslation("dashboard");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  const { name, score, importance, band } = point;
  const words = t("importanceSaid", {
    x: isDerived ? format.percent(importance.value) : format.number(importance.value),
    metric: metricName(score.metric),
    value: scores.value(score.metric, score.value),
    half: scores.half(score.metric, score.low, score.high),
    n: format.number(score.n),
  });
  return (
    <g
      role="button"
      className={classes["point"]}
      data-band={band ?? undefined}
      tabIndex={isFirst ? 0 : -1}
      aria-label={`${name}, ${words}`}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return focusBeside(event);
        event.preventDefault();
        onOpen();
      }}
    >
      <title>{`${name}\n${words}`}</title>
      <circle cx={x} cy={y} r={6} />
      <text x={label?.x} y={label?.y} textAnchor={label?.anchor}>
        {name}
      </text>
    </g>
  );
}

/** Arrows go from point to point, as they follow each other on the map. */
function focusBeside(event: KeyboardEvent<SVGElement>): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const { previousElementSibling, nextElementSibling } = event.currentTarget;
  const next = by === 1 ? nextElementSibling : by === -1 ? previousElementSibling : null;
  if (!(next instanceof SVGElement)) return;
  event.preventDefault();
  next.focus();
}
