import { useElementSize } from "@mantine/hooks";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { bandOf, useMetricName, useScoreFormat } from "#insight/web/index.ts";
import { useFormat } from "#ui/use-format.ts";
import { useScreen } from "../screen-context.ts";
import { type Label, labelsApart } from "#ui/labels-apart.ts";
import { type MatrixPoint, important } from "./matrix.ts";
import chart from "./matrix.module.css";
import { usePlacementName } from "./use-placement-name.ts";

const margin = { top: 12, right: 16, bottom: 40, left: 44 };
/** Importance runs from a little under 1 to a little over 5, so that points at the ends are whole. */
const ends = { low: 0.5, high: 5.5 };
const quarters = [
  { key: "act", x: -1, y: ends.high, anchor: "start" },
  { key: "keep", x: 1, y: ends.high, anchor: "end" },
  { key: "watch", x: -1, y: ends.low, anchor: "start" },
  { key: "ease", x: 1, y: ends.low, anchor: "end" },
] as const;

export function MatrixChart({ points }: { points: readonly MatrixPoint[] }) {
  const { t } = useTranslation("views");
  const { ref, width, height } = useElementSize();
  const plot = {
    width: Math.max(0, width - margin.left - margin.right),
    height: Math.max(0, height - margin.top - margin.bottom),
  };
  const x = (at: number) => margin.left + ((at + 1) / 2) * plot.width;
  const y = (importance: number) => margin.top + (1 - (importance - ends.low) / (ends.high - ends.low)) * plot.height;
  const heightOf = ({ importance, offset }: MatrixPoint) => y(importance + offset);
  const nameOf = usePlacementName();
  const labels = labelsApart(
    points.map((point) => ({ x: x(point.at), y: heightOf(point), text: nameOf(point.placement) })),
    width,
  );
  return (
    <div ref={ref} className={chart["matrix"]}>
      {width > 0 && (
        <svg width={width} height={height} role="group" aria-label={t("matrix")}>
          <Frame x={x} y={y} height={height} />
          {points.map((point) => (
            <ErrorBar key={point.placement.id} point={point} x={x} y={heightOf(point)} />
          ))}
          {points.map((point, index) => (
            <Point
              key={point.placement.id}
              point={point}
              x={x(point.at)}
              y={heightOf(point)}
              label={labels[index]}
              isFirst={index === 0}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

/** From this width on there is room between the names of the two sides, in pixels. */
const roomForMiddle = 360;

interface FrameProps {
  x: (at: number) => number;
  y: (importance: number) => number;
  height: number;
}

/** Behind the points: the quarters, the two lines between them and what the sides stand for. */
function Frame({ x, y, height }: FrameProps) {
  const { t } = useTranslation("views");
  return (
    <>
      <rect
        className={chart["actFirst"]}
        x={x(-1)}
        y={y(ends.high)}
        width={x(0) - x(-1)}
        height={y(important) - y(ends.high)}
      />
      <path className={chart["axis"]} d={`M${x(0)} ${y(ends.high)}V${y(ends.low)}`} />
      <path className={chart["axis"]} d={`M${x(-1)} ${y(important)}H${x(1)}`} />
      {quarters.map((quarter) => (
        <text
          key={quarter.key}
          className={chart["quarter"]}
          x={x(quarter.x) + (quarter.anchor === "start" ? 10 : -10)}
          y={y(quarter.y) + (quarter.y === ends.high ? 20 : -10)}
          textAnchor={quarter.anchor}
        >
          {t(`quarter.${quarter.key}`)}
        </text>
      ))}
      {[1, 2, 3, 4, 5].map((level) => (
        <text key={level} className={chart["tick"]} x={margin.left - 10} y={y(level) + 4} textAnchor="end">
          {level}
        </text>
      ))}
      {x(1) - x(-1) >= roomForMiddle && (
        <text className={chart["tick"]} x={x(0)} y={height - 20} textAnchor="middle">
          {t("asExpected")}
        </text>
      )}
      <text className={chart["tick"]} x={x(-1)} y={height - 20} textAnchor="start">
        ← {t("belowExpectation")}
      </text>
      <text className={chart["tick"]} x={x(1)} y={height - 20} textAnchor="end">
        {t("aboveExpectation")} →
      </text>
      <text
        className={chart["tick"]}
        transform={`translate(13 ${(y(ends.low) + y(ends.high)) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {t("importance")}
      </text>
    </>
  );
}

function ErrorBar({ point: { low, high }, x, y }: { point: MatrixPoint; x: (at: number) => number; y: number }) {
  return (
    <path className={chart["error"]} d={`M${x(low)} ${y}H${x(high)}M${x(low)} ${y - 4}v8M${x(high)} ${y - 4}v8`} />
  );
}

interface PointProps {
  point: MatrixPoint;
  x: number;
  y: number;
  label: Label | undefined;
  isFirst: boolean;
}

function Point({ point, x, y, label, isFirst }: PointProps) {
  const { show } = useScreen();
  const name = usePlacementName()(point.placement);
  const words = usePointWords()(point);
  const { placement, score, expectation } = point;
  const open = () => show({ touchpoint: placement.id, panel: undefined });
  return (
    <g
      className={chart["point"]}
      role="button"
      aria-label={`${name}, ${words}`}
      tabIndex={isFirst ? 0 : -1}
      data-point
      data-band={bandOf(score, expectation) ?? "unknown"}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          open();
        } else focusBeside(event);
      }}
    >
      <title>{`${name}\n${words}`}</title>
      {placement.momentOfTruth ? (
        <path className={chart["dot"]} d={`M${x} ${y - 9}l9 9l-9 9l-9 -9Z`} />
      ) : (
        <circle className={chart["dot"]} cx={x} cy={y} r={7} />
      )}
      <text className={chart["label"]} x={label?.x} y={label?.y} textAnchor={label?.anchor}>
        {name}
      </text>
    </g>
  );
}

/** Arrows go from point to point, as they follow each other in the list. */
function focusBeside(event: KeyboardEvent<SVGElement>): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const points = [...(event.currentTarget.parentNode?.querySelectorAll<SVGElement>("[data-point]") ?? [])];
  const next = points[points.indexOf(event.currentTarget) + by];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function usePointWords(): (point: MatrixPoint) => string {
  const { t } = useTranslation("views");
  const format = useFormat();
  const scores = useScoreFormat();
  const metricName = useMetricName();
  return ({ importance, score, expectation }) =>
    t("pointSaid", {
      importance,
      metric: metricName(score.metric),
      value: scores.value(score.metric, score.value),
      half: scores.half(score.metric, score.low, score.high),
      n: format.number(score.n),
      expectation: scores.value(score.metric, expectation),
    });
}
