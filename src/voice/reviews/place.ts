import { frequentEn } from "../text/frequent-en.ts";
import { frequentFr } from "../text/frequent-fr.ts";
import type { Language } from "../text/language.ts";
import { stemOf } from "../text/stem.ts";
import { type TopicBook, topicBook, topicsOf } from "../text/topics.ts";
import { wordsOf } from "../text/words.ts";

const shortestWord = 4;
const longestStem = 14;

/** Touchpoints made ready to be recognised by the words of their names. */
export function placeBook(touchpoints: readonly { id: string; name: string }[]): TopicBook {
  return topicBook(
    touchpoints.map(({ id, name }) => ({
      id,
      fr: { name, patterns: patternsOf(name, "fr", frequentFr) },
      en: { name, patterns: patternsOf(name, "en", frequentEn) },
    })),
  );
}

/** The touchpoint that most words of a review speak of, the first of equals; null when none does. */
export function placeOf(text: string, book: TopicBook): string | null {
  const [best] = topicsOf(text, book).toSorted((a, b) => b.spans.length - a.spans.length);
  return best?.id ?? null;
}

/** The words of a name that mean something, with any ending: «Livraison à domicile» is livr* and domicil*. */
function patternsOf(name: string, language: Language, frequent: ReadonlySet<string>): string[] {
  const words = wordsOf(name).filter(
    ({ kind, text }) => kind === "word" && text.length >= shortestWord && !frequent.has(text),
  );
  return [...new Set(words.map(({ text }) => `${stemOf(text, language).slice(0, longestStem)}*`))];
}
