import { mainScore, standing } from "../band.ts";
import { pooledExpectation } from "../expectation.ts";
import type { GroupMeasure, TouchpointMeasure } from "../model.ts";
import { type ShownScore, isShown } from "./score-format.ts";

/** A step's score against its expectation, on the common ruler of `standing` (−1 … 1). */
export interface ReliefPoint {
  stepId: string;
  score: ShownScore;
  expectation: number;
  at: number;
  low: number;
  high: number;
}

/** One point a step, null where no score may be shown. */
export function reliefOf(
  steps: readonly { id: string }[],
  measures: { steps: readonly GroupMeasure[]; touchpoints: readonly TouchpointMeasure[] },
  expectationOf: (placementId: string) => number | null,
): (ReliefPoint | null)[] {
  const groups = new Map(measures.steps.map((group) => [group.id, group]));
  return steps.map(({ id }) => {
    const score = mainScore(groups.get(id)?.scores ?? []);
    if (!isShown(score)) return null;
    const expectation = pooledExpectation(
      score.metric,
      measures.touchpoints
        .filter((touchpoint) => touchpoint.stepId === id)
        .map(({ scores, placementId }) => ({ scores, expectation: expectationOf(placementId) })),
    );
    const on = (value: number) => standing(score.metric, value, expectation);
    return { stepId: id, score, expectation, at: on(score.value), low: on(score.low), high: on(score.high) };
  });
}

/** How much of the ruler the curve takes: its farthest reach, but never so little that noise looks like mountains. */
export function reliefReach(points: readonly (ReliefPoint | null)[]): number {
  return Math.max(
    0.35,
    ...points.flatMap((point) => (point === null ? [] : [Math.abs(point.low), Math.abs(point.high)])),
  );
}
