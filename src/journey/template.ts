import type { DocumentDraft, JourneyKind, LaneKind } from "./model.ts";

/** The lanes that a new map of each kind begins with. */
const lanesOf: Record<JourneyKind, readonly LaneKind[]> = {
  journey: ["touchpoint", "measure", "expectation", "irritant", "delight", "opportunity"],
  blueprint: ["touchpoint", "measure", "staffView", "irritant", "opportunity"],
  experience: ["think", "feel", "touchpoint", "measure", "irritant", "delight"],
};

/** The document of a new journey: one stage to name, no step yet, and the usual lanes of its kind. */
export function newJourneyDraft(name: string, kind: JourneyKind, newId: () => string): DocumentDraft {
  return {
    name,
    stages: [{ id: newId(), name: "" }],
    steps: [],
    lanes: lanesOf[kind].map((kind) => ({ id: newId(), kind, name: "" })),
    cards: [],
    placements: [],
  };
}
