import {
  type ShownScore,
  type TouchpointMeasure,
  defaultExpectation,
  isShown,
  mainScore,
  standing,
} from "#insight/web/index.ts";
import type { Placement } from "../../model.ts";

/** A touchpoint in the matrix: how much it matters, and how it does against what is expected, on the ruler of `standing`. */
export interface MatrixPoint {
  placement: Placement;
  importance: number;
  score: ShownScore;
  expectation: number;
  /** −1 … +1, with the ends of its 95 % interval. */
  at: number;
  low: number;
  high: number;
  /** Moves it up or down beside its importance, −0.3 … 0.3, so that points of one importance do not hide each other. */
  offset: number;
}

export interface Matrix {
  points: readonly MatrixPoint[];
  /** Measured, but nobody said how much they matter. */
  unsaid: readonly Placement[];
  /** Too few answers to show a score. */
  unmeasured: readonly Placement[];
}

/** From this importance on a touchpoint is in the upper half. */
export const important = 3.5;
/** Points nearer than this, as a share of the ruler, are set apart. */
const near = 0.12;
const lift = 0.28;

/** Lays the touchpoints of a map out by importance and performance. */
export function matrixOf(placements: readonly Placement[], measures: ReadonlyMap<string, TouchpointMeasure>): Matrix {
  const points: MatrixPoint[] = [];
  const unsaid: Placement[] = [];
  const unmeasured: Placement[] = [];
  for (const placement of placements) {
    const score = mainScore(measures.get(placement.id)?.scores ?? []);
    if (!isShown(score)) unmeasured.push(placement);
    else if (placement.importance === null) unsaid.push(placement);
    else points.push(pointOf(placement, placement.importance, score));
  }
  return { points: apart(points), unsaid, unmeasured };
}

function pointOf(placement: Placement, importance: number, score: ShownScore): MatrixPoint {
  const expectation = placement.expectation ?? defaultExpectation[score.metric];
  const on = (value: number) => standing(score.metric, value, expectation);
  return {
    placement,
    importance,
    score,
    expectation,
    at: on(score.value),
    low: on(score.low),
    high: on(score.high),
    offset: 0,
  };
}

/** Points of one importance that lie close take turns above and below it. */
function apart(points: readonly MatrixPoint[]): MatrixPoint[] {
  return [...Map.groupBy(points, (point) => point.importance).values()].flatMap((row) => {
    const sorted = row.toSorted((a, b) => a.at - b.at);
    let turn = 0;
    return sorted.map((point, index) => {
      const before = sorted[index - 1];
      turn = before !== undefined && point.at - before.at < near ? turn + 1 : 0;
      const level = [0, 1, -1][turn % 3] ?? 0;
      return { ...point, offset: level * lift };
    });
  });
}
