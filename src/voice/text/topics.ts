import { type Guess, type Language, languageOf } from "./language.ts";
import { impersonalWords } from "./mask.ts";
import { type PhraseBook, phraseBook, phrasesIn } from "./phrases.ts";
import type { Span, Word } from "./words.ts";

/** A topic as people read and edit it: its name and the words that tell it, in both languages. */
export interface TopicRule {
  id: string;
  fr: TopicWords;
  en: TopicWords;
}

export interface TopicWords {
  name: string;
  /** Words and phrases, as `phraseBook` reads them. */
  patterns: readonly string[];
}

/** A topic of a comment with the characters that tell it. */
export interface Topic {
  id: string;
  spans: Span[];
}

/** Rules made ready for many comments. */
export type TopicBook = Readonly<Record<Language, PhraseBook<string>>>;

/** @throws RangeError for a pattern that cannot be looked up. */
export function topicBook(rules: readonly TopicRule[]): TopicBook {
  const book = (language: Language) =>
    phraseBook(rules.flatMap((rule) => rule[language].patterns.map((pattern) => [pattern, rule.id] as const)));
  return { fr: book("fr"), en: book("en") };
}

/** The topics of a comment in the order they come up. */
export function topicsOf(comment: string, book: TopicBook, form?: Language): Topic[] {
  const words = impersonalWords(comment);
  return topicsAmong(words, languageOf(words, form), book);
}

/** The same of its words; in an unknown language, by the words of both. */
export function topicsAmong(words: readonly Word[], guess: Guess, book: TopicBook): Topic[] {
  const topics = new Map<string, Topic>();
  for (const language of languagesOf(guess)) {
    for (const { value: id, at, length } of phrasesIn(book[language], words)) {
      const [first, last] = [words[at], words[at + length - 1]];
      if (!first || !last) continue;
      const topic = topics.get(id) ?? { id, spans: [] };
      topic.spans.push({ start: first.start, end: last.end });
      topics.set(id, topic);
    }
  }
  return [...topics.values()];
}

function languagesOf(guess: Guess): Language[] {
  return guess === "unknown" ? ["fr", "en"] : [guess];
}
