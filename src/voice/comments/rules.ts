import { disagreementOf } from "../text/disagreement.ts";
import { type Language, languageOf } from "../text/language.ts";
import { leanOf } from "../text/lean.ts";
import { impersonalWords } from "../text/mask.ts";
import { type Model, predict } from "../text/polarity.ts";
import { signalsOf } from "../text/signals.ts";
import { type TopicBook, topicsOf } from "../text/topics.ts";
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
  const form = formOf(language);
  const polarity = predict(book.model, comment, undefined, form);
  const lean = metric === null || score === null ? "neutral" : leanOf(metric, score);
  return {
    language: languageOf(impersonalWords(comment), form),
    polarity,
    topics: topicsOf(comment, book.topics, form),
    signals: signalsOf(comment, form),
    disagreement: disagreementOf(lean, polarity)?.kind ?? null,
  };
}

/** The language of the form, where it is one that comments are read in. */
function formOf(language: string | null): Language | undefined {
  return (["fr", "en"] as const).find((one) => one === language?.slice(0, 2).toLowerCase());
}
