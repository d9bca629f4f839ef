import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { namesOf } from "#workspace/index.ts";
import type { Mention } from "../api/comments.ts";
import type { TalkTables } from "./talk-tables.ts";

const mostListed = 50;

/** The last comments of a workspace in which somebody else mentions this person, the newest first. */
export async function listMentions(db: Kysely<Database>, workspaceId: string, userId: string): Promise<Mention[]> {
  const rows = await db
    .withTables<TalkTables>()
    .selectFrom("journey_comment as comment")
    .innerJoin("journey", "journey.id", "comment.journey_id")
    .leftJoin("journey_mention_seen as seen", (join) =>
      join.onRef("seen.comment_id", "=", "comment.id").on("seen.user_id", "=", userId),
    )
    .select(["comment.id", "comment.thread_id", "comment.journey_id", "journey.name", "comment.subject"])
    .select(["comment.subject_name", "comment.author_id", "comment.text", "comment.created_at"])
    .select((eb) => eb("seen.user_id", "is not", null).as("is_seen"))
    .where("journey.workspace_id", "=", workspaceId)
    .where(mentioned(userId))
    .where("comment.author_id", "<>", userId)
    .orderBy("comment.created_at", "desc")
    .orderBy("comment.id")
    .limit(mostListed)
    .execute();
  const names = await namesOf(
    db,
    rows.map((row) => row.author_id),
  );
  return rows.map((row) => ({
    commentId: row.id,
    threadId: row.thread_id,
    journeyId: row.journey_id,
    journeyName: row.name,
    subject: row.subject,
    subjectName: row.subject_name,
    authorName: names.get(row.author_id) ?? "",
    text: row.text,
    createdAt: row.created_at.toISOString(),
    isSeen: Boolean(row.is_seen),
  }));
}

/** Remembers that this person has seen these mentions of theirs; others are passed over. */
export async function seeMentions(
  db: Kysely<Database>,
  workspaceId: string,
  userId: string,
  commentIds: readonly string[],
): Promise<void> {
  await db
    .withTables<TalkTables>()
    .insertInto("journey_mention_seen")
    .columns(["user_id", "comment_id"])
    .expression((eb) =>
      eb
        .selectFrom("journey_comment as comment")
        .innerJoin("journey", "journey.id", "comment.journey_id")
        .select((select) => [select.val(userId).as("user_id"), "comment.id as comment_id"])
        .where("journey.workspace_id", "=", workspaceId)
        .where("comment.id", "in", commentIds)
        .where(mentioned(userId)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const mentioned = (userId: string) => sql<boolean>`comment.mentions @> ARRAY[${userId}]`;
