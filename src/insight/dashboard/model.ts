import { z } from "zod";
import { channelKinds } from "#touchpoint/model.ts";
import { Score, metrics } from "../model.ts";

/** A difference with its 95 % interval, and whether it is believed among all those of its kind (M31). */
export const BelievedDifference = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** Two-sided, of this difference alone. */
  p: z.number(),
  isBelieved: z.boolean(),
  /** Answers of those compared with. */
  nOther: z.number().int(),
});
export type BelievedDifference = z.infer<typeof BelievedDifference>;

/** Who was invited to answer and who did, where invitations are known and are not fewer than the answers (M15). */
export const Responses = z.object({
  invited: z.number().int(),
  answered: z.number().int(),
  /** Shares 0–1 of those invited, with Wilson's 95 % interval. */
  rate: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Responses = z.infer<typeof Responses>;

/** Expectation − value in the unit of the score, over 0 where it is missed, with the score's own uncertainty. */
export const Gap = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Gap = z.infer<typeof Gap>;

/** A score against what is expected of it. */
export const Standing = z.object({
  /** The score that most answers speak for; null: nobody answered. */
  score: Score.nullable(),
  /** In the unit of the score; null without a score. */
  expectation: z.number().nullable(),
});
export type Standing = z.infer<typeof Standing>;

/** A touchpoint of a map, once however often it is placed. */
export const BoardTouchpoint = Standing.extend({
  key: z.string(),
  name: z.string(),
  channelId: z.string().nullable(),
  stageIds: z.array(z.string()),
  /** Where the map is opened at it: its first placement. */
  placementId: z.string(),
  /** The greatest that a placement of it says, 1–5; null: nothing is said. */
  importance: z.number().int().nullable(),
  momentOfTruth: z.boolean(),
  isExpectationSaid: z.boolean(),
  contacts: z.number().int(),
  answers: z.number().int(),
  responses: Responses.nullable(),
  /** Of every metric that was answered. */
  scores: z.array(Score),
  gap: Gap.nullable(),
  /** Of `score` since the period before. */
  change: BelievedDifference.nullable(),
  /** Of `score`, at each point of the journey's course; null where it is hidden. */
  course: z.array(z.number().nullable()),
});
export type BoardTouchpoint = z.infer<typeof BoardTouchpoint>;

export const BoardStage = Standing.extend({ id: z.string(), name: z.string(), scores: z.array(Score) });
export type BoardStage = z.infer<typeof BoardStage>;

/** `id` null: touchpoints without a channel. `at`: −1 … 1, where the score stands between scale ends, 0 as expected. */
export const BoardChannel = Standing.extend({
  id: z.string().nullable(),
  name: z.string(),
  kind: z.enum(channelKinds).nullable(),
  at: z.number().nullable(),
});
export type BoardChannel = z.infer<typeof BoardChannel>;

export const BoardCell = Standing.extend({
  stageId: z.string(),
  channelId: z.string().nullable(),
  touchpoints: z.array(z.string()),
});
export type BoardCell = z.infer<typeof BoardCell>;

/** The journey as one figure, 0–100 (M32). */
export const JourneyScore = z.object({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** Touchpoints with a score that may be shown, of all on the map. */
  measured: z.number().int(),
  of: z.number().int(),
});
export type JourneyScore = z.infer<typeof JourneyScore>;

export const CoursePoint = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  scores: z.array(Score),
  /** Answers about the relation as a whole, never mixed with the others (M30). */
  relational: z.array(Score),
});
export type CoursePoint = z.infer<typeof CoursePoint>;

/** A value of a property, all its touchpoints together, against all others. */
export const BoardSegment = z.object({
  value: z.string(),
  answers: z.number().int(),
  scores: z.array(Score),
  differences: z.array(BelievedDifference.extend({ metric: z.enum(metrics) })),
});
export type BoardSegment = z.infer<typeof BoardSegment>;

/** Where a segment scores a touchpoint otherwise than all others do. */
export const Standout = z.object({
  value: z.string(),
  key: z.string(),
  score: Score,
  difference: BelievedDifference,
});
export type Standout = z.infer<typeof Standout>;

/** Suspicious answers that nobody has judged yet: they count in no figure. */
export const Apart = z.object({
  relation: z.enum(["transactional", "relational"]),
  metric: z.enum(metrics),
  n: z.number().int(),
});
export type Apart = z.infer<typeof Apart>;

export const Dashboard = z.object({
  journeyId: z.string(),
  name: z.string(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  before: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  contacts: z.number().int(),
  answers: z.number().int(),
  responses: Responses.nullable(),
  scores: z.array(Score),
  relational: z.array(Score),
  apart: z.array(Apart),
  journeyScore: JourneyScore.nullable(),
  course: z.object({ bucket: z.enum(["day", "week", "month"]), points: z.array(CoursePoint) }),
  stages: z.array(BoardStage),
  touchpoints: z.array(BoardTouchpoint),
  channels: z.array(BoardChannel),
  cells: z.array(BoardCell),
  /** `isClear`: even at its best it stands below the next one at its worst. */
  weakest: z.object({ channelId: z.string().nullable(), isClear: z.boolean() }).nullable(),
  segments: z
    .object({ by: z.string(), values: z.array(BoardSegment), compared: z.number().int(), standouts: z.array(Standout) })
    .nullable(),
});
export type Dashboard = z.infer<typeof Dashboard>;
