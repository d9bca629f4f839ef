import type { ReliefPoint } from "#insight/web/index.ts";

/** What answers say on the scale of emotions, with its 95 % interval. */
export interface SurveyedValue {
  at: number;
  low: number;
  high: number;
}
/** The same at a step and at its neighbours; `point` is the score behind it. */
export interface SurveyedPart {
  before: SurveyedValue | null;
  at: SurveyedValue;
  after: SurveyedValue | null;
  point: ReliefPoint;
}

/** A part a column, null where no score may be shown. A standing of −1 … 1 counts twice (U74). */
export function surveyedParts(points: readonly (ReliefPoint | null)[]): (SurveyedPart | null)[] {
  const values = points.map((point): SurveyedValue | null =>
    point === null ? null : { at: 2 * point.at, low: 2 * point.low, high: 2 * point.high },
  );
  return points.map((point, index) => {
    const at = values[index] ?? null;
    return point === null || at === null
      ? null
      : { before: values[index - 1] ?? null, at, after: values[index + 1] ?? null, point };
  });
}
