import type { Sight } from "./model.ts";

/**
 * What a rule that watches over time raises one alert about. Marks of a series are in the order of time; from `barredFrom` on,
 * an earlier one is about the same: a window that this one overlaps, or this very silence.
 */
export interface Occasion {
  series: string;
  mark: string;
  barredFrom: string;
}

export function occasionOf(sight: Sight, touchpointId: string): Occasion {
  return sight.kind === "drop"
    ? { series: `drop ${touchpointId}`, mark: sight.now.to, barredFrom: sight.now.from }
    : {
        series: `silence ${sight.of} ${sight.survey?.id ?? touchpointId}`,
        mark: sight.lastAt,
        barredFrom: sight.lastAt,
      };
}

/** Those that would have been told of, had each been seen in the order given. */
export function toldOf<Seen extends { occasion: Occasion }>(seen: readonly Seen[]): Seen[] {
  const lastMarks = new Map<string, string>();
  return seen.filter(({ occasion: { series, mark, barredFrom } }) => {
    if ((lastMarks.get(series) ?? "") >= barredFrom) return false;
    lastMarks.set(series, mark);
    return true;
  });
}
