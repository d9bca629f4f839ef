import type { EmotionPoint, JourneyState, Lane } from "./model.ts";

/** Very bad, neutral, very good, and the least difference that somebody can mean. */
export const emotionScale = { low: -2, high: 2, grain: 0.5 } as const;

/** What one persona (null: everybody) is assumed to feel along the journey as it is, or as it is wanted. */
export interface EmotionCurve {
  personaId: string | null;
  state: JourneyState;
  /** By step; a step that nobody spoke of is not there. */
  values: ReadonlyMap<string, number>;
}

/** The curves that have a point, in the order of the points: everybody first, then by persona, lived before target. */
export function emotionCurves(points: readonly EmotionPoint[]): EmotionCurve[] {
  return [...Map.groupBy(points, ({ personaId, state }) => `${state} ${personaId ?? ""}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { personaId, state } = first;
    return [{ personaId, state, values: new Map(group.map(({ stepId, value }) => [stepId, value])) }];
  });
}

/** The nearest value that can be set. */
export function snapEmotion(value: number): number {
  const { low, high, grain } = emotionScale;
  return Math.max(low, Math.min(high, Math.round(value / grain) * grain)) + 0;
}

/** One grain up or down; what was unknown starts from neutral. */
export function nudgeEmotion(value: number | null, direction: 1 | -1): number {
  return snapEmotion((value ?? 0) + direction * emotionScale.grain);
}

/** The five whole values on the number keys: 1 very bad … 5 very good; null for any other key. */
export function emotionOfKey(key: string): number | null {
  return /^[1-5]$/.test(key) ? Number(key) - 3 : null;
}

/** Emotions belong to no lane: they are locked when every lane that draws them is (J25). */
export function areEmotionsLocked(lanes: readonly Pick<Lane, "kind" | "isLocked">[]): boolean {
  const drawing = lanes.filter(({ kind }) => kind === "emotion");
  return drawing.length > 0 && drawing.every(({ isLocked }) => isLocked);
}

/** Where a point is: one persona's (or everybody's) emotion, as it is or as it is wanted, at one step. */
export type EmotionPlace = Pick<EmotionPoint, "personaId" | "state" | "stepId">;

/** One point a curve and a step, so that two people who set it at once set one point. */
export function emotionId({ personaId, state, stepId }: EmotionPlace): string {
  return `${personaId ?? "all"}-${state}-${stepId}`;
}

/**
 * Points from elsewhere that a map takes: of everybody or of a persona that it tells of, where nothing is known yet (J85).
 * @returns also how many it does not take.
 */
export function takenEmotions<Point extends EmotionPlace>(
  points: readonly Point[],
  {
    lanes,
    personas,
    emotions,
  }: { lanes: readonly Lane[]; personas: readonly { id: string }[]; emotions: readonly EmotionPlace[] },
): { taken: Point[]; left: number } {
  const told = new Set<string | null>([null, ...personas.map(({ id }) => id)]);
  const known = new Set(emotions.map(emotionId));
  const isLocked = areEmotionsLocked(lanes);
  const taken = points.filter((point) => {
    const id = emotionId(point);
    if (isLocked || known.has(id) || !told.has(point.personaId)) return false;
    known.add(id);
    return true;
  });
  return { taken, left: points.length - taken.length };
}
