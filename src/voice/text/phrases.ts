import { type Word, wordsOf } from "./words.ts";

/**
 * A written list made ready for looking up. An entry is one or more words, read as a comment is; `*` after a stem stands
 * for any ending, `#` for any number: "livr*", "rien a redire", "depuis # mois".
 */
export type PhraseBook<T> = ReadonlyMap<string, readonly Entry<T>[]>;

interface Entry<T> {
  parts: readonly Part[];
  value: T;
}

interface Part {
  text: string;
  stem: boolean;
}

/** A phrase found at a place of a comment: `length` words say it. */
export interface Found<T> {
  value: T;
  length: number;
}

/** No stem is looked for that is shorter, so that a word is looked up a few times only. */
const shortestStem = 2;
const longestStem = 14;

/** @throws RangeError for an entry without a word, or whose first stem is out of 2–14 letters. */
export function phraseBook<T>(entries: Iterable<readonly [phrase: string, value: T]>): PhraseBook<T> {
  const book = new Map<string, Entry<T>[]>();
  for (const [phrase, value] of entries) {
    const parts = phrase.trim().split(/\s+/).flatMap(partsOf);
    const [first] = parts;
    if (!first || first.text === "" || !lookedFor(first)) throw new RangeError(`"${phrase}" cannot be looked up.`);
    const key = keyOf(first);
    book.set(key, [...(book.get(key) ?? []), { parts, value }]);
  }
  for (const [key, list] of book) {
    book.set(
      key,
      list.toSorted((a, b) => b.parts.length - a.parts.length),
    );
  }
  return book;
}

/** The entries of a list written as text: blanks between them, `_` between the words of one. */
export function phrasesOf(list: string): string[] {
  return list
    .trim()
    .split(/\s+/)
    .map((phrase) => phrase.replaceAll("_", " "));
}

/** The longest phrase that begins at a word; among equals a whole word goes before a stem, a long stem before a short one. */
export function phraseAt<T>(book: PhraseBook<T>, words: readonly Word[], at: number): Found<T> | null {
  const word = words[at];
  if (!word) return null;
  let best: Found<T> | null = null;
  for (const key of keysOf(word)) {
    for (const { parts, value } of book.get(key) ?? []) {
      if (parts.length <= (best?.length ?? 0)) break;
      if (parts.every((part, k) => says(words[at + k], part))) best = { value, length: parts.length };
    }
  }
  return best;
}

/** Every phrase of a comment from left to right; a word belongs to one phrase only. */
export function* phrasesIn<T>(book: PhraseBook<T>, words: readonly Word[]): Generator<Found<T> & { at: number }> {
  for (let at = 0; at < words.length;) {
    const found = phraseAt(book, words, at);
    if (found) yield { ...found, at };
    at += found?.length ?? 1;
  }
}

function* keysOf(word: Word): Generator<string> {
  if (word.kind === "number") yield "#";
  yield word.text;
  const single = singled(word.text);
  if (single !== word.text) yield single;
  for (let length = Math.min(word.text.length, longestStem); length >= shortestStem; length--) {
    yield `${word.text.slice(0, length)}*`;
  }
}

function says(word: Word | undefined, { text, stem }: Part): boolean {
  if (!word) return false;
  if (text === "#") return word.kind === "number";
  return stem ? word.text.startsWith(text) : word.text === text || singled(word.text) === text;
}

/** «suuper» and «tropp» are written with a letter held; «belle» is found as it is first. */
function singled(text: string): string {
  return text.length > 40 ? text : text.replaceAll(/(\p{L})\1/gu, "$1");
}

function partsOf(written: string): Part[] {
  if (written === "#") return [{ text: "#", stem: false }];
  const stem = written.endsWith("*");
  const words = wordsOf(stem ? written.slice(0, -1) : written);
  return words.map(({ text }, at) => ({ text, stem: stem && at === words.length - 1 }));
}

function lookedFor({ text, stem }: Part): boolean {
  return !stem || (text.length >= shortestStem && text.length <= longestStem);
}

function keyOf({ text, stem }: Part): string {
  return stem ? `${text}*` : text;
}
