import { z } from "zod";
import { Review, reviewLimits } from "./model.ts";

export const reviewStates = ["waiting", "published", "refused"] as const;
export type ReviewState = (typeof reviewStates)[number];
/** What shows that there was an experience: a link that was sent to a customer, or a document that somebody looked at. */
export const reviewProofs = ["none", "invitation", "document"] as const;
export type ReviewProof = (typeof reviewProofs)[number];
/** Why a review may be refused, and nothing else: its score is no reason. */
export const refusalReasons = [
  "offensive",
  "personalData",
  "offTopic",
  "noExperience",
  "conflictOfInterest",
  "advertising",
  "unintelligible",
  "illegal",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A review collected here, as those see it who decide whether it is published. */
export const CollectedReview = Review.omit({ publishedAt: true }).extend({
  state: z.enum(reviewStates),
  publishedAt: z.iso.datetime().nullable(),
  submittedAt: z.iso.datetime(),
  isBuyer: z.boolean(),
  proof: z.enum(reviewProofs),
  proofNote: z.string(),
  refusal: z.enum(refusalReasons).nullable(),
  /** What the author says against a refusal; empty: nothing. */
  contest: z.string(),
  surveyName: z.string(),
});
export type CollectedReview = z.infer<typeof CollectedReview>;

/** What is decided of a review; only what is said changes. A refusal has its reason. */
export const ReviewDecision = z
  .object({
    state: z.enum(["published", "refused"]),
    refusal: z.enum(refusalReasons).nullable(),
    reply: z.string().trim().max(reviewLimits.textCharacters),
    /** What was looked at, such as the number of an order; empty takes the proof back. */
    proofNote: z.string().trim().max(300),
  })
  .partial()
  .refine(({ state, refusal }) => (state === "refused") === (refusal !== undefined && refusal !== null), {
    path: ["refusal"],
    message: "a refusal has a reason, and nothing else has one",
  });
export type ReviewDecision = z.infer<typeof ReviewDecision>;
