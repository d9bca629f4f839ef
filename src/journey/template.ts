import type { DocumentDraft, JourneyKind, LaneKind } from "./model.ts";

/** The lanes that a new map of each kind begins with. */
const lanesOf: Record<JourneyKind, readonly LaneKind[]> = {
  journey: ["touchpoint", "measure", "emotion", "keyMoment", "expectation", "delight", "irritant", "opportunity"],
  blueprint: [
    "touchpoint",
    "measure",
    "action",
    "interactionLine",
    "frontOffice",
    "visibilityLine",
    "backOffice",
    "internalLine",
    "support",
    "opportunity",
  ],
  experience: ["do", "ask", "think", "feel", "emotion", "touchpoint", "measure", "actor", "opportunity"],
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
