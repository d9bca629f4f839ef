import type { Asked } from "../model.ts";

/** Which way a score or a comment leans. */
export type Lean = "positive" | "neutral" | "negative";

/** Ends of the neutral middle, by the usual reading of each scale: at most the first is negative, at least the second positive. */
export const leaningEnds: Record<Asked, readonly [negative: number, positive: number]> = {
  nps: [6, 9],
  csat: [2, 4],
  ces: [3, 5],
  ces5: [2, 4],
  stars: [2, 4],
  yesNo: [0, 1],
};

/** What a raw score says by itself: promoters, the satisfied and those who found it easy are positive. */
export function leanOf(asked: Asked, raw: number): Lean {
  const [negative, positive] = leaningEnds[asked];
  if (raw <= negative) return "negative";
  return raw >= positive ? "positive" : "neutral";
}
