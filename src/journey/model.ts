import { z } from "zod";

export const journeyKinds = ["journey", "blueprint", "experience"] as const;
export type JourneyKind = (typeof journeyKinds)[number];
export const journeyStates = ["lived", "target"] as const;
export type JourneyState = (typeof journeyStates)[number];

/**
 * Kinds of lane. `touchpoint`, `measure` and `emotion` are drawn from placements, live figures and emotion points, the
 * three `…Line` are the lines of a service blueprint; these six hold no cards, all others do.
 */
export const laneKinds = [
  "touchpoint",
  "measure",
  "emotion",
  "interactionLine",
  "visibilityLine",
  "internalLine",
  "action",
  "keyMoment",
  "think",
  "feel",
  "ask",
  "do",
  "delight",
  "irritant",
  "expectation",
  "opportunity",
  "promise",
  "staffView",
  "companyMeasure",
  "dataCollected",
  "riskZone",
  "frontOffice",
  "backOffice",
  "support",
  "system",
  "team",
  "actor",
  "image",
  "free",
] as const;
export type LaneKind = (typeof laneKinds)[number];

/** The phase model of a purchase; a cycle when what comes after the sale leads back to awareness. */
export const phases = ["awareness", "favorability", "consideration", "intent", "conversion", "afterSales"] as const;
export type Phase = (typeof phases)[number];
export const maturities = ["low", "medium", "high"] as const;
export type Maturity = (typeof maturities)[number];
/** What the business wants of the journey. */
export const drivers = ["conversion", "customerValue", "loyalty", "engagement"] as const;
export type Driver = (typeof drivers)[number];
/** `return`: comes back to an earlier step; `or`: another way on; `break`: a customer falls between the two. */
export const linkKinds = ["return", "or", "break"] as const;
export type LinkKind = (typeof linkKinds)[number];
export const placementFlags = ["missing", "redundant"] as const;
export type PlacementFlag = (typeof placementFlags)[number];

const name = z.string().max(200);
const text = z.string().max(4000);
/** 1–5; null: not said yet. */
const level = z.number().int().min(1).max(5).nullable().default(null);
const labels = z.array(z.string().min(1).max(60)).max(20).default([]);

export const Stage = z.object({ id: z.string(), name, phase: z.enum(phases).nullable().default(null) });
export type Stage = z.infer<typeof Stage>;
export const Step = z.object({
  id: z.string(),
  stageId: z.string(),
  name,
  /** How able the company says it is to satisfy at this step. */ selfScore: level,
});
export type Step = z.infer<typeof Step>;
export const Lane = z.object({
  id: z.string(),
  kind: z.enum(laneKinds),
  /** Empty: the screen says the kind's name in the reader's language. */ name,
  isHidden: z.boolean().default(false),
  isCollapsed: z.boolean().default(false),
  /** Its cards stay as they are. */ isLocked: z.boolean().default(false),
});
export type Lane = z.infer<typeof Lane>;
export const Card = z.object({
  id: z.string(),
  laneId: z.string(),
  stepId: z.string(),
  text,
  /** How many steps it covers, from its own on. */ span: z.number().int().min(1).max(200).default(1),
  /** Of an irritant or a risk zone. */ severity: level,
  frequency: level,
  /** Where it was seen or said: a source, a quotation, an address. */ evidence: z.string().max(2000).default(""),
  /** Of an expectation; null: not said. */ isMet: z.boolean().nullable().default(null),
  /** Of an opportunity: what it brings, and what it costs. */ value: level,
  effort: level,
  /** The personas it holds for; none: all. */ personaIds: labels,
  tags: labels,
  imageId: z.uuid().nullable().default(null),
});
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
  /** How able the company says it is to satisfy there. */ selfScore: level,
  /** `missing`: not there yet but wanted; `redundant`: says again what another says. */
  flag: z.enum(placementFlags).nullable().default(null),
});
export type Placement = z.infer<typeof Placement>;
/** What joins two steps beside their order; a break may say between which touchpoints. */
export const Link = z.object({
  id: z.string(),
  kind: z.enum(linkKinds),
  fromStepId: z.string(),
  toStepId: z.string(),
  fromPlacementId: z.string().nullable().default(null),
  toPlacementId: z.string().nullable().default(null),
  name: name.default(""),
});
export type Link = z.infer<typeof Link>;
/** An assumed emotion of a persona (null: of everybody) at a step, −2 … +2; `target`: as it is wanted. */
export const EmotionPoint = z.object({
  id: z.string(),
  personaId: z.string().nullable().default(null),
  state: z.enum(journeyStates).default("lived"),
  stepId: z.string(),
  value: z.number().min(-2).max(2),
});
export type EmotionPoint = z.infer<typeof EmotionPoint>;
/** A persona of the workspace that this map tells of. */
export const JourneyPersona = z.object({ id: z.string() });
export type JourneyPersona = z.infer<typeof JourneyPersona>;

/** What is agreed before mapping. */
export const Framing = z.object({
  objective: text.default(""),
  scope: text.default(""),
  outOfScope: text.default(""),
  audience: text.default(""),
  data: text.default(""),
  listening: text.default(""),
  team: text.default(""),
  drivers: z.array(z.enum(drivers)).default([]),
  maturity: z.enum(maturities).nullable().default(null),
});
export type Framing = z.infer<typeof Framing>;

/** A journey's document as plain data, every list in reading order. */
export const JourneyDocument = z.object({
  name,
  /** The last stage leads back to the first. */ isCycle: z.boolean().default(false),
  /** Stages, steps, lanes, touchpoints and links stay where they are; cards can be added. */
  isLocked: z.boolean().default(false),
  framing: Framing.prefault({}),
  stages: z.array(Stage),
  steps: z.array(Step),
  lanes: z.array(Lane),
  cards: z.array(Card),
  placements: z.array(Placement),
  links: z.array(Link).default([]),
  emotions: z.array(EmotionPoint).default([]),
  personas: z.array(JourneyPersona).max(5).default([]),
});
export type JourneyDocument = z.infer<typeof JourneyDocument>;
/** The same with what has a default left out. */
export type DocumentDraft = z.input<typeof JourneyDocument>;

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
  /** Who answers for it; null: nobody. */ ownerId: z.string().nullable(),
  reviewedAt: z.iso.datetime().nullable(),
  /** Months after which it should be looked at again. */ reviewMonths: z.number().int(),
  maturity: z.enum(maturities).nullable(),
  tags: z.array(z.string()),
  personaIds: z.array(z.string()),
  /** The journey and the step of it that this one tells in detail. */
  parentId: z.uuid().nullable(),
  parentStepId: z.string().nullable(),
  /** Of a target journey: the lived one that it answers. */ livedId: z.uuid().nullable(),
});
export type JourneySummary = z.infer<typeof JourneySummary>;

export const Journey = JourneySummary.extend({ document: JourneyDocument });
export type Journey = z.infer<typeof Journey>;
