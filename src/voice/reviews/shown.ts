import type { Review } from "./model.ts";

/** The latest first unless a visitor chooses otherwise, as the law wants it offered. */
export const reviewOrders = ["latest", "best", "worst"] as const;
export type ReviewOrder = (typeof reviewOrders)[number];

/** A review as visitors of a company's site see it. */
export interface ShownReview extends Pick<
  Review,
  "rating" | "title" | "text" | "author" | "experiencedOn" | "publishedAt" | "language" | "reply"
> {
  isBuyer: boolean;
  /** Whether a proof of the experience was kept. */
  isProven: boolean;
}

/** The reviews of a company, a page of them. */
export interface ShownReviews {
  /** Reviews by stars, from one to five. */
  counts: readonly [number, number, number, number, number];
  order: ReviewOrder;
  page: number;
  pages: number;
  reviews: readonly ShownReview[];
}

/** How many, and the mean of their stars; null of none. */
export function averageOf(counts: ShownReviews["counts"]): { n: number; mean: number | null } {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return { n, mean: n === 0 ? null : counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / n };
}
