import type { DocumentDraft } from "#journey/model.ts";

/** The map that is opened: 60 steps in 10 stages, 15 lanes, 3,000 cards. */
export const size = { stages: 10, steps: 60, lanes: 15, cards: 3_000 } as const;

/** One item, and the cell in which it is. */
export interface BenchItem {
  id: string;
  step: number;
  lane: number;
  /** Its place in the cell, from above. */
  place: number;
  text: string;
}

const sentences = [
  "Nobody told me when the kitchen would come.",
  "The shop had a plan of it in an hour.",
  "I called three times before somebody answered.",
  "One drawer was missing and nobody knew why.",
  "The fitter was on time, friendly and clean.",
  "I do not know whom to ask about the warranty.",
  "The price on the site was not the one in the shop.",
];

export function benchItems(): BenchItem[] {
  const cells = size.steps * size.lanes;
  return Array.from({ length: size.cards }, (_, index) => ({
    id: `item-${index}`,
    step: index % size.steps,
    lane: Math.floor(index / size.steps) % size.lanes,
    place: Math.floor(index / cells),
    text: `${index + 1}. ${sentences[index % sentences.length]}`,
  }));
}

/** The items as cards of a map of ours. */
export function benchMap(): DocumentDraft {
  return {
    name: "Bench",
    stages: Array.from({ length: size.stages }, (_, index) => ({ id: `stage-${index}`, name: `Stage ${index + 1}` })),
    steps: Array.from({ length: size.steps }, (_, index) => ({
      id: `step-${index}`,
      stageId: `stage-${Math.floor((index * size.stages) / size.steps)}`,
      name: `I do the thing number ${index + 1}`,
    })),
    lanes: Array.from({ length: size.lanes }, (_, index) => ({
      id: `lane-${index}`,
      kind: index % 3 === 0 ? ("irritant" as const) : index % 3 === 1 ? ("delight" as const) : ("free" as const),
      name: `Lane ${index + 1}`,
    })),
    cards: benchItems().map(({ id, step, lane, text }) => ({
      id,
      laneId: `lane-${lane}`,
      stepId: `step-${step}`,
      text,
    })),
    placements: [],
  };
}
