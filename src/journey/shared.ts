import type { JourneyMeasures } from "#insight/model.ts";
import { Framing, type JourneyDocument, type LaneKind } from "./model.ts";

/** Fewest people or answers behind a figure that strangers may see. */
const fewest = 5;

/**
 * What a stranger sees of a map: nothing of a hidden lane or of what was agreed before mapping, no source or tag of a card.
 */
export function sharedDocument(document: JourneyDocument): JourneyDocument {
  const lanes = document.lanes.filter((lane) => !lane.isHidden);
  const shown = new Set(lanes.map((lane) => lane.id));
  const hides = (kind: LaneKind) => document.lanes.some((lane) => lane.kind === kind && lane.isHidden);
  const placements = hides("touchpoint") ? [] : document.placements;
  const placed = new Set(placements.map(({ id }) => id));
  const known = (placementId: string | null) => (placementId !== null && placed.has(placementId) ? placementId : null);
  return {
    ...document,
    framing: Framing.parse({}),
    lanes,
    links: document.links.map((link) => ({
      ...link,
      fromPlacementId: known(link.fromPlacementId),
      toPlacementId: known(link.toPlacementId),
    })),
    emotions: hides("emotion") ? [] : document.emotions,
    cards: document.cards.filter((card) => shown.has(card.laneId)).map((card) => ({ ...card, evidence: "", tags: [] })),
    placements: placements.map((placement) => ({ ...placement, selfScore: null })),
    steps: document.steps.map((step) => ({ ...step, selfScore: null })),
  };
}

/** What a stranger sees of the measures: nothing that fewer than five people or answers stand behind, and no ranking. */
export function sharedMeasures(measures: JourneyMeasures, { placements }: JourneyDocument): JourneyMeasures | null {
  const [whole] = enough([measures.whole]);
  if (whole === undefined) return null;
  const placed = new Set(placements.map(({ id }) => id));
  return {
    ...measures,
    journeyId: "",
    journeyKey: "",
    touchpoints: enough(measures.touchpoints.filter(({ placementId }) => placed.has(placementId))),
    steps: enough(measures.steps),
    stages: enough(measures.stages),
    whole,
    priorities: [],
  };
}

function enough<Part extends JourneyMeasures["whole"]>(parts: readonly Part[]): Part[] {
  return parts
    .filter(({ people }) => people >= fewest)
    .map((part) => ({
      ...part,
      scores: part.scores.filter(({ n }) => n >= fewest).map((score) => ({ ...score, distribution: [] })),
      split: [],
    }));
}
