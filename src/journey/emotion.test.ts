import { expect, test } from "vitest";
import { emotionCurves, emotionOfKey, nudgeEmotion, snapEmotion } from "./emotion.ts";
import type { EmotionPoint } from "./model.ts";

test("[J80] an emotion is set in halves from −2 to +2, from neutral where nothing was known", () => {
  expect([-3, -1.8, -0.2, 0.3, 1.24, 9].map(snapEmotion)).toEqual([-2, -2, 0, 0.5, 1, 2]);
  expect(nudgeEmotion(null, 1)).toBe(0.5);
  expect(nudgeEmotion(-2, -1)).toBe(-2);
  expect(nudgeEmotion(1.5, 1)).toBe(2);
});

test("[J80] the number keys set the five whole values, other keys none", () => {
  expect(["1", "2", "3", "4", "5"].map(emotionOfKey)).toEqual([-2, -1, 0, 1, 2]);
  expect(["0", "6", "a", "Enter"].map(emotionOfKey)).toEqual([null, null, null, null]);
});

test("[J81] each persona has a curve of its own for what is lived and for what is wanted, with a gap where nobody spoke", () => {
  const point = (personaId: string | null, state: EmotionPoint["state"], stepId: string, value: number) => ({
    id: `${personaId}-${state}-${stepId}`,
    personaId,
    state,
    stepId,
    value,
  });
  const curves = emotionCurves([
    point(null, "lived", "s1", -1),
    point(null, "lived", "s3", 1),
    point(null, "target", "s3", 2),
    point("ana", "lived", "s1", 0),
  ]);
  expect(curves.map(({ personaId, state }) => [personaId, state])).toEqual([
    [null, "lived"],
    [null, "target"],
    ["ana", "lived"],
  ]);
  expect(curves[0]?.values).toEqual(
    new Map([
      ["s1", -1],
      ["s3", 1],
    ]),
  );
  expect(curves[0]?.values.has("s2")).toBe(false);
});
