import { z } from "zod";
import { metrics } from "../model.ts";

/** Why nothing is inferred: too few answers, all of one side, or no better than the share alone on answers not learnt from. */
export const inferenceRefusals = ["fewAnswers", "oneSided", "notBetter"] as const;
export type InferenceRefusal = (typeof inferenceRefusals)[number];

const Share = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** Of the visits that a model gave alike chances: what it said, and what they answered with its 95 % interval. */
export const ReliabilityBin = z.object({
  n: z.number().int(),
  /** Shares 0–1. */
  predicted: z.number(),
  observed: z.number(),
  low: z.number(),
  high: z.number(),
});
export type ReliabilityBin = z.infer<typeof ReliabilityBin>;

/** How well a model foretold the latest answers, which it had not learnt from. */
export const Holdout = z.object({
  n: z.number().int(),
  /** Mean squared error of its chances (Brier), and of the share of satisfied alone. */
  brier: z.number(),
  naive: z.number(),
  /** naive − brier with its 95 % interval: over 0 it is better. */
  gain: Share,
  bins: z.array(ReliabilityBin),
});
export type Holdout = z.infer<typeof Holdout>;

/** What the weight of a feature says, strongest first: one standard deviation more of it, in log odds. */
export const Reason = z.object({
  kind: z.enum([
    "contactsBefore",
    "visitsBefore",
    "daysSinceLast",
    "daysSinceFirst",
    "isFirst",
    "winter",
    "spring",
    "property",
    "previous",
  ]),
  /** Of a property: its name; of a touchpoint before: its key. */
  name: z.string(),
  value: z.string(),
  weight: z.number(),
});
export type Reason = z.infer<typeof Reason>;

export const Learnt = z.object({
  /** Counted up by every training at this touchpoint. */
  version: z.number().int(),
  trainedAt: z.iso.datetime(),
  metric: z.enum(metrics),
  /** Answers that could be tied to a contact before them. */
  answers: z.number().int(),
  refusal: z.enum(inferenceRefusals).nullable(),
  /** Null: too little to hold any back. */
  holdout: Holdout.nullable(),
  reasons: z.array(Reason),
});
export type Learnt = z.infer<typeof Learnt>;

/** The share of satisfied people at a touchpoint: measured of those who answered, inferred of those who did not. */
export const InferredTouchpoint = z.object({
  key: z.string(),
  name: z.string(),
  learnt: Learnt.nullable(),
  /** Shares in %; null under 5 answers. */
  measured: Share.extend({ n: z.number().int() }).nullable(),
  /** `people` were there in the period and did not answer; null: nothing is inferred. */
  inferred: Share.extend({ people: z.number().int() }).nullable(),
});
export type InferredTouchpoint = z.infer<typeof InferredTouchpoint>;

export const InferredSatisfaction = z.object({
  /** Some touchpoint is being learnt: ask again. */
  isLearning: z.boolean(),
  touchpoints: z.array(InferredTouchpoint),
});
export type InferredSatisfaction = z.infer<typeof InferredSatisfaction>;
