import type { CommentReading, GivenComment, Training } from "../../comments/model.ts";
import { type CommentBook, readComment } from "../../comments/rules.ts";
import { learn } from "../../comments/training.ts";
import { modelFrom } from "../../text/model-bytes.ts";
import { lexiconModel, type Model, type Pair } from "../../text/polarity.ts";
import { type Theme, themes } from "../../text/themes.ts";
import { topicRules } from "../../text/topic-rules.ts";
import { topicBook, type TopicRule, topicsOf } from "../../text/topics.ts";

/** A book as it is stored; null: the ready topics, the lexicon alone. */
export interface StoredBook {
  topics: TopicRule[] | null;
  model: Uint8Array | null;
}

/** Work on many comments; what goes in and out can be sent to a thread. */
export const jobs = {
  read: ({ book, comments }: { book: StoredBook; comments: readonly GivenComment[] }): CommentReading[] => {
    const opened = openBook(book);
    return comments.map((comment) => readComment(opened, comment));
  },
  learn: (pairs: readonly Pair[]): { model: Uint8Array; recall: NonNullable<Training["recall"]> } => learn(pairs),
  themes: ({ positive, negative }: { positive: readonly string[]; negative: readonly string[] }): Theme[] =>
    themes(positive, negative),
  /** For each comment the topics that these rules find in it. */
  topics: ({ rules, comments }: { rules: readonly TopicRule[]; comments: readonly string[] }) => {
    const book = topicBook(rules);
    return comments.map((comment) => topicsOf(comment, book));
  },
};
export type Jobs = typeof jobs;

export function openBook({ topics, model }: StoredBook): CommentBook {
  return { topics: topicBook(topics ?? topicRules), model: model === null ? lexiconModel() : openModel(model) };
}

/** A model of another version is as good as none until it is trained again. */
function openModel(bytes: Uint8Array): Model {
  try {
    return modelFrom(bytes);
  } catch {
    return lexiconModel();
  }
}
