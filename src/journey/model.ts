import { z } from "zod";

export const journeyKinds = ["journey", "blueprint", "experience"] as const;
export type JourneyKind = (typeof journeyKinds)[number];
export const journeyStates = ["lived", "target"] as const;
export type JourneyState = (typeof journeyStates)[number];

/** Lanes of cards. `touchpoint` and `measure` are drawn from placements and live figures and hold no cards. */
export const laneKinds = [
  "touchpoint",
  "measure",
  "irritant",
  "delight",
  "expectation",
  "promise",
  "opportunity",
  "staffView",
  "think",
  "feel",
  "free",
] as const;
export type LaneKind = (typeof laneKinds)[number];

const name = z.string().max(200);

export const Stage = z.object({ id: z.string(), name });
export type Stage = z.infer<typeof Stage>;
export const Step = z.object({ id: z.string(), stageId: z.string(), name });
export type Step = z.infer<typeof Step>;
export const Lane = z.object({
  id: z.string(),
  kind: z.enum(laneKinds),
  /** Empty: the screen says the kind's name in the reader's language. */ name,
});
export type Lane = z.infer<typeof Lane>;
export const Card = z.object({ id: z.string(), laneId: z.string(), stepId: z.string(), text: z.string().max(4000) });
export type Card = z.infer<typeof Card>;
export const Placement = z.object({
  id: z.string(),
  stepId: z.string(),
  touchpointId: z.string(),
  /** 1–5, for the customer; null: not said yet. */
  importance: z.number().int().min(1).max(5).nullable(),
  momentOfTruth: z.boolean(),
  /** The score the team aims at, in the unit of the touchpoint's main metric; null: the metric's default. */
  expectation: z.number().nullable(),
});
export type Placement = z.infer<typeof Placement>;

/** A journey's document as plain data, every list in reading order. */
export const JourneyDocument = z.object({
  name,
  stages: z.array(Stage),
  steps: z.array(Step),
  lanes: z.array(Lane),
  cards: z.array(Card),
  placements: z.array(Placement),
});
export type JourneyDocument = z.infer<typeof JourneyDocument>;

export const JourneySummary = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  key: z.string(),
  name: z.string(),
  kind: z.enum(journeyKinds),
  state: z.enum(journeyStates),
  steps: z.number().int(),
  touchpoints: z.number().int(),
  updatedAt: z.iso.datetime(),
});
export type JourneySummary = z.infer<typeof JourneySummary>;

export const Journey = JourneySummary.extend({ document: JourneyDocument });
export type Journey = z.infer<typeof Journey>;
