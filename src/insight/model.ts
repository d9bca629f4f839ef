import { z } from "zod";
import { metrics, type Metric } from "#activity/model.ts";

export { metrics, scaleOf, type Metric } from "#activity/model.ts";

/** Assumed where the map does not say how much a touchpoint matters, 1–5. */
export const assumedImportance = 3;

/** What a team aims at where the map does not say, in the unit of the metric's score. */
export const defaultExpectation: Record<Metric, number> = {
  nps: 30,
  csat: 80,
  ces: 5.5,
  ces5: 4,
  stars: 4,
  yesNo: 80,
};

/** What the figure of a metric is: a balance −100…100, a share in %, or a mean on the scale of its answers. */
export const figureOf: Record<Metric, "balance" | "share" | "mean"> = {
  nps: "balance",
  csat: "share",
  ces: "mean",
  ces5: "mean",
  stars: "mean",
  yesNo: "share",
};

/** A raw answer up to `low` counts as bad, from `high` on as good. */
export const sidesOf: Record<Metric, { low: number; high: number }> = {
  nps: { low: 6, high: 9 },
  csat: { low: 2, high: 4 },
  ces: { low: 3, high: 5 },
  ces5: { low: 2, high: 4 },
  stars: { low: 2, high: 4 },
  yesNo: { low: 0, high: 1 },
};

/** A split shows this many values, the commonest of the period; the others come together under `otherValues`. */
export const mostSplits = 50;
export const otherValues = "…";

/**
 * How far a score may be trusted: `hidden` under n = 5 (value, low, high are null),
 * `indicative` under n = 30, `wide` when half the interval is over 10 points (of a mean: a tenth of its scale), else `firm`.
 */
export const trusts = ["hidden", "indicative", "wide", "firm"] as const;
export type Trust = (typeof trusts)[number];

/** Difference to the period before (now − before), with its own 95 % interval. */
export const Change = z.object({ value: z.number(), low: z.number(), high: z.number(), nBefore: z.number().int() });
export type Change = z.infer<typeof Change>;

export const Score = z.object({
  metric: z.enum(metrics),
  /** Answers counted, skips left out. */
  n: z.number().int(),
  /** nps −100…100; csat % of 4–5; yesNo % of yes; ces, ces5 and stars a mean. Rounded to 4 decimals. */
  value: z.number().nullable(),
  /** 95 % interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  trust: z.enum(trusts),
  /** Answers per raw score, from the scale's lowest to its highest; empty when hidden. */
  distribution: z.array(z.number().int()),
  change: Change.nullable(),
});
export type Score = z.infer<typeof Score>;

export const Figures = z.object({
  contacts: z.number().int(),
  people: z.number().int(),
  /** Distinct cases (orders, claims, …) where the import gave one. */
  cases: z.number().int(),
  answers: z.number().int(),
  /** Answers over invitations sent, 0–1, where the imports say which contacts were invitations; null elsewhere. */
  responseRate: z.number().nullable(),
  contactsBefore: z.number().int().nullable(),
  scores: z.array(Score),
});
export type Figures = z.infer<typeof Figures>;

/** `value` "" is the property left out, `otherValues` the rarer values together. */
export const Split = Figures.extend({ value: z.string() });
export type Split = z.infer<typeof Split>;

export const TouchpointMeasure = Figures.extend({
  touchpointId: z.string(),
  placementId: z.string(),
  key: z.string(),
  name: z.string(),
  step: z.string(),
  stepId: z.string(),
  split: z.array(Split),
});
export type TouchpointMeasure = z.infer<typeof TouchpointMeasure>;

export const GroupMeasure = Figures.extend({ id: z.string(), name: z.string(), split: z.array(Split) });
export type GroupMeasure = z.infer<typeof GroupMeasure>;

/** Factors first, their product last; each share is 0–1 of the largest on this map. */
export const Priority = z.object({
  placementId: z.string(),
  key: z.string(),
  name: z.string(),
  metric: z.enum(metrics),
  n: z.number().int(),
  value: z.number(),
  trust: z.enum(trusts),
  /** 1–5 as said on the map; 3 assumed where nothing is said (`importanceAssumed`). */
  importance: z.number(),
  importanceAssumed: z.boolean(),
  expectation: z.number(),
  /** expectation − value, in the metric's unit, 0 when met. */
  gap: z.number(),
  gapShare: z.number(),
  /** People behind the touchpoint in the period. */
  people: z.number().int(),
  peopleShare: z.number(),
  product: z.number(),
});
export type Priority = z.infer<typeof Priority>;

export const JourneyMeasures = z.object({
  journeyId: z.string(),
  journeyKey: z.string(),
  /** First and last day counted, both included, in the workspace's time zone: as asked, else of the events there are; null: none. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  before: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  splitBy: z.string().nullable(),
  touchpoints: z.array(TouchpointMeasure),
  steps: z.array(GroupMeasure),
  stages: z.array(GroupMeasure),
  whole: Figures.extend({ split: z.array(Split) }),
  priorities: z.array(Priority),
});
export type JourneyMeasures = z.infer<typeof JourneyMeasures>;

/** Figures with what the score that most answers speak for is expected to be, in its unit; null without a score. */
export const ExpectedFigures = Figures.extend({ expectation: z.number().nullable() });
export type ExpectedFigures = z.infer<typeof ExpectedFigures>;

/** A journey's figures over its distinct touchpoints: its own, and with those of the journeys nested in it. */
export const JourneyRollUp = z.object({
  journeyId: z.string(),
  own: ExpectedFigures,
  /** A touchpoint that several of them place counts once; null where nothing is nested. */
  withNested: ExpectedFigures.nullable(),
});
export type JourneyRollUp = z.infer<typeof JourneyRollUp>;

/** `delivery:late`, repeatable; values of one property are alternatives, properties must all hold. */
export const Filter = z.string().regex(/^[^:]{1,80}:.{0,200}$/);
/** A day that the store of events can date. */
const Day = z.iso
  .date()
  .refine((day) => day >= "1900-01-01" && day <= "2299-12-31", { error: "must be from 1900 to 2299" });
export const Period = z.object({
  from: Day.optional(),
  to: Day.optional(),
  filter: z.union([Filter, z.array(Filter).max(20)]).optional(),
});
export const PeriodAndSplit = Period.extend({ splitBy: z.string().min(1).max(80).optional() });
export type PeriodAndSplit = z.infer<typeof PeriodAndSplit>;
