import { type Guess, type Language, languageOf } from "./language.ts";
import { impersonalWords } from "./mask.ts";
import { deniedWords, holdsDenier } from "./negation.ts";
import { type PhraseBook, phraseBook, phrasesIn, phrasesOf } from "./phrases.ts";
import { signalWords } from "./signal-words.ts";
import type { Span, Word } from "./words.ts";

export type SignalKind = "urgency" | "churn";

/** Words of a comment that somebody should read soon, or that a customer may be leaving with. */
export interface Signal extends Span {
  kind: SignalKind;
}

const books: Record<Language, PhraseBook<SignalKind>> = { fr: bookOf("fr"), en: bookOf("en") };

/** Urgency and churn-risk words of a comment, but those that are denied («je ne veux pas résilier»). */
export function signalsOf(comment: string, form?: Language): Signal[] {
  const words = impersonalWords(comment);
  return signalsAmong(words, languageOf(words, form));
}

/** The same of its words; in an unknown language, by the words of both. */
export function signalsAmong(words: readonly Word[], guess: Guess): Signal[] {
  const languages: Language[] = guess === "unknown" ? ["fr", "en"] : [guess];
  return languages
    .flatMap((language) => [...signalsIn(words, language)])
    .filter((one, at, all) => all.findIndex(({ start, end }) => start < one.end && one.start < end) === at);
}

function* signalsIn(words: readonly Word[], language: Language): Generator<Signal> {
  const denied = deniedWords(words, language);
  for (const { value: kind, at, length } of phrasesIn(books[language], words)) {
    const [first, last] = [words[at], words[at + length - 1]];
    if (!first || !last || (denied[at] && !holdsDenier(words, at, length, language))) continue;
    yield { kind, start: first.start, end: last.end };
  }
}

function bookOf(language: Language): PhraseBook<SignalKind> {
  return phraseBook(
    (["urgency", "churn"] as const).flatMap((kind) =>
      phrasesOf(signalWords[language][kind]).map((phrase) => [phrase, kind] as const),
    ),
  );
}
