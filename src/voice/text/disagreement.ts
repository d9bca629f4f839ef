import type { Lean } from "./lean.ts";
import type { Polarity, Push } from "./polarity.ts";

/** Words that say the contrary of their score: the score stands, both are shown. */
export interface Disagreement {
  kind: "highScoreUnhappyWords" | "lowScoreHappyWords";
  /** How sure the words are, 0.5–1. */
  confidence: number;
  because: Push[];
}

/** How sure the words must be before they are said to disagree. */
const disagreementFrom = 0.8;

/** Where a score and the words beside it disagree: sarcasm, a scale read upside down, a good mark with a complaint in it. */
export function disagreementOf(score: Lean, words: Polarity, from = disagreementFrom): Disagreement | null {
  const { probability, because } = words;
  if (score === "positive" && 1 - probability >= from) {
    return { kind: "highScoreUnhappyWords", confidence: 1 - probability, because };
  }
  if (score === "negative" && probability >= from) {
    return { kind: "lowScoreHappyWords", confidence: probability, because };
  }
  return null;
}
