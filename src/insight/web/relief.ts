import { mainScore, standing } from "../band.ts";
import { type GroupMeasure, type Metric, type TouchpointMeasure, defaultExpectation } from "../model.ts";
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

/**
 * What the pooled answers of a step are expected to be: the expectations of its touchpoints, each counting as much as it
 * has answers in that metric; the metric's default where the map says none.
 */
export function stepExpectation(
  metric: Metric,
  touchpoints: readonly TouchpointMeasure[],
  expectationOf: (placementId: string) => number | null,
): number {
  let sum = 0;
  let answers = 0;
  for (const touchpoint of touchpoints) {
    const n = touchpoint.scores.find((score) => score.metric === metric)?.n ?? 0;
    const main = mainScore(touchpoint.scores)?.metric;
    // An expectation is said in the unit of the touchpoint's main metric.
    sum += n * ((main === metric ? expectationOf(touchpoint.placementId) : null) ?? defaultExpectation[metric]);
    answers += n;
  }
  return answers === 0 ? defaultExpectation[metric] : sum / answers;
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
    const expectation = stepExpectation(
      score.metric,
      measures.touchpoints.filter((touchpoint) => touchpoint.stepId === id),
      expectationOf,
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
