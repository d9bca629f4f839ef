import { type Guess, languageOf } from "./language.ts";
import { judgementsOf } from "./lexicon.ts";
import type { Word } from "./words.ts";

/** Weights of a model: the `reserved` first slots are the lexicon's, words, bigrams and letters share the rest by their hash. */
export const slots = 65_536;
export const lexiconSlots = { bias: 0, praise: 1, blame: 2, silence: 3 } as const;
export const reserved = 16;

/** What a comment shows to a model: feature k adds `value[k]` at `slot[k]`, and rests on the words from `first[k]` to `last[k]`. */
export interface Features {
  slot: number[];
  value: number[];
  first: number[];
  last: number[];
}

/** Letters of a word that are looked at four by four. */
const longestWord = 40;
const salt = { word: 0x811c9dc5, pair: 0x9dc5811c, letters: 0x5bd1e995 } as const;

/**
 * The features of a comment: its words, neighbouring words and groups of four letters, of unit length together, and the
 * judgements of the lexicon, divided by the root of their number so that a long comment weighs little more than a short one.
 */
export function featuresOf(words: readonly Word[], language: Guess = languageOf(words)): Features {
  const features: Features = { slot: [], value: [], first: [], last: [] };
  const add = (slot: number, value: number, first: number, last: number) => {
    features.slot.push(slot);
    features.value.push(value);
    features.first.push(first);
    features.last.push(last);
  };
  const seen = new Set<number>();
  const addHashed = (slot: number, first: number, last: number) => {
    if (seen.has(slot)) return;
    seen.add(slot);
    add(slot, 1, first, last);
  };

  let previous = "";
  for (const [at, { kind, text }] of words.entries()) {
    addHashed(hashed(text, salt.word), at, at);
    if (previous !== "") addHashed(hashed(`${previous} ${text}`, salt.pair), at - 1, at);
    previous = text;
    if (kind !== "word") continue;
    const whole = `_${text.slice(0, longestWord)}_`;
    for (let start = 0; start + 4 <= whole.length; start++) {
      addHashed(hashed(whole.slice(start, start + 4), salt.letters), at, at);
    }
  }
  features.value.fill(1 / Math.sqrt(features.value.length || 1));

  const judgements = judgementsOf(words, language);
  for (const { weight, at, length } of judgements) {
    const slot = weight > 0 ? lexiconSlots.praise : lexiconSlots.blame;
    add(slot, weight / Math.sqrt(judgements.length), at, at + length - 1);
  }
  if (judgements.length === 0) add(lexiconSlots.silence, 1, -1, -1);
  add(lexiconSlots.bias, 1, -1, -1);
  return features;
}

/** FNV-1a, the same on every machine. */
function hashed(text: string, start: number): number {
  let hash: number = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return reserved + ((hash >>> 0) % (slots - reserved));
}
