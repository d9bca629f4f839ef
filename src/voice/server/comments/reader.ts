import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { CommentReading, GivenComment } from "../../comments/model.ts";
import { type CommentBook, readComment } from "../../comments/rules.ts";
import { loadBook } from "./book.ts";
import { openBook } from "./jobs.ts";
import type { CommentTables } from "./tables.ts";

export interface CommentReader {
  /** Reads one comment as its workspace reads comments now. */
  read(workspaceId: string, given: GivenComment): Promise<CommentReading>;
}

/** Books kept open, of the workspaces asked for last: a model is 256 kB. */
const mostBooks = 8;

/** Reads comments on this machine: nothing of them goes anywhere. */
export function createCommentReader({ db }: { db: Kysely<Database> }): CommentReader {
  const books = new Map<string, { version: number; book: CommentBook }>();

  const bookOf = async (workspaceId: string): Promise<CommentBook> => {
    const version = await versionOf(db, workspaceId);
    const open = books.get(workspaceId);
    const kept = open?.version === version ? open : { version, book: openBook(await loadBook(db, workspaceId)) };
    books.delete(workspaceId);
    books.set(workspaceId, kept);
    for (const oldest of [...books.keys()].slice(0, -mostBooks)) books.delete(oldest);
    return kept.book;
  };
  return { read: async (workspaceId, given) => readComment(await bookOf(workspaceId), given) };
}

async function versionOf(db: Kysely<Database>, workspaceId: string): Promise<number> {
  const row = await db
    .withTables<CommentTables>()
    .selectFrom("comment_reader")
    .select("version")
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return row?.version ?? 0;
}
