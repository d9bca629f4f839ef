import type { LaneKind } from "#journey/model.ts";
import type { Bilingual } from "./bilingual.ts";

/** A touchpoint on a step, with what the team says of it. */
export interface PlannedPlacement {
  touchpoint: string;
  importance: number | null;
  momentOfTruth: boolean;
  expectation: number | null;
}

export interface PlannedCard {
  lane: LaneKind;
  text: Bilingual;
}

export interface PlannedStep {
  id: string;
  name: Bilingual;
  placements: readonly PlannedPlacement[];
  cards: readonly PlannedCard[];
}

/** A journey of the demo, in both languages; ids are the same in both, so that one becomes the other in place. */
export interface PlannedJourney {
  key: string;
  name: Bilingual;
  lanes: readonly LaneKind[];
  stages: readonly { id: string; name: Bilingual; steps: readonly PlannedStep[] }[];
}

export function place(
  touchpoint: string,
  importance: number | null = null,
  said: { momentOfTruth?: boolean; expectation?: number } = {},
): PlannedPlacement {
  return { touchpoint, importance, momentOfTruth: said.momentOfTruth ?? false, expectation: said.expectation ?? null };
}

const cardIn =
  (lane: LaneKind) =>
  (fr: string, en: string): PlannedCard => ({ lane, text: { fr, en } });

export const irritant = cardIn("irritant");
export const delight = cardIn("delight");
export const expectation = cardIn("expectation");
export const promise = cardIn("promise");
export const opportunity = cardIn("opportunity");
