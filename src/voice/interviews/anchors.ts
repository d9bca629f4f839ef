import type { Passage } from "./model.ts";

interface Word {
  text: string;
  start: number;
  end: number;
}

/** Pairs of words that are compared one by one where no word is unique, at most; beyond, they count as rewritten. */
const mostPairs = 250_000;

/**
 * Tells where passages of a text are once it was edited: from their first to their last word that is still there, or null
 * when more than half of their words are gone.
 */
export function passageMover(before: string, after: string): (passage: Passage) => Passage | null {
  if (before === after) return (passage) => passage;
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const place = align(
    from.map(({ text }) => text),
    to.map(({ text }) => text),
  );
  return (passage) => {
    const held = from.flatMap((word, at) =>
      word.start < passage.end && word.end > passage.start ? [{ word, at }] : [],
    );
    const kept = held.flatMap(({ word, at }) => {
      const there = to[place.get(at) ?? -1];
      return there === undefined ? [] : [{ word, there }];
    });
    const [first, last] = [kept[0], kept.at(-1)];
    if (first === undefined || last === undefined || kept.length * 2 < held.length) return null;
    // A passage may begin or end within a word.
    return {
      start: first.there.start + Math.max(0, passage.start - first.word.start),
      end: last.there.end - Math.max(0, last.word.end - passage.end),
    };
  };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}

/**
 * Which word of one list is which of another, in order: what both begin and end with, then between words that are unique
 * in both (patience difference, Bram Cohen), then the longest common sequence of what little is left.
 */
function align(from: readonly string[], to: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const gaps = [{ a: 0, aEnd: from.length, b: 0, bEnd: to.length }];
  for (let gap = gaps.pop(); gap !== undefined; gap = gaps.pop()) {
    let { a, aEnd, b, bEnd } = gap;
    while (a < aEnd && b < bEnd && from[a] === to[b]) pairs.set(a++, b++);
    while (a < aEnd && b < bEnd && from[aEnd - 1] === to[bEnd - 1]) pairs.set(--aEnd, --bEnd);
    if (a === aEnd || b === bEnd) continue;
    const unique = rising(uniquePairs(from.slice(a, aEnd), to.slice(b, bEnd)));
    if (unique.length === 0) {
      for (const [i, j] of commonSequence(from.slice(a, aEnd), to.slice(b, bEnd))) pairs.set(a + i, b + j);
      continue;
    }
    let [lastA, lastB] = [a, b];
    for (const [i, j] of unique) {
      pairs.set(a + i, b + j);
      gaps.push({ a: lastA, aEnd: a + i, b: lastB, bEnd: b + j });
      [lastA, lastB] = [a + i + 1, b + j + 1];
    }
    gaps.push({ a: lastA, aEnd, b: lastB, bEnd });
  }
  return pairs;
}

/** Words that are there once in both, by their place in the first. */
function uniquePairs(from: readonly string[], to: readonly string[]): [number, number][] {
  const [here, there] = [placesOf(from), placesOf(to)];
  return [...here].flatMap(([word, at]): [number, number][] => {
    const other = there.get(word);
    return at === null || other === null || other === undefined ? [] : [[at, other]];
  });
}

/** Where each word is; null: in more than one place. */
function placesOf(words: readonly string[]): Map<string, number | null> {
  const places = new Map<string, number | null>();
  words.forEach((word, at) => places.set(word, places.has(word) ? null : at));
  return places;
}

/** The longest sequence of pairs that rises on both sides (patience sorting). */
function rising(pairs: readonly [number, number][]): [number, number][] {
  const sorted = pairs.toSorted(([a], [b]) => a - b);
  const tops: number[] = [];
  const before: (number | undefined)[] = [];
  sorted.forEach(([, b], at) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[tops[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before[at] = tops[low - 1];
    tops[low] = at;
  });
  const found: [number, number][] = [];
  for (let at = tops.at(-1); at !== undefined; at = before[at]) found.unshift(sorted[at] ?? [0, 0]);
  return found;
}

function commonSequence(from: readonly string[], to: readonly string[]): [number, number][] {
  if (from.length * to.length > mostPairs) return [];
  const width = to.length + 1;
  const longest = new Uint32Array((from.length + 1) * width);
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        from[i] === to[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const found: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < from.length && j < to.length) {
    if (from[i] === to[j]) found.push([i++, j++]);
    else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return found;
}
