import type { Kysely, Selectable } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { listMembers, namesOf, roleIn } from "#workspace/index.ts";
import { may } from "#workspace/rules.ts";
import type * as api from "../api/comments.ts";
import type { Thread } from "../api/comments.ts";
import { readDocument } from "../document.ts";
import { keptLimits } from "../limits.ts";
import { nameOfSubject } from "../subject.ts";
import { announce } from "./announce.ts";
import type { JourneyEditor } from "./editor.ts";
import { storable } from "./projection.ts";
import type { TalkTables } from "./talk-tables.ts";

export interface CommentDeps {
  db: Kysely<Database>;
  editor: JourneyEditor;
  newId: () => string;
  now: () => Date;
  processId: string;
}

/** Who does something on which journey. */
export interface Deed {
  journeyId: string;
  workspaceId: string;
  userId: string;
}

type Words = RouteBody<typeof api.answerThread>;
type CommentRow = Selectable<TalkTables["journey_comment"]>;

/** A first comment that was deleted shows nothing but its place. */
const nobody = { authorId: "", authorName: "" };

/** The threads of a journey, the oldest first, or that one of them. */
export async function listThreads(db: Kysely<Database>, journeyId: string, threadId?: string): Promise<Thread[]> {
  const rows = await db
    .withTables<TalkTables>()
    .selectFrom("journey_comment")
    .selectAll()
    .where("journey_id", "=", journeyId)
    .$if(threadId !== undefined, (query) => query.where("thread_id", "=", threadId ?? ""))
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  const names = await namesOf(
    db,
    rows.flatMap(({ author_id: author, resolved_by: resolver }) => [author, ...(resolver === null ? [] : [resolver])]),
  );
  const threads = Map.groupBy(rows, (row) => row.thread_id);
  return [...threads.values()].map((comments) => presentThread(comments, names));
}

/** @throws AppError `not_found` when what it is about is not on the map; `invalid_input` for a mention of a stranger */
export async function startThread(
  deps: CommentDeps,
  deed: Deed,
  { subject, ...words }: Words & { subject: string },
): Promise<Thread> {
  const { touchpoints } = await getLibrary(deps.db, deed.workspaceId);
  const subjectName = await deps.editor.edit(deed.journeyId, null, (doc) =>
    nameOfSubject(readDocument(doc), subject, (id) => touchpoints.find((one) => one.id === id)?.name ?? ""),
  );
  if (subjectName === null) throw new AppError("not_found", "What this comment is about is not on the map.");
  const id = deps.newId();
  await insertComment(deps, deed, words, { id, threadId: id, subject, subjectName });
  return getThread(deps.db, deed.journeyId, id);
}

/** @throws AppError `not_found`; `invalid_input` for a mention of a stranger */
export async function answerThread(
  deps: CommentDeps,
  deed: Deed,
  { threadId, ...words }: Words & { threadId: string },
): Promise<Thread> {
  const { subject, subjectName } = await getThread(deps.db, deed.journeyId, threadId);
  await insertComment(deps, deed, words, { id: deps.newId(), threadId, subject, subjectName });
  return getThread(deps.db, deed.journeyId, threadId);
}

/** @throws AppError `not_found` */
export async function resolveThread(
  deps: CommentDeps,
  { journeyId, userId }: Deed,
  { threadId, isResolved }: { threadId: string; isResolved: boolean },
): Promise<Thread> {
  const { now, processId } = deps;
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .withTables<TalkTables>()
      .updateTable("journey_comment")
      .set({ resolved_at: isResolved ? now() : null, resolved_by: isResolved ? userId : null })
      .where("journey_id", "=", journeyId)
      .where("id", "=", threadId)
      .execute();
    await announce(transaction, { journeyId, from: processId, changed: "comments" });
  });
  return getThread(deps.db, journeyId, threadId);
}

/** @throws AppError `not_found`; `not_allowed` when it is somebody else's; `invalid_input` for a mention of a stranger */
export async function editComment(
  deps: CommentDeps,
  deed: Deed,
  { commentId, text, mentions }: Words & { commentId: string },
): Promise<Thread> {
  const comment = await getComment(deps.db, deed.journeyId, commentId);
  if (comment.author_id !== deed.userId) throw notYours();
  await refuseStrangers(deps.db, deed.workspaceId, mentions);
  await deps.db.transaction().execute(async (transaction) => {
    await transaction
      .withTables<TalkTables>()
      .updateTable("journey_comment")
      .set({ text: storable(text), mentions: [...new Set(mentions)], edited_at: deps.now() })
      .where("id", "=", commentId)
      .where("deleted_at", "is", null)
      .execute();
    await announce(transaction, { journeyId: deed.journeyId, from: deps.processId, changed: "comments" });
  });
  return getThread(deps.db, deed.journeyId, comment.thread_id);
}

/**
 * Deletes a comment; a first one that has answers leaves its place, and goes with the last of them.
 * @throws AppError `not_found`; `not_allowed` when it is somebody else's and one is not an editor
 */
export async function deleteComment(deps: CommentDeps, deed: Deed, commentId: string): Promise<void> {
  const { db, now, processId } = deps;
  const comment = await getComment(db, deed.journeyId, commentId);
  const role = await roleIn(db, deed.userId, deed.workspaceId);
  if (comment.author_id !== deed.userId && (role === null || !may(role, "journey:edit"))) throw notYours();
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<TalkTables>();
    await tables
      .updateTable("journey_comment")
      .set({ deleted_at: now(), text: "", mentions: [] })
      .where("id", "=", commentId)
      .execute();
    const living = await tables
      .selectFrom("journey_comment")
      .select("id")
      .where("thread_id", "=", comment.thread_id)
      .where("deleted_at", "is", null)
      .limit(1)
      .executeTakeFirst();
    await tables
      .deleteFrom("journey_comment")
      .where("thread_id", "=", comment.thread_id)
      .$if(living !== undefined, (query) => query.where("id", "=", commentId).whereRef("id", "<>", "thread_id"))
      .execute();
    await announce(transaction, { journeyId: deed.journeyId, from: processId, changed: "comments" });
  });
}

async function insertComment(
  { db, now, processId }: CommentDeps,
  { journeyId, workspaceId, userId }: Deed,
  { text, mentions }: Words,
  place: { id: string; threadId: string; subject: string; subjectName: string },
): Promise<void> {
  await refuseStrangers(db, workspaceId, mentions);
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<TalkTables>();
    const { count } = await tables
      .selectFrom("journey_comment")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("journey_id", "=", journeyId)
      .executeTakeFirstOrThrow();
    if (count >= keptLimits.comments) {
      throw new AppError("limit_reached", `A journey holds ${keptLimits.comments} comments at most.`, {
        remedy: "Delete comments that are resolved.",
      });
    }
    await tables
      .insertInto("journey_comment")
      .values({
        id: place.id,
        journey_id: journeyId,
        thread_id: place.threadId,
        subject: place.subject,
        subject_name: storable(place.subjectName),
        author_id: userId,
        text: storable(text),
        mentions: [...new Set(mentions)],
        created_at: now(),
        edited_at: null,
        deleted_at: null,
        resolved_at: null,
        resolved_by: null,
      })
      .execute();
    // Who answers has something to say still.
    await tables
      .updateTable("journey_comment")
      .set({ resolved_at: null, resolved_by: null })
      .where("id", "=", place.threadId)
      .execute();
    await announce(transaction, { journeyId, from: processId, changed: "comments" });
  });
}

/** Nobody learns by a mention whether somebody has an account here: a stranger is refused like an id that was made up. */
async function refuseStrangers(db: Kysely<Database>, workspaceId: string, mentions: readonly string[]): Promise<void> {
  if (mentions.length === 0) return;
  const members = new Set((await listMembers(db, workspaceId)).map((member) => member.userId));
  const strangers = mentions.flatMap((id, index) => (members.has(id) ? [] : [index]));
  if (strangers.length === 0) return;
  throw new AppError("invalid_input", "Only members of the workspace can be mentioned.", {
    issues: strangers.map((index) => ({ path: `mentions.${index}`, code: "stranger", message: "Not a member." })),
  });
}

async function getComment(db: Kysely<Database>, journeyId: string, id: string): Promise<CommentRow> {
  const row = await db
    .withTables<TalkTables>()
    .selectFrom("journey_comment")
    .selectAll()
    .where("journey_id", "=", journeyId)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such comment.");
  return row;
}

async function getThread(db: Kysely<Database>, journeyId: string, id: string): Promise<Thread> {
  const [found] = await listThreads(db, journeyId, id);
  if (found === undefined) throw new AppError("not_found", "There is no such comment.");
  return found;
}

function presentThread(rows: readonly CommentRow[], names: ReadonlyMap<string, string>): Thread {
  const [first] = rows;
  if (first === undefined) throw new RangeError("a thread without a comment");
  const nameOf = (userId: string) => names.get(userId) ?? "";
  return {
    id: first.thread_id,
    subject: first.subject,
    subjectName: first.subject_name,
    resolvedAt: first.resolved_at?.toISOString() ?? null,
    resolvedBy: first.resolved_by === null ? null : nameOf(first.resolved_by),
    comments: rows.map((row) => ({
      id: row.id,
      ...(row.deleted_at === null ? { authorId: row.author_id, authorName: nameOf(row.author_id) } : nobody),
      text: row.text,
      mentions: row.mentions,
      createdAt: row.created_at.toISOString(),
      editedAt: row.edited_at?.toISOString() ?? null,
      isDeleted: row.deleted_at !== null,
    })),
  };
}

function notYours(): AppError {
  return new AppError("not_allowed", "This comment is somebody else's.", { remedy: "Answer it instead." });
}
