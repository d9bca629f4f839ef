import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { CommentReading } from "../../comments/model.ts";
import type { Asked } from "../../model.ts";
import type { VoiceTables } from "../tables.ts";
import { loadBook, openReader } from "./book.ts";
import { givenWhere } from "./given.ts";
import type { CommentTables } from "./tables.ts";
import type { CommentThread } from "./thread.ts";

export interface ReadingDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  thread: CommentThread;
}

interface UnreadComment {
  eventId: string;
  receivedAt: string;
  comment: string;
  metric: Asked | "";
  score: number;
  /** As the source of a review says it. */
  writtenIn: string;
}

/** Comments read and stored at once. */
const batch = 2_000;
/** An event may come to sight so long (milliseconds) after the time that it says it was received at: an import is large. */
export const overlap = 15 * 60_000;

/**
 * Reads every comment of a workspace that the present version has not read, and answers how many. What is read is stored by
 * and by: interrupted, the next time goes on from there.
 */
export async function readUnread(deps: ReadingDeps, workspaceId: string, signal: AbortSignal): Promise<number> {
  const { db, clickhouse } = deps;
  const { version, readUntil } = await openReader(db, workspaceId);
  const book = await loadBook(db, workspaceId);
  const corrections = await correctionsOf(db, workspaceId);
  const startedAt = await clock(clickhouse);
  let count = 0;
  for await (const comments of unread(clickhouse, { workspaceId, version, readUntil })) {
    if (signal.aborted) return count;
    const languages = await languagesOf(db, comments);
    const readings = await deps.thread.run("read", {
      book,
      comments: comments.map(({ eventId, comment, metric, score, writtenIn }) => ({
        comment,
        language: languages.get(eventId) ?? (writtenIn || null),
        metric: metric === "" ? null : metric,
        score,
      })),
    });
    await clickhouse.insert({
      table: "comment_reading",
      format: "JSONEachRow",
      values: comments.flatMap(({ eventId, receivedAt }, at) => {
        const reading = readings[at];
        if (reading === undefined) return [];
        const place = { workspace_id: workspaceId, event_id: eventId, version, received_at: receivedAt };
        return [{ ...place, ...readingRow(reading, corrections.get(eventId)) }];
      }),
    });
    count += comments.length;
  }
  // Not when somebody has changed how comments are read: then all of them are unread again.
  await db
    .withTables<CommentTables>()
    .updateTable("comment_reader")
    .set({ read_until: startedAt })
    .where("workspace_id", "=", workspaceId)
    .where("version", "=", version)
    .execute();
  return count;
}

/** A correction as it is laid over what the machine reads. */
export type Correction = Pick<CommentTables["comment_correction"], "polarity" | "topics">;

/** What the store keeps of a reading, as it is filtered and counted by. */
export function readingRow(reading: CommentReading, correction: Correction | undefined) {
  const polarity = correction?.polarity ?? null;
  const topics = correction?.topics ?? null;
  return {
    language: reading.language,
    polarity: polarity ?? reading.polarity.label,
    topics: topics ?? reading.topics.map(({ id }) => id),
    signals: [...new Set(reading.signals.map(({ kind }) => kind))],
    disagreement: reading.disagreement ?? "",
    corrected: [...(polarity === null ? [] : ["polarity"]), ...(topics === null ? [] : ["topics"])],
    reading: JSON.stringify(reading),
  };
}

async function* unread(
  clickhouse: ClickHouseClient,
  { workspaceId, version, readUntil }: { workspaceId: string; version: number; readUntil: Date | null },
): AsyncGenerator<UnreadComment[]> {
  const result = await clickhouse.query({
    query: `SELECT event_id AS eventId, received_at AS receivedAt, comment, metric, score, written_in AS writtenIn
      FROM ${givenWhere("workspace_id = {workspaceId:UUID} AND received_at >= {since:DateTime64(3, 'UTC')}")}
      WHERE event_id NOT IN (
        SELECT event_id FROM comment_reading
        WHERE workspace_id = {workspaceId:UUID} AND version >= {version:UInt32}
          AND received_at >= {since:DateTime64(3, 'UTC')})`,
    query_params: { workspaceId, version, since: new Date(Math.max(0, Number(readUntil) - overlap)) },
    format: "JSONEachRow",
  });
  let comments: UnreadComment[] = [];
  for await (const rows of result.stream<UnreadComment>()) {
    comments.push(...rows.map((row) => row.json()));
    for (; comments.length >= batch; comments = comments.slice(batch)) yield comments.slice(0, batch);
  }
  if (comments.length > 0) yield comments;
}

/** The languages that survey answers were asked in; of other comments nobody knows. */
async function languagesOf(db: Kysely<Database>, comments: readonly UnreadComment[]): Promise<Map<string, string>> {
  const rows = await db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .select(["id", "language"])
    .where("id", "=", sql<string>`any(${comments.map(({ eventId }) => eventId)}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, language }) => [id, language]));
}

async function correctionsOf(db: Kysely<Database>, workspaceId: string): Promise<Map<string, Correction>> {
  const rows = await db
    .withTables<CommentTables>()
    .selectFrom("comment_correction")
    .select(["event_id", "polarity", "topics"])
    .where("workspace_id", "=", workspaceId)
    .execute();
  return new Map(rows.map(({ event_id, ...correction }) => [event_id, correction]));
}

/** The time by the store's own clock, which events are received by. */
async function clock(clickhouse: ClickHouseClient): Promise<Date> {
  const result = await clickhouse.query({
    query: "SELECT toUnixTimestamp64Milli(now64(3)) AS now",
    format: "JSONEachRow",
  });
  const [row] = await result.json<{ now: string }>();
  return new Date(Number(row?.now));
}
