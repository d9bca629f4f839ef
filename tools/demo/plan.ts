import type { LaneKind, LinkKind } from "#journey/model.ts";
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
  said: CardDetails;
}

/** What a card says beside its text. */
interface CardDetails {
  severity?: number;
  frequency?: number;
  evidence?: Bilingual;
  isMet?: boolean;
  value?: number;
  effort?: number;
  /** By their keys. */ personas?: readonly string[];
}

/** Assumed emotions, −2 … +2, by persona key; `target`: as it is wanted for everybody. */
export type PlannedEmotion = Partial<Record<"anxious" | "autonomous" | "target", number>>;

export interface PlannedLink {
  kind: LinkKind;
  from: string;
  to: string;
  name: Bilingual;
}

export interface PlannedStep {
  id: string;
  name: Bilingual;
  placements: readonly PlannedPlacement[];
  cards: readonly PlannedCard[];
  emotion?: PlannedEmotion;
}

/** A journey of the demo, in both languages; ids are the same in both, so that one becomes the other in place. */
export interface PlannedJourney {
  key: string;
  name: Bilingual;
  lanes: readonly LaneKind[];
  links?: readonly PlannedLink[];
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
  (fr: string, en: string, said: CardDetails = {}): PlannedCard => ({ lane, text: { fr, en }, said });

export const irritant = cardIn("irritant");
export const delight = cardIn("delight");
export const expectation = cardIn("expectation");
export const promise = cardIn("promise");
export const opportunity = cardIn("opportunity");
