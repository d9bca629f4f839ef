import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { CollectedReview, ReviewDecision, reviewStates } from "../reviews/collected.ts";
import {
  Review,
  ReviewFigures,
  ReviewFilter,
  ReviewImport,
  ReviewMapping,
  ReviewReading,
  importedSources,
} from "../reviews/model.ts";
import { ReviewDisplay, ReviewPolicy } from "../reviews/policy.ts";
import { reviewOrders } from "../reviews/shown.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });

export const listReviews = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/reviews",
  summary: "Public reviews, the latest first",
  permission: "verbatim:read",
  params: inWorkspace,
  query: ReviewFilter.extend({
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ reviews: z.array(Review), next: z.string().nullable() }),
});
/** Never counted with what surveys measure: who writes a review was not drawn, and chose to. */
export const getReviewFigures = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/reviews/figures",
  summary: "Stars of public reviews, by source and touchpoint",
  permission: "measure:read",
  params: inWorkspace,
  query: ReviewFilter,
  response: ReviewFigures,
});
/** Null: about none. From here on its words do not say it any more. */
export const placeReview = route({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/reviews/:reviewId/touchpoint",
  summary: "Say which touchpoint a review is about",
  permission: "review:edit",
  params: inWorkspace.extend({ reviewId: z.uuid() }),
  body: z.object({ touchpointId: z.uuid().nullable() }),
  response: Review,
});
/** What is asked beside the file, as the JSON of the form's field `request`, which comes before the file. */
export const ReviewImportRequest = z.object({
  source: z.enum(importedSources),
  /** Absent: as is proposed from the names of the columns. */
  mapping: ReviewMapping.nullable().default(null),
  /** Reads and counts, and keeps nothing. */
  isTrial: z.boolean(),
});
/** A CSV, Excel or JSON (lines) file, 20 MB at most, as `multipart/form-data`; read again it changes nothing. */
export const importReviews = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/review-imports",
  summary: "Read public reviews from a file",
  permission: "review:edit",
  params: inWorkspace,
  response: ReviewReading,
  multipart: true,
});
export const listReviewImports = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/review-imports",
  summary: "Files of public reviews, the latest first",
  permission: "review:edit",
  params: inWorkspace,
  response: z.array(ReviewImport),
});
export const takeBackReviews = route({
  method: "DELETE",
  path: "/api/v1/workspaces/:workspaceId/review-imports/:importId",
  summary: "Take back the reviews that a file brought",
  permission: "review:edit",
  params: inWorkspace.extend({ importId: z.uuid() }),
});

/** Those that were collected here, the ones that wait first, then the latest. */
export const listCollectedReviews = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/collected-reviews",
  summary: "Reviews collected here, with what is to be decided",
  permission: "review:edit",
  params: inWorkspace,
  query: z.object({ state: z.enum(reviewStates).optional() }),
  response: z.object({
    reviews: z.array(CollectedReview),
    counts: z.record(z.enum(reviewStates), z.number().int()),
  }),
});
export const decideReview = route({
  method: "PATCH",
  path: "/api/v1/workspaces/:workspaceId/collected-reviews/:reviewId",
  summary: "Publish, refuse or answer a review",
  permission: "review:edit",
  params: inWorkspace.extend({ reviewId: z.uuid() }),
  body: ReviewDecision,
  response: CollectedReview,
});
export const getReviewDisplay = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/review-display",
  summary: "What is said where reviews are shown, and what the law still asks",
  permission: "verbatim:read",
  params: inWorkspace,
  response: ReviewDisplay,
});
export const setReviewPolicy = route({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/review-display",
  summary: "Say what is said where reviews are shown",
  permission: "review:edit",
  params: inWorkspace,
  body: ReviewPolicy,
  response: ReviewDisplay,
});

const byToken = z.object({ token: z.string().min(8).max(200) });
/** Many visitors come from one address. */
const perMinute = 600;
const shown = z.object({
  lang: z.enum(["fr", "en"]).optional().catch(undefined),
  order: z.enum(reviewOrders).default("latest").catch("latest"),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});

/** Where the author of an answer has it published, and sees what becomes of it. Reading it changes nothing. */
export const authorPage = route({
  method: "GET",
  path: "/a/:token",
  summary: "The page of a review's author",
  permission: "public",
  params: byToken,
  stream: "text/html",
  perMinute,
});
export const authorForm = route({
  method: "POST",
  path: "/a/:token",
  summary: "Have an answer published as a review, change, contest or withdraw it",
  permission: "public",
  params: byToken,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  form: true,
  stream: "text/html",
  perMinute: 60,
});
export const reviewsPage = route({
  method: "GET",
  path: "/r/:token",
  summary: "The reviews of a company, as a page",
  permission: "public",
  params: byToken,
  query: shown,
  stream: "text/html",
  perMinute,
});
/** Incentives, delays, control, refusals: what the law wants said of reviews in a place of its own. */
export const reviewRulesPage = route({
  method: "GET",
  path: "/r/:token/rules",
  summary: "By which rules reviews are collected and shown",
  permission: "public",
  params: byToken,
  query: shown.pick({ lang: true }),
  stream: "text/html",
  perMinute,
});
/** What `reviews.js` puts into a page of any site. */
export const reviewsPiece = route({
  method: "GET",
  path: "/reviews/:token",
  summary: "The reviews of a company, for the widget",
  permission: "public",
  params: byToken,
  query: shown,
  response: z.object({
    language: z.string(),
    direction: z.enum(["ltr", "rtl"]),
    title: z.string(),
    /** Markup of ours in which everything that anybody wrote is escaped. */
    html: z.string(),
  }),
  anyOrigin: true,
  perMinute,
});
