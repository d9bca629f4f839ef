import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Training } from "../../comments/model.ts";
import { coreVersion } from "../../comments/rules.ts";
import type { TopicRule } from "../../text/topics.ts";
import type { StoredBook } from "./jobs.ts";
import type { CommentTables } from "./tables.ts";

/** What a workspace reads comments with; the ready one where it has none of its own. */
export async function loadBook(db: Kysely<Database>, workspaceId: string): Promise<StoredBook> {
  const row = await db
    .withTables<CommentTables>()
    .selectFrom("comment_reader")
    .select(["topics", "model"])
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return row ?? { topics: null, model: null };
}

/** How far a workspace's comments are read, and by which version; begins at 1 with nothing read. */
export async function openReader(
  db: Kysely<Database>,
  workspaceId: string,
): Promise<{ version: number; readUntil: Date | null; training: Training | null; mustTrain: boolean }> {
  const row = await db
    .withTables<CommentTables>()
    .insertInto("comment_reader")
    .values({ workspace_id: workspaceId, core: coreVersion })
    .onConflict((conflict) => conflict.column("workspace_id").doUpdateSet({ workspace_id: workspaceId }))
    .returning(["version", "core", "read_until", "training", "must_train"])
    .executeTakeFirstOrThrow();
  const { training, must_train: mustTrain } = row;
  if (row.core === coreVersion) return { version: row.version, readUntil: row.read_until, training, mustTrain };
  return { version: await changeBook(db, workspaceId, {}), readUntil: null, training, mustTrain };
}

interface BookChange {
  topics?: readonly TopicRule[] | null;
  model?: Uint8Array | null;
  training?: Training;
}

/** Changes how comments are read: from here on every one of them is unread. Answers the new version. */
export async function changeBook(
  db: Kysely<Database>,
  workspaceId: string,
  { topics, model, training }: BookChange,
): Promise<number> {
  const change = {
    core: coreVersion,
    read_until: null,
    ...(topics === undefined ? {} : { topics: topics && JSON.stringify(topics) }),
    ...(model === undefined ? {} : { model }),
    ...(training === undefined ? {} : { training: JSON.stringify(training), must_train: false }),
  };
  const { version } = await db
    .withTables<CommentTables>()
    .insertInto("comment_reader")
    .values({ workspace_id: workspaceId, ...change })
    .onConflict((conflict) =>
      conflict
        .column("workspace_id")
        .doUpdateSet((eb) => ({ ...change, version: eb("comment_reader.version", "+", 1) })),
    )
    .returning("version")
    .executeTakeFirstOrThrow();
  return version;
}
