import { type Guess, type Language, languageOf } from "./language.ts";
import { emojiLexicon } from "./lexicon-emoji.ts";
import { englishLexicon } from "./lexicon-en.ts";
import { frenchLexicon } from "./lexicon-fr.ts";
import { deniedWords, denies, holdsDenier } from "./negation.ts";
import { type Found, type PhraseBook, phraseAt, phraseBook, phrasesOf } from "./phrases.ts";
import type { Span, Word } from "./words.ts";

/** Words of a lexicon by what they say, from very bad to very good; 0 is for phrases whose words would mislead. */
export type Entries = Partial<Record<"-3" | "-2" | "-1" | "0" | "1" | "2" | "3", string>>;

/** A judgement found in a comment: what it weighs where it stands, and the words (first, number of them) that say it. */
export interface Judgement extends Span {
  weight: number;
  at: number;
  length: number;
}

const books: Record<Language, PhraseBook<number>> = {
  fr: bookOf(frenchLexicon, emojiLexicon),
  en: bookOf(englishLexicon, emojiLexicon),
};

/** A denied praise is a complaint; a denied complaint is only a faint praise. */
const deniedPraise = -0.75;
const deniedBlame = -0.6;
/** «Nobody at the counter»: a denial that meets no judgement is a faint complaint. */
const bareDenial = -0.8;
/** What comes after «but» counts more than what came before. */
const beforeContrast = 0.8;
const afterContrast = 1.1;

const degrees: Record<Language, ReadonlyMap<string, number>> = {
  fr: degreesOf(
    "tres vraiment hyper super extremement tellement absolument totalement completement particulierement franchement si trop tro grave",
    "peu assez plutot parfois presque",
  ),
  en: degreesOf(
    "very really extremely so absolutely totally completely incredibly particularly truly super too",
    "bit slightly somewhat fairly rather sometimes",
  ),
};
const contrasts = new Set("mais cependant pourtant toutefois neanmoins but however although though yet".split(" "));

/** What the words of a comment judge, by the lexicon of its language; in an unknown language, by the one that finds more. */
export function judgementsOf(words: readonly Word[], language: Guess = languageOf(words)): Judgement[] {
  if (language !== "unknown") return read(words, language);
  const [french, english] = [read(words, "fr"), read(words, "en")];
  return english.length > french.length ? english : french;
}

function read(words: readonly Word[], language: Language): Judgement[] {
  const denied = deniedWords(words, language);
  const turn = words.findLastIndex(({ text }) => contrasts.has(text));
  const judgements: Judgement[] = [];
  const judge = (value: number, at: number, length: number) => {
    const [first, last] = [words[at], words[at + length - 1]];
    if (!first || !last || value === 0) return;
    const place = turn < 0 ? 1 : at > turn ? afterContrast : beforeContrast;
    judgements.push({ weight: value * place, at, length, start: first.start, end: last.end });
  };
  /** A denier that has met nothing to deny yet. */
  let idle: number | null = null;
  for (let at = 0; at <= words.length;) {
    if (idle !== null && denied[at] !== true) {
      judge(bareDenial, idle, 1);
      idle = null;
    }
    const found = judgingAt(words, at, language);
    if (found) {
      const turned = denied[at] === true && !holdsDenier(words, at, found.length, language);
      const denial = turned ? (found.value > 0 ? deniedPraise : deniedBlame) : 1;
      judge(found.value * denial * degreeBefore(words, at, language), at, found.length);
      idle = null;
    } else if (denies(words, at, language)) idle = at;
    at += found?.length ?? 1;
  }
  return judgements;
}

/** The entry at a word; «super» and «trop» judge by themselves, but before a judgement they only strengthen it. */
function judgingAt(words: readonly Word[], at: number, language: Language): Found<number> | null {
  const found = phraseAt(books[language], words, at);
  if (found?.length !== 1 || !degrees[language].has(words[at]?.text ?? "")) return found;
  const next = phraseAt(books[language], words, at + 1);
  return next === null || next.value === 0 ? found : null;
}

function degreeBefore(words: readonly Word[], at: number, language: Language): number {
  return degrees[language].get(words[at - 1]?.text ?? "") ?? 1;
}

function bookOf(...lists: readonly Entries[]): PhraseBook<number> {
  return phraseBook(
    lists.flatMap((entries) =>
      Object.entries(entries).flatMap(([weight, list]) =>
        phrasesOf(list).map((phrase) => [phrase, Number(weight)] as const),
      ),
    ),
  );
}

function degreesOf(strong: string, weak: string): ReadonlyMap<string, number> {
  return new Map([
    ...strong.split(" ").map((word) => [word, 1.3] as const),
    ...weak.split(" ").map((word) => [word, 0.6] as const),
  ]);
}
