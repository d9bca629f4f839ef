import type { Card } from "./model.ts";

/** A card that covers several steps, at the height where no other lies over it. */
export interface SpanningCard {
  card: Card;
  /** Steps it covers, cut at the last of the map. */
  steps: number;
  /** 0 at the top. */
  track: number;
}

/**
 * Lays the cards of one lane that cover several steps over one another (J66): each on the highest track that is free at
 * all its steps, the leftmost first, the longer before the shorter. Answers them by the step where they begin.
 */
export function spanningCards(
  stepIds: readonly string[],
  cards: ReadonlyMap<string, readonly Card[]>,
): { byStep: ReadonlyMap<string, readonly SpanningCard[]>; tracks: number } {
  const ends: number[] = [];
  const byStep = new Map<string, SpanningCard[]>();
  stepIds.forEach((stepId, start) => {
    const long = (cards.get(stepId) ?? []).filter((card) => card.span > 1 && start < stepIds.length - 1);
    for (const card of long.toSorted((a, b) => b.span - a.span)) {
      const steps = Math.min(card.span, stepIds.length - start);
      const free = ends.findIndex((end) => end <= start);
      const track = free === -1 ? ends.length : free;
      ends[track] = start + steps;
      byStep.set(stepId, [...(byStep.get(stepId) ?? []), { card, steps, track }]);
    }
  });
  return { byStep, tracks: ends.length };
}
