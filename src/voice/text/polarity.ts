import { type Features, featuresOf, lexiconSlots, reserved, slots } from "./features.ts";
import { type Guess, type Language, languageOf } from "./language.ts";
import { impersonalWords } from "./mask.ts";
import { seeded, shuffled } from "./random.ts";
import type { Span, Word } from "./words.ts";

/** A comment whose score says what it means; `form` is the language it was asked in. */
export interface Pair {
  comment: string;
  positive: boolean;
  form?: Language;
}

export interface Model {
  /** How many pairs it learnt from; 0 is the lexicon alone. */
  pairs: number;
  weights: Float32Array;
}

/** Probabilities from one to the other of which a comment is not said to be either. */
export interface Band {
  low: number;
  high: number;
}

/** A word of a comment and how far it moves the judgement, in log-odds: above 0 to positive. */
export interface Push extends Span {
  weight: number;
}

export interface Polarity {
  /** That the comment is positive, 0–1. */
  probability: number;
  label: "positive" | "negative" | "unsure";
  /** The strongest words on the side of the label, or on both when unsure, strongest first. */
  because: Push[];
}

const defaultBand: Band = { low: 0.4, high: 0.6 };
/** Under so many pairs a model is not better than the lexicon. */
export const fewestPairs = 50;
const mostReasons = 5;

/** Chosen by cross-validation on real comments; half or twice as much changes recall by a point. */
const epochs = 20;
const firstStep = 4;
const firstLexiconStep = 0.1;
const decay = 2e-5;

/** The model of a workspace without pairs: what the lexicon says, in log-odds. */
export function lexiconModel(): Model {
  const weights = new Float32Array(slots);
  weights[lexiconSlots.praise] = 0.9;
  weights[lexiconSlots.blame] = 0.9;
  return { pairs: 0, weights };
}

/**
 * Learns what words mean here: logistic regression by stochastic gradient descent that begins at the lexicon and is drawn
 * back to it (L2). The rarer side counts more, by the root of its rarity. The same pairs and seed give the same model;
 * under 50 pairs, or with one side only, it is the lexicon's.
 */
export function train(pairs: readonly Pair[], seed: number): Model {
  const lexicon = lexiconModel();
  const positives = pairs.filter(({ positive }) => positive).length;
  const rarer = Math.min(positives, pairs.length - positives);
  if (pairs.length < fewestPairs || rarer === 0) return lexicon;

  const examples = pairs.map(({ comment, positive, form }) => {
    const side = positive ? positives : pairs.length - positives;
    const words = impersonalWords(comment);
    return {
      features: featuresOf(words, languageOf(words, form)),
      positive,
      cost: Math.sqrt(pairs.length / (2 * side)),
    };
  });
  const weights = lexicon.weights.slice();
  const random = seeded(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const slowing = 1 / (1 + epoch);
    for (const { features, positive, cost } of shuffled(examples, random)) {
      const error = cost * ((positive ? 1 : 0) - logistic(logOdds(weights, features)));
      for (const [k, slot] of features.slot.entries()) {
        const step = slowing * (slot < reserved ? firstLexiconStep : firstStep);
        const weight = weights[slot] ?? 0;
        const drawn = decay * (weight - (lexicon.weights[slot] ?? 0));
        weights[slot] = weight + step * (error * (features.value[k] ?? 0) - drawn);
      }
    }
  }
  return { pairs: pairs.length, weights };
}

/** What a model says of a comment, with the characters it rests on. */
export function predict(model: Model, comment: string, band: Band = defaultBand, form?: Language): Polarity {
  const words = impersonalWords(comment);
  return predictFrom(model, words, languageOf(words, form), band);
}

/** The same of its words. */
export function predictFrom(model: Model, words: readonly Word[], guess: Guess, band: Band = defaultBand): Polarity {
  const features = featuresOf(words, guess);
  const probability = logistic(logOdds(model.weights, features));
  const label = probability > band.high ? "positive" : probability < band.low ? "negative" : "unsure";
  return { probability, label, because: strongest(model, words, features, label) };
}

function logOdds(weights: Float32Array, { slot, value }: Features): number {
  let sum = 0;
  for (let k = 0; k < slot.length; k++) sum += (weights[slot[k] ?? 0] ?? 0) * (value[k] ?? 0);
  return sum;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function strongest(model: Model, words: readonly Word[], features: Features, label: Polarity["label"]): Push[] {
  const pushes = new Float64Array(words.length);
  for (const [k, slot] of features.slot.entries()) {
    const [first, last] = [features.first[k] ?? -1, features.last[k] ?? -1];
    const share = ((model.weights[slot] ?? 0) * (features.value[k] ?? 0)) / (last - first + 1);
    for (let at = Math.max(0, first); first >= 0 && at <= last; at++) pushes[at] = (pushes[at] ?? 0) + share;
  }
  return words
    .flatMap(({ kind, start, end }, at) => (kind === "mark" ? [] : [{ start, end, weight: pushes[at] ?? 0 }]))
    .filter(({ weight }) => (label === "unsure" ? weight !== 0 : label === "positive" ? weight > 0 : weight < 0))
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostReasons);
}
