import type { Sheet } from "./clipboard.ts";
import type { JourneyDocument } from "./model.ts";

/** A document cut as the screen cuts it. */
export function sheetOf({ steps, lanes, cards, placements, emotions }: JourneyDocument): Sheet {
  const byLane = Map.groupBy(cards, (card) => card.laneId);
  return {
    steps,
    lanes,
    cards: new Map([...byLane].map(([laneId, own]) => [laneId, Map.groupBy(own, (card) => card.stepId)])),
    placements: Map.groupBy(placements, (placement) => placement.stepId),
    emotions,
  };
}
