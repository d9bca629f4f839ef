import { z } from "zod";
import { dateFormats } from "#activity/model.ts";
import { Score } from "#insight/model.ts";

/** Where reviews of others are read from; `own` are those that were collected here. */
export const importedSources = ["google", "trustpilot", "avisVerifies", "appStore", "playStore", "other"] as const;
export type ImportedSource = (typeof importedSources)[number];
export const reviewSources = [...importedSources, "own"] as const;
export type ReviewSource = (typeof reviewSources)[number];

export const reviewLimits = {
  fileBytes: 20 * 1024 ** 2,
  rows: 100_000,
  columns: 200,
  titleCharacters: 300,
  textCharacters: 10_000,
  nameCharacters: 120,
  urlCharacters: 2_000,
  /** Rows of a file that are kept with their reason. */
  quarantine: 500,
} as const;

export const Rating = z.number().int().min(1).max(5);

/** One review, as it stands in public. Its stars are never counted with answers to surveys. */
export const Review = z.object({
  id: z.uuid(),
  source: z.enum(reviewSources),
  rating: Rating,
  title: z.string(),
  text: z.string(),
  /** The name shown; empty: none. */
  author: z.string(),
  /** Day of what is spoken of, null when nobody said. */
  experiencedOn: z.iso.date().nullable(),
  publishedAt: z.iso.datetime(),
  /** BCP 47, null when the source does not say. */
  language: z.string().nullable(),
  url: z.string().nullable(),
  /** What the company answered; empty: nothing. */
  reply: z.string(),
  repliedAt: z.iso.datetime().nullable(),
  touchpointId: z.uuid().nullable(),
  /** Whether somebody said which touchpoint it is about; else its words did. */
  isPlacedByHand: z.boolean(),
});
export type Review = z.infer<typeof Review>;

export const ReviewFilter = z.object({
  source: z.enum(reviewSources).optional(),
  rating: z.coerce.number().pipe(Rating).optional(),
  /** `none`: about no touchpoint that is known. */
  touchpoint: z.union([z.uuid(), z.literal("none")]).optional(),
});
export type ReviewFilter = z.infer<typeof ReviewFilter>;

/** Stars of public reviews: how many, their mean with its interval, and how many of each. */
export const ReviewFigures = z.object({
  all: Score,
  sources: z.array(z.object({ source: z.enum(reviewSources), stars: Score })),
  /** Null: about no touchpoint that is known. */
  touchpoints: z.array(z.object({ touchpointId: z.uuid().nullable(), stars: Score })),
  /** Days of the first and the last, null without any. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});
export type ReviewFigures = z.infer<typeof ReviewFigures>;

/** What a column of a file can say of a review. */
export const reviewFields = [
  "id",
  "rating",
  "title",
  "text",
  "author",
  "experiencedOn",
  "publishedAt",
  "language",
  "url",
  "reply",
  "repliedAt",
] as const;
export type ReviewField = (typeof reviewFields)[number];

/** Which column says what, and how its dates are written. */
export const ReviewMapping = z.object({
  source: z.enum(importedSources),
  columns: z.partialRecord(z.enum(reviewFields), z.string().max(200)),
  dates: z.enum(dateFormats),
  /** What all of them are about; null: told by the words of each. */
  touchpointId: z.uuid().nullable().default(null),
});
export type ReviewMapping = z.infer<typeof ReviewMapping>;

/** Why a row is not a review. */
export const reviewRefusals = [
  "row_unreadable",
  "rating_missing",
  "rating_invalid",
  "date_missing",
  "date_invalid",
  "date_future",
] as const;
export type ReviewRefusal = (typeof reviewRefusals)[number];

export const QuarantinedReview = z.object({
  line: z.number().int(),
  code: z.enum(reviewRefusals),
  detail: z.string(),
  raw: z.string(),
});
export type QuarantinedReview = z.infer<typeof QuarantinedReview>;

export const ReviewCounts = z.object({
  rows: z.number().int(),
  new: z.number().int(),
  /** Known before, saying something else now. */
  changed: z.number().int(),
  same: z.number().int(),
  /** Said again in the same file. */
  repeated: z.number().int(),
  quarantined: z.number().int(),
});
export type ReviewCounts = z.infer<typeof ReviewCounts>;

/** What a proposal leaves to a person: no column for what every review has, or dates that fit two ways. */
export const reviewDoubts = ["rating", "publishedAt", "dates"] as const;

/** What a file holds and what reading it makes, or made. */
export const ReviewReading = z.object({
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  mapping: ReviewMapping,
  doubts: z.array(z.enum(reviewDoubts)),
  counts: ReviewCounts,
  quarantine: z.array(QuarantinedReview),
  samples: z.array(Review.omit({ id: true, source: true })),
  /** Null for a trial, which keeps nothing. */
  importId: z.uuid().nullable(),
});
export type ReviewReading = z.infer<typeof ReviewReading>;

export const ReviewImport = z.object({
  id: z.uuid(),
  fileName: z.string(),
  source: z.enum(importedSources),
  counts: ReviewCounts,
  quarantine: z.array(QuarantinedReview),
  /** Reviews of it that are still there. */
  kept: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type ReviewImport = z.infer<typeof ReviewImport>;
