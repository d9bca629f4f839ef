import { type EmotionCurve, emotionCurves, emotionScale } from "../../emotion.ts";
import type { EmotionPoint, JourneyState } from "../../model.ts";
import type { PersonaMark } from "../../persona-marks.ts";

/** Whose curve, as it is or as it is wanted. */
export interface CurveId {
  personaId: string | null;
  state: JourneyState;
}

/** One curve in one cell: what is said before, here and after, −2 … +2. */
export interface CellLine extends CurveId {
  key: string;
  /** Whose letter and dashes it has; undefined for everybody. */
  persona: PersonaMark | undefined;
  before: number | null;
  at: number | null;
  after: number | null;
}

export function isSameCurve(a: CurveId, b: CurveId): boolean {
  return a.personaId === b.personaId && a.state === b.state;
}

/**
 * What is drawn in each cell, by step: the lived curve of everybody and of each persona, of the wanted ones that of
 * `chosen` alone, and `chosen` itself in any case, last and so on top.
 */
export function cellLines(
  emotions: readonly EmotionPoint[],
  personas: readonly PersonaMark[],
  stepIds: readonly string[],
  chosen: CurveId,
): ReadonlyMap<string, readonly CellLine[]> {
  const known = emotionCurves(emotions).filter(
    (curve) => curve.state === "lived" || curve.personaId === chosen.personaId,
  );
  const own: EmotionCurve = known.find((curve) => isSameCurve(curve, chosen)) ?? { ...chosen, values: new Map() };
  const curves = [...known.filter((curve) => curve !== own), own];
  return new Map(
    stepIds.map((stepId, index) => {
      const value = ({ values }: EmotionCurve, at: number) => values.get(stepIds[at] ?? "") ?? null;
      return [
        stepId,
        curves.map((curve) => ({
          key: `${curve.state} ${curve.personaId ?? ""}`,
          personaId: curve.personaId,
          state: curve.state,
          persona: personas.find(({ id }) => id === curve.personaId),
          before: value(curve, index - 1),
          at: value(curve, index),
          after: value(curve, index + 1),
        })),
      ];
    }),
  );
}

/** Room of a cell across its curves, and free at both ends. */
export const across = 100;
const margin = 11;

/** Where a value lies across a cell: high at the top, or at the right of a map whose steps are rows. */
export function placeOf(value: number, isVertical: boolean): number {
  const { low, high } = emotionScale;
  const share = (value - low) / (high - low);
  return margin + (isVertical ? share : 1 - share) * (across - 2 * margin);
}

/** The value at a place across a cell, `share` of it from the top or from the left. */
export function valueAt(share: number, isVertical: boolean): number {
  const { low, high } = emotionScale;
  const within = (share * across - margin) / (across - 2 * margin);
  return low + (isVertical ? within : 1 - within) * (high - low);
}
