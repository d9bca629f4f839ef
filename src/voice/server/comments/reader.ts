import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { CommentReading, GivenComment } from "../../comments/model.ts";
import { type CommentBook, readComment } from "../../comments/rules.ts";
import { lexiconModel } from "../../text/polarity.ts";
import { topicRules } from "../../text/topic-rules.ts";
import { topicBook } from "../../text/topics.ts";

export interface CommentReader {
  /** Reads one comment as its workspace reads comments now. */
  read(workspaceId: string, given: GivenComment): Promise<CommentReading>;
}

/** Reads comments on this machine: nothing of them goes anywhere. */
export function createCommentReader(_deps: { db: Kysely<Database> }): CommentReader {
  const book: CommentBook = { model: lexiconModel(), topics: topicBook(topicRules) };
  return { read: async (_workspaceId, given) => readComment(book, given) };
}
