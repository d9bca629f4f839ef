import { frequentEn } from "./frequent-en.ts";
import { frequentFr } from "./frequent-fr.ts";
import { type Language, languageOf } from "./language.ts";
import { impersonalWords } from "./mask.ts";
import { stemOf } from "./stem.ts";

/** A stem, or a small word with the one after it, that one side says more than the other. */
export interface Theme {
  /** As most comments write it. */
  shown: string;
  /** Comments of each side that say it. */
  inA: number;
  inB: number;
  /** Standard scores of the log-odds: above 0 it belongs to A. */
  z: number;
}

/** Small words that turn what follows them: kept, together with the word after («pas livré», «trop long»). */
const turning = new Set("pas ne rien trop sans jamais plus aucun aucune not no never too without".split(" "));
/** The prior: so much of the words of both sides together, so that a rare word must be said by several to count. */
const share = 0.1;
const significant = 1.96;
const fewestComments = 3;

/**
 * What distinguishes the comments of A from those of B: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi
 * and Quinn 2008), on stems, each counted once a comment.
 * @returns the themes beyond |z| 1.96 that three comments say, those of A first, strongest first on each side.
 */
export function themes(commentsA: readonly string[], commentsB: readonly string[], form?: Language): Theme[] {
  const written = new Map<string, Map<string, number>>();
  const [a, b] = [count(commentsA, form, written), count(commentsB, form, written)];
  const [totalA, totalB] = [sum(a), sum(b)];
  const prior = share * (totalA + totalB);
  const found: Theme[] = [];
  for (const [stem, forms] of written) {
    const [inA, inB] = [a.get(stem) ?? 0, b.get(stem) ?? 0];
    if (inA + inB < fewestComments) continue;
    const expected = share * (inA + inB);
    const odds = (inside: number, total: number) =>
      Math.log((inside + expected) / (total + prior - inside - expected || Number.EPSILON));
    const z = (odds(inA, totalA) - odds(inB, totalB)) / Math.sqrt(1 / (inA + expected) + 1 / (inB + expected));
    if (Math.abs(z) >= significant) found.push({ shown: commonest(forms), inA, inB, z });
  }
  return found.toSorted((one, other) =>
    one.z > 0 === other.z > 0 ? Math.abs(other.z) - Math.abs(one.z) : other.z - one.z,
  );
}

/** In how many comments each stem is, remembering how it was written. */
function count(
  comments: readonly string[],
  form: Language | undefined,
  written: Map<string, Map<string, number>>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const comment of comments) {
    for (const [stem, shown] of stemsOf(comment, form)) {
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      const forms = written.get(stem) ?? new Map<string, number>();
      written.set(stem, forms.set(shown, (forms.get(shown) ?? 0) + 1));
    }
  }
  return counts;
}

function stemsOf(comment: string, form: Language | undefined): Map<string, string> {
  const words = impersonalWords(comment);
  const guess = languageOf(words, form);
  const language = guess === "unknown" ? "fr" : guess;
  const stems = new Map<string, string>();
  for (const [at, { kind, text, start, end }] of words.entries()) {
    if (kind !== "word" || frequentFr.has(text) || frequentEn.has(text)) continue;
    const stem = stemOf(text, language);
    stems.set(stem, comment.slice(start, end).toLowerCase());
    const before = words[at - 1];
    if (before && turning.has(before.text)) {
      stems.set(`${before.text} ${stem}`, comment.slice(before.start, end).toLowerCase());
    }
  }
  return stems;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0);
}

function commonest(forms: ReadonlyMap<string, number>): string {
  return [...forms].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
