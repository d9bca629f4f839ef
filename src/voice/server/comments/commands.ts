import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import type { setTopics } from "../../api/comments.ts";
import type { CommentReaderState, Correction, ReadComment, Topic } from "../../comments/model.ts";
import { fewestCorrections } from "../../comments/training.ts";
import { topicBook } from "../../text/topics.ts";
import { changeBook } from "./book.ts";
import { type CommentQueryDeps, commentOf, readerState } from "./queries.ts";
import { readingRow } from "./readings.ts";
import type { CommentTables } from "./tables.ts";

interface Place {
  workspaceId: string;
  eventId: string;
  userId: string | null;
}

/**
 * Lays what a person says over what the machine reads, at once; some corrections later the model learns from them.
 * @throws AppError `not_found`, `invalid_input` for a topic that there is not
 */
export async function correctComment(
  deps: CommentQueryDeps,
  { workspaceId, eventId, userId }: Place,
  { polarity, topics }: Correction,
): Promise<ReadComment> {
  const { db, clickhouse } = deps;
  const comment = await commentOf(deps, workspaceId, eventId);
  const state = await readerState(deps, workspaceId);
  const known = new Set(state.topics.map(({ id }) => id));
  const strange = topics?.find((id) => !known.has(id));
  if (strange !== undefined) throw new AppError("invalid_input", `There is no topic «${strange}».`);

  const tables = db.withTables<CommentTables>();
  if (polarity === null && topics === null) {
    await tables
      .deleteFrom("comment_correction")
      .where("workspace_id", "=", workspaceId)
      .where("event_id", "=", eventId)
      .execute();
  } else {
    const row = { polarity, topics, corrected_by: userId, corrected_at: new Date() };
    await tables
      .insertInto("comment_correction")
      .values({ workspace_id: workspaceId, event_id: eventId, ...row })
      .onConflict((conflict) => conflict.columns(["workspace_id", "event_id"]).doUpdateSet(row))
      .execute();
  }
  // The reading that stands is written once more: of two of one version the later one counts.
  await clickhouse.command({
    query: `INSERT INTO comment_reading SELECT * REPLACE (
        {polarity:String} AS polarity, {topics:Array(String)} AS topics, {corrected:Array(String)} AS corrected
      ) FROM comment_reading FINAL WHERE workspace_id = {workspaceId:UUID} AND event_id = {eventId:UUID}`,
    query_params: { workspaceId, eventId, ...readingRow(comment.reading, { polarity, topics }) },
  });
  await learnFromCorrections(deps, workspaceId, state.training?.at ?? null);
  return commentOf(deps, workspaceId, eventId);
}

async function learnFromCorrections(
  { db }: CommentQueryDeps,
  workspaceId: string,
  trainedAt: string | null,
): Promise<void> {
  if (trainedAt === null) return;
  const tables = db.withTables<CommentTables>();
  const { n } = await tables
    .selectFrom("comment_correction")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("workspace_id", "=", workspaceId)
    .where("polarity", "is not", null)
    .where("corrected_at", ">", new Date(trainedAt))
    .executeTakeFirstOrThrow();
  if (n < fewestCorrections) return;
  await tables
    .updateTable("comment_reader")
    .set({ must_train: true })
    .where("workspace_id", "=", workspaceId)
    .execute();
}

/**
 * Changes the topics of a workspace: from here on its comments are read again.
 * @throws AppError `conflict` when somebody else has changed how comments are read, `invalid_input`
 */
export async function changeTopics(
  deps: CommentQueryDeps,
  workspaceId: string,
  { topics, version }: RouteBody<typeof setTopics>,
): Promise<CommentReaderState> {
  const state = await readerState(deps, workspaceId);
  if (state.version !== version)
    throw new AppError("conflict", "How comments are read has changed meanwhile.", { remedy: "Look at it again." });
  if (topics !== null) checkTopics(topics);
  await changeBook(deps.db, workspaceId, { topics });
  return readerState(deps, workspaceId);
}

/** @throws AppError `invalid_input` with each pattern that cannot be looked up, and each id that comes twice */
export function checkTopics(topics: readonly Topic[]): void {
  const issues = topics.flatMap((topic, at) => [
    ...(topics.findIndex(({ id }) => id === topic.id) < at
      ? [{ path: `topics.${at}.id`, code: "twice", message: `«${topic.id}» is there twice` }]
      : []),
    ...(["fr", "en"] as const).flatMap((language) =>
      topic[language].patterns
        .filter((pattern) => !canBeLookedUp(topic, pattern))
        .map((pattern) => ({
          path: `topics.${at}.${language}`,
          code: "pattern",
          message: `«${pattern}» cannot be looked up`,
        })),
    ),
  ]);
  if (issues.length > 0) throw new AppError("invalid_input", "The topics cannot be used as they are.", { issues });
}

function canBeLookedUp({ id }: Topic, pattern: string): boolean {
  const words = { name: id, patterns: [pattern] };
  try {
    topicBook([{ id, fr: words, en: words }]);
    return true;
  } catch {
    return false;
  }
}
