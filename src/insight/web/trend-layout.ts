import { scaleLinear } from "d3-scale";
import { rangeOf } from "../band.ts";
import type { Metric, Score } from "../model.ts";
import { type ShownScore, isShown } from "./score-format.ts";
import { type Point, runs } from "./smooth.ts";

export const trendHeight = 132;
export const volumeHeight = 34;
const top = 8;

/** What one stretch of time shows. */
export interface VolumePoint {
  from: string;
  to: string;
  scores: readonly Score[];
  /** What stands under the score. */
  volume: number;
}

export interface TrendMark {
  point: VolumePoint;
  x: number;
  /** Null where the score may not be shown. */
  score: (ShownScore & { y: number }) | null;
  /** Height of the volume's bar, 0 … `volumeHeight`. */
  bar: number;
}
export interface TrendLayout {
  marks: TrendMark[];
  ticks: { value: number; y: number }[];
  expectationY: number | null;
  lines: string[];
  bands: string[];
  barWidth: number;
}

/**
 * Where everything of a trend is drawn, in pixels of a box `width` wide. The ruler holds every interval and the
 * expectation, never more than the metric's range; nothing is drawn between two points with a hidden one in between.
 */
export function layoutTrend(
  points: readonly VolumePoint[],
  metric: Metric | null,
  expectation: number | null,
  width: number,
): TrendLayout {
  const scores = points.map((point) => {
    const score = point.scores.find((candidate) => candidate.metric === metric) ?? null;
    return isShown(score) ? score : null;
  });
  const shown = scores.filter((score) => score !== null);
  const range = metric === null ? { min: 0, max: 1 } : rangeOf(metric);
  const reach = [...shown.flatMap(({ low, high }) => [low, high]), ...(expectation === null ? [] : [expectation])];
  const lowest = Math.max(range.min, Math.min(range.max, ...reach));
  const highest = Math.min(range.max, Math.max(range.min, ...reach));
  const y = scaleLinear()
    .domain(lowest < highest ? [lowest, highest] : [range.min, range.max])
    .range([trendHeight - top, top])
    .nice(4)
    .clamp(true);
  const slot = width / Math.max(1, points.length);
  const x = (index: number) => (index + 0.5) * slot;
  const most = Math.max(1, ...points.map(({ volume }) => volume));
  const segments = runs(scores);
  const line = (along: readonly Point[]) =>
    along.map(([px, py], index) => `${index === 0 ? "M" : "L"}${px} ${py}`).join("");
  return {
    marks: points.map((point, index) => {
      const score = scores[index] ?? null;
      return {
        point,
        x: x(index),
        score: score === null ? null : { ...score, y: y(score.value) },
        bar: (volumeHeight * point.volume) / most,
      };
    }),
    ticks:
      shown.length === 0
        ? []
        : y
            .ticks(4)
            .filter((value) => value >= range.min && value <= range.max)
            .map((value) => ({ value, y: y(value) })),
    expectationY: expectation === null || shown.length === 0 ? null : y(expectation),
    lines: segments.map(({ start, values }) =>
      line(values.map((score, index): Point => [x(start + index), y(score.value)])),
    ),
    bands: segments.map(({ start, values }) => {
      const edge = (of: (score: ShownScore) => number) =>
        values.map((score, index): Point => [x(start + index), y(of(score))]);
      return `${line([...edge(({ high }) => high), ...edge(({ low }) => low).toReversed()])}Z`;
    }),
    barWidth: Math.max(1, Math.min(18, slot * 0.7)),
  };
}

/** The stretch of the chart that a period covers, in pixels; null where it covers none of the points. */
export function stretchOf(
  points: readonly VolumePoint[],
  period: { from: string; to: string },
  width: number,
): { x: number; width: number } | null {
  const isIn = (point: VolumePoint) => point.to >= period.from && point.from <= period.to;
  const first = points.findIndex(isIn);
  if (first === -1) return null;
  const slot = width / points.length;
  return { x: first * slot, width: (points.findLastIndex(isIn) + 1 - first) * slot };
}

/** Which points carry their date under the chart: about `room` of them, evenly, the first among them. */
export function labelled(count: number, room: number): Set<number> {
  const every = Math.max(1, Math.ceil(count / Math.max(1, room)));
  return new Set(Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every));
}
