import { z } from "zod";
import { type Metric, metrics, scaleOf } from "#activity/model.ts";

/** The scores a survey can ask for: every one that is measured, on its own scale. */
export { metrics as asked, scaleOf as scales };
export type Asked = Metric;

/** How a scale is drawn; it changes nothing of what is counted. Smileys are for the five points of CSAT. */
export const looks = ["numbers", "stars", "smileys"] as const;
export type Look = (typeof looks)[number];

/** The same figure may be asked after one contact or of the relation as a whole; the two are never mixed. */
export const relations = ["transactional", "relational"] as const;
export type Relation = (typeof relations)[number];
export const surveyStates = ["draft", "open", "closed"] as const;
export type SurveyState = (typeof surveyStates)[number];
/** How an answer reached us. */
export const ways = ["link", "email", "sms", "qr", "kiosk", "widget", "api", "staff"] as const;
export type Way = (typeof ways)[number];

export const limits = {
  questions: 12,
  options: 20,
  languages: 12,
  questionCharacters: 300,
  commentCharacters: 4_000,
  surveysPerTouchpoint: 50,
  properties: 20,
  reviewLinks: 4,
} as const;

const QuestionId = z.string().regex(/^[a-z][a-z0-9]{0,19}$/, "lower-case letters and digits");
/** BCP 47, e.g. `fr`, `en-GB`, `ar`. */
export const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language such as fr or en-GB");
/** One text for each language of the survey. */
export const Texts = z.record(Language, z.string().trim().max(limits.questionCharacters));
export type Texts = z.infer<typeof Texts>;

/** A question is put only when an earlier answer is so: a score or scale within bounds, or one of these options. */
export const Condition = z.object({
  questionId: QuestionId,
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  anyOf: z.array(z.string()).optional(),
});
export type Condition = z.infer<typeof Condition>;

const common = { id: QuestionId, text: Texts, when: Condition.nullable().default(null) };
/** What is asked; a text may hold `{{id}}`, for which the answer to that question is put in. */
export const Question = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("score"),
    ...common,
    metric: z.enum(metrics),
    look: z.enum(looks).default("numbers"),
    /** What the two ends of the scale are called. */ low: Texts.default({}),
    high: Texts.default({}),
  }),
  z.object({
    kind: z.literal("comment"),
    ...common,
    /** Other wordings up to a score, in growing order; `text` above the last. */
    byScore: z
      .array(z.object({ upTo: z.number(), text: Texts }))
      .max(3)
      .default([]),
  }),
  z.object({
    kind: z.literal("choice"),
    ...common,
    options: z
      .array(z.object({ id: QuestionId, text: Texts }))
      .min(2)
      .max(limits.options),
    isMultiple: z.boolean().default(false),
  }),
  z.object({
    kind: z.literal("scale"),
    ...common,
    min: z.number().int().min(0).max(1).default(1),
    max: z.number().int().min(2).max(10).default(5),
    low: Texts.default({}),
    high: Texts.default({}),
  }),
  z.object({ kind: z.literal("text"), ...common }),
]);
export type Question = z.infer<typeof Question>;

/** What a survey asks and says: kept with every version, so that an answer is read as it was asked. */
export const SurveyContent = z.object({
  languages: z.array(Language).min(1).max(limits.languages),
  /** The first is the score that the touchpoint is measured by. */
  questions: z.array(Question).min(1).max(limits.questions),
  thanks: Texts.default({}),
  /** What somebody agrees to by answering; empty: nothing is said. */
  consent: Texts.default({}),
  /** What somebody ticks to have their answer published as a review; empty: that is not offered. Only of five points. */
  publication: Texts.default({}),
});
export type SurveyContent = z.infer<typeof SurveyContent>;

/** Where the public is told, on a platform or on our own page of reviews. */
export const ReviewLink = z.object({
  /** As it is called there. */
  name: z.string().trim().min(1).max(40),
  url: z.url({ protocol: /^https?$/ }).max(500),
});
export type ReviewLink = z.infer<typeof ReviewLink>;

export const Survey = z.object({
  id: z.uuid(),
  /** Null: it asks about the whole relation, at no touchpoint. */
  touchpointId: z.uuid().nullable(),
  name: z.string().trim().min(1).max(120),
  state: z.enum(surveyStates),
  relation: z.enum(relations),
  /** CES is asked of one task: find information, order, reach somebody, solve a problem. */
  task: z.string().trim().max(120),
  /** Why these answers are collected, and after how many days they are deleted (null: kept). */
  purpose: z.string().trim().max(300),
  retentionDays: z.number().int().min(1).max(3650).nullable(),
  /** Shown to everybody who has answered, whatever they said: to ask only those who are happy is not allowed. */
  reviewLinks: z.array(ReviewLink).max(limits.reviewLinks),
  content: SurveyContent,
  /** Counted from 1; answers keep the number of the version they were given to. */
  version: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type Survey = z.infer<typeof Survey>;

/** The survey with what came of it so far; partial answers and suspicious ones that nobody has judged are counted apart. */
export const SurveySummary = Survey.extend({
  /** Where it is answered by whoever has the link. */
  url: z.string(),
  answers: z.number().int(),
  partial: z.number().int(),
  suspicious: z.number().int(),
  lastAnswerAt: z.iso.datetime().nullable(),
});
export type SurveySummary = z.infer<typeof SurveySummary>;

/**
 * Why an answer is kept apart: the hidden field was filled, it came faster than anybody reads, its visitor followed a link that
 * no person sees, or the proof of work that was asked for is missing.
 */
export const suspicions = ["hiddenField", "tooFast", "hiddenLink", "noProof"] as const;
export type Suspicion = (typeof suspicions)[number];

/** By question: a number for a score or scale, ids for a choice, words for a comment or text. */
export const Answers = z.record(
  QuestionId,
  z.union([z.number(), z.string().max(limits.commentCharacters), z.array(QuestionId).max(limits.options)]),
);
export type Answers = z.infer<typeof Answers>;
