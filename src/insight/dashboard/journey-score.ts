import { rangeOf } from "../band.ts";
import { type Score, assumedImportance } from "../model.ts";
import { round } from "../scores.ts";
import type { JourneyScore } from "./model.ts";

/** A touchpoint's main score, and what the map says of its importance. */
interface Weighed {
  score: Score | null;
  importance: number | null;
}

/**
 * A journey as one figure, 0–100: the mean of its touchpoints' scores, each put at its place between the ends of its scale
 * and counted as much as it matters. Its interval joins theirs, which are of different answers (Zou & Donner 2008, MOVER).
 * Null while no score may be shown.
 */
export function journeyScore(touchpoints: readonly Weighed[]): JourneyScore | null {
  const measured = touchpoints.flatMap(({ score, importance }) => {
    if (score === null || score.value === null || score.low === null || score.high === null) return [];
    const { min, max } = rangeOf(score.metric);
    const place = (value: number) => (100 * (value - min)) / (max - min);
    const value = place(score.value);
    return [
      {
        weight: importance ?? assumedImportance,
        value,
        below: value - place(score.low),
        above: place(score.high) - value,
      },
    ];
  });
  if (measured.length === 0) return null;
  const total = measured.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (one: (typeof measured)[number]) => number) =>
    measured.reduce((sum, one) => sum + (one.weight / total) * of(one), 0);
  const joined = (side: "below" | "above") => Math.hypot(...measured.map((one) => (one.weight / total) * one[side]));
  const value = mean((one) => one.value);
  return {
    value: round(value),
    low: round(Math.max(0, value - joined("below"))),
    high: round(Math.min(100, value + joined("above"))),
    measured: measured.length,
    of: touchpoints.length,
  };
}
