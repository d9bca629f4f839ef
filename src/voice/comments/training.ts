import { crossValidate } from "../text/cross-validate.ts";
import { bytesOf } from "../text/model-bytes.ts";
import { fewestPairs, type Pair, train } from "../text/polarity.ts";
import type { Training } from "./model.ts";

/** The newest pairs are enough: beyond, recall hardly grows and time does. */
export const mostPairs = 6_000;
const folds = 5;
/** Any number; the same pairs give the same model. */
const seed = 1;
/** A model is trained again when there is so much more to learn from. */
const growth = 1.2;
/** Corrections since the last training that are worth another. */
export const fewestCorrections = 5;
/** What comes in is looked at for pairs when it is such a share of those there were. */
const lookedAtFrom = 0.1;

/** What there is to learn from. */
export interface PairCounts {
  positive: number;
  negative: number;
}

/** Why nothing can be learnt from so many pairs; null when it can. */
export function refusalOf({ positive, negative }: PairCounts): Training["refusal"] {
  if (positive + negative < fewestPairs) return "fewPairs";
  return Math.min(positive, negative) === 0 ? "oneSided" : null;
}

/** Whether what came since the last training is worth another one. */
export function isWorthTraining(counts: PairCounts, last: Training | null): boolean {
  if (last === null || refusalOf(counts) !== last.refusal) return true;
  return last.refusal === null ? sum(counts) >= sum(last) * growth : sum(counts) !== sum(last);
}

/** Whether so many comments more may be worth a training: counting pairs goes over all of them. */
export function isWorthCounting(comments: number, last: Training | null): boolean {
  return comments > 0 && (last === null || comments >= sum(last) * lookedAtFrom);
}

function sum({ positive, negative }: PairCounts): number {
  return positive + negative;
}

/** A model and how well its like recognises what it has not learnt from. */
export function learn(pairs: readonly Pair[]): { model: Uint8Array; recall: NonNullable<Training["recall"]> } {
  return { model: bytesOf(train(pairs, seed)), recall: crossValidate(pairs, folds, seed) };
}
