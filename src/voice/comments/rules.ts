import { disagreementOf } from "../text/disagreement.ts";
import { type Language, languageOf } from "../text/language.ts";
import { leanOf } from "../text/lean.ts";
import { impersonalWords } from "../text/mask.ts";
import { type Model, predictFrom } from "../text/polarity.ts";
import { signalsAmong } from "../text/signals.ts";
import { type TopicBook, topicsAmong } from "../text/topics.ts";
import type { CommentReading, GivenComment } from "./model.ts";

/** Counted up when the same words are read otherwise by the same book: lexicons, masking, features. */
export const coreVersion = 1;

/** What a workspace reads comments with. */
export interface CommentBook {
  model: Model;
  topics: TopicBook;
}

/** Reads one comment: pure, and in time that grows with its length. */
export function readComment(book: CommentBook, { comment, language, metric, score }: GivenComment): CommentReading {
  const words = impersonalWords(comment);
  const guess = languageOf(words, formOf(language));
  const polarity = predictFrom(book.model, words, guess);
  const lean = metric === null || score === null ? "neutral" : leanOf(metric, score);
  return {
    language: guess,
    polarity,
    topics: topicsAmong(words, guess, book.topics),
    signals: signalsAmong(words, guess),
    disagreement: disagreementOf(lean, polarity)?.kind ?? null,
  };
}

/** The language of the form, where it is one that comments are read in. */
function formOf(language: string | null): Language | undefined {
  return (["fr", "en"] as const).find((one) => one === language?.slice(0, 2).toLowerCase());
}
