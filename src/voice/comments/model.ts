import { z } from "zod";
import type { Asked } from "../model.ts";

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
