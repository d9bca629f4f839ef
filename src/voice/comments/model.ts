import { z } from "zod";
import { type Asked, asked } from "../model.ts";
import { importedSources } from "../reviews/model.ts";

/** Where something stands in a comment: UTF-16 positions, the end not included. */
export const Span = z.object({ start: z.number().int(), end: z.number().int() });

/** What the words of a comment say; `unsure` is an answer of its own, not a missing one. */
export const polarities = ["positive", "unsure", "negative"] as const;
export type PolarityLabel = (typeof polarities)[number];
export const commentLanguages = ["fr", "en", "unknown"] as const;
/** Words that somebody should read soon, or that a customer may be leaving with. */
export const signalKinds = ["urgency", "churn"] as const;
/** Words that say the contrary of the score beside them; the score stands. */
export const disagreements = ["highScoreUnhappyWords", "lowScoreHappyWords"] as const;

/** What is read out of one comment, with the characters it rests on. */
export const CommentReading = z.object({
  language: z.enum(commentLanguages),
  polarity: z.object({
    label: z.enum(polarities),
    /** That the comment is positive, 0–1; from 0.4 to 0.6 it is unsure. */
    probability: z.number(),
    /** The strongest words; above 0 they speak for positive. */
    because: z.array(Span.extend({ weight: z.number() })),
  }),
  /** Topics by their id, in the order they come up. */
  topics: z.array(z.object({ id: z.string(), spans: z.array(Span) })),
  signals: z.array(Span.extend({ kind: z.enum(signalKinds) })),
  disagreement: z.enum(disagreements).nullable(),
});
export type CommentReading = z.infer<typeof CommentReading>;

const Recall = z.object({
  n: z.number().int(),
  hits: z.number().int(),
  /** Those the model would not decide; neither hit nor miss. */
  unsure: z.number().int(),
});
/** Why the lexicon reads alone: under 50 pairs of score and comment, or none of one side. */
export const refusals = ["fewPairs", "oneSided"] as const;

/** What came of learning from a workspace's own pairs of score and comment. */
export const Training = z.object({
  at: z.iso.datetime(),
  /** What there was to learn from: comments whose score leans, or that somebody corrected. */
  positive: z.number().int(),
  negative: z.number().int(),
  refusal: z.enum(refusals).nullable(),
  /** By cross-validation: each comment judged by a model that has not learnt from it. Null where none was trained. */
  recall: z.object({ positive: Recall, negative: Recall }).nullable(),
});
export type Training = z.infer<typeof Training>;

/** A comment as it came. */
export interface GivenComment {
  comment: string;
  /** The language it was asked in (BCP 47), null when nobody knows. */
  language: string | null;
  metric: Asked | null;
  /** On the scale of the metric; null without one. */
  score: number | null;
}

/** Who asked for a comment: a survey or an import of answers, or somebody else, who published it as a review. */
export const commentSources = ["surveys", ...importedSources] as const;

/** Which comments: all that is said holds. Days are of the workspace's time zone, both included. */
export const CommentFilter = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** By its key. */
  touchpoint: z.string().max(200).optional(),
  source: z.enum(commentSources).optional(),
  topic: z.string().max(40).optional(),
  polarity: z.enum(polarities).optional(),
  disagreement: z.enum(["any", ...disagreements]).optional(),
  signal: z.enum(signalKinds).optional(),
  language: z.enum(commentLanguages).optional(),
  /** Each of these words, in any case and without its accents. */
  words: z.string().max(200).optional(),
});
export type CommentFilter = z.infer<typeof CommentFilter>;

export const Correction = z.object({
  polarity: z.enum(polarities).nullable(),
  topics: z.array(z.string().max(40)).max(20).nullable(),
});
export type Correction = z.infer<typeof Correction>;

/** What a comment says: as the machine reads it, put right by whoever corrected it. */
export const SaidInComment = z.object({
  polarity: z.enum(polarities),
  /** By their id. */
  topics: z.array(z.string()),
  reading: CommentReading,
});
export type SaidInComment = z.infer<typeof SaidInComment>;

/** A comment with what the machine reads out of it and what a person says of that; the person is right. */
export const ReadComment = z.object({
  eventId: z.string(),
  at: z.iso.datetime(),
  /** Key of its touchpoint. */
  touchpoint: z.string(),
  metric: z.enum(asked).nullable(),
  score: z.number().nullable(),
  comment: z.string(),
  source: z.enum(commentSources),
  /** Whether it is of an answer that was given here, and not imported: a case can be opened from it. */
  isResponse: z.boolean(),
  reading: CommentReading,
  correction: Correction.nullable(),
});
export type ReadComment = z.infer<typeof ReadComment>;

const ByPolarity = z.object({ positive: z.number().int(), unsure: z.number().int(), negative: z.number().int() });
export type ByPolarity = z.infer<typeof ByPolarity>;

export const CommentCounts = z.object({
  /** Comments of the whole filter. */
  matching: z.number().int(),
  /** From here on topic and polarity of the filter are left out, so that one sees what else there is. */
  all: ByPolarity,
  topics: z.array(ByPolarity.extend({ id: z.string() })),
  signals: z.object({ urgency: z.number().int(), churn: z.number().int() }),
  disagreements: z.object({ highScoreUnhappyWords: z.number().int(), lowScoreHappyWords: z.number().int() }),
  languages: z.object({ fr: z.number().int(), en: z.number().int(), unknown: z.number().int() }),
  sources: z.record(z.enum(commentSources), z.number().int()),
  /** Of every comment that there is, whatever the filter. */
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
});
export type CommentCounts = z.infer<typeof CommentCounts>;

/** What one side says more than the other, the strongest first; `z` is the standard score of its log-odds. */
const Theme = z.object({ shown: z.string(), inSide: z.number().int(), inOther: z.number().int(), z: z.number() });
export type Theme = z.infer<typeof Theme>;
export const CommentThemes = z.object({
  positive: z.array(Theme),
  negative: z.array(Theme),
  /** The newest comments of each side that were compared. */
  compared: z.object({ positive: z.number().int(), negative: z.number().int() }),
});
export type CommentThemes = z.infer<typeof CommentThemes>;

const TopicWords = z.object({
  name: z.string().trim().min(1).max(60),
  /** Words and phrases; `*` for any ending, `#` for a number. */
  patterns: z.array(z.string().trim().min(1).max(80)).max(200).readonly(),
});
/** A topic as people read and edit it. */
export const Topic = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "lower-case letters, digits and hyphens"),
  fr: TopicWords,
  en: TopicWords,
});
export type Topic = z.infer<typeof Topic>;

export const CommentReaderState = z.object({
  version: z.number().int(),
  topics: z.array(Topic),
  /** Whether the topics are the ready ones. */
  isReady: z.boolean(),
  training: Training.nullable(),
  /** Whether comments are still to be read by this version. */
  isReading: z.boolean(),
});
export type CommentReaderState = z.infer<typeof CommentReaderState>;

export const TopicPreview = z.object({
  /** The newest comments looked at, and those of them that hold the topic. */
  of: z.number().int(),
  n: z.number().int(),
  samples: z.array(z.object({ comment: z.string(), spans: z.array(Span) })),
});
export type TopicPreview = z.infer<typeof TopicPreview>;
