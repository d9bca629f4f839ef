import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import { ask } from "#platform/ask.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { pageOf, readCursor } from "#platform/http/cursor.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { listComments } from "../../api/comments.ts";
import {
  type CommentCounts,
  type CommentFilter,
  type CommentReaderState,
  CommentReading,
  commentSources,
  type CommentThemes,
  type Correction,
  type ReadComment,
  type Topic,
  type TopicPreview,
} from "../../comments/model.ts";
import { coreVersion } from "../../comments/rules.ts";
import type { Asked } from "../../model.ts";
import type { ImportedSource } from "../../reviews/model.ts";
import { topicRules } from "../../text/topic-rules.ts";
import { commentsOf, scopeOf } from "./filter.ts";
import { givenWhere } from "./given.ts";
import type { VoiceTables } from "../tables.ts";
import type { CommentTables } from "./tables.ts";
import type { CommentThread } from "./thread.ts";

export interface CommentQueryDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  thread: CommentThread;
}

interface Row {
  eventId: string;
  at: number;
  touchpoint: string;
  metric: Asked | "";
  score: number;
  comment: string;
  source: ImportedSource | "";
  reading: string;
}
const rowColumns = `event_id AS eventId, toUnixTimestamp64Milli(occurred_at) AS at, touchpoint_key AS touchpoint, metric, score,
  comment, source, reading`;

/** The comments of a filter, the latest first. @throws AppError `invalid_input` */
export async function commentsPage(
  deps: CommentQueryDeps,
  workspaceId: string,
  { cursor, limit, ...filter }: RouteQuery<typeof listComments>,
): Promise<RouteResponse<typeof listComments>> {
  const scope = await scopeIn(deps, workspaceId, filter);
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await ask<Row>(
    deps.clickhouse,
    `${commentsOf(scope, rowColumns)}
     ${after === null ? "" : "WHERE (occurred_at, event_id) < (fromUnixTimestamp64Milli({afterAt:Int64}, 'UTC'), {afterId:UUID})"}
     ORDER BY occurred_at DESC, event_id DESC LIMIT {rows:UInt32}`,
    { ...scope.params, rows: limit + 1, afterAt: after?.[0], afterId: after?.[1] },
  );
  const { page, next } = pageOf(rows, limit, ({ at, eventId }) => [at, eventId]);
  return { comments: await present(deps.db, workspaceId, page), next };
}

/** One comment as it is read now. @throws AppError `not_found` when there is none, or it is not read yet */
export async function commentOf(deps: CommentQueryDeps, workspaceId: string, eventId: string): Promise<ReadComment> {
  const scope = await scopeIn(deps, workspaceId, {});
  const rows = await ask<Row>(
    deps.clickhouse,
    commentsOf({ ...scope, readings: `${scope.readings} AND event_id = {eventId:UUID}` }, rowColumns),
    { ...scope.params, eventId },
  );
  const [comment] = await present(deps.db, workspaceId, rows);
  if (comment === undefined) throw new AppError("not_found", "There is no such comment.");
  return comment;
}

async function present(db: Kysely<Database>, workspaceId: string, rows: readonly Row[]): Promise<ReadComment[]> {
  const ids = sql<string>`any(${rows.map(({ eventId }) => eventId)}::uuid[])`;
  const tables = db.withTables<CommentTables & VoiceTables>();
  const [corrections, responses] = await Promise.all([
    tables
      .selectFrom("comment_correction")
      .select(["event_id", "polarity", "topics"])
      .where("workspace_id", "=", workspaceId)
      .where("event_id", "=", ids)
      .execute(),
    tables.selectFrom("response").select("id").where("workspace_id", "=", workspaceId).where("id", "=", ids).execute(),
  ]);
  const given = new Set(responses.map(({ id }) => id));
  const correctionOf = new Map<string, Correction>(
    corrections.map(({ event_id, polarity, topics }) => [event_id, { polarity, topics }]),
  );
  return rows.map(({ at, metric, score, source, reading, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    metric: metric === "" ? null : metric,
    score: metric === "" ? null : score,
    source: source || "surveys",
    isResponse: given.has(row.eventId),
    reading: CommentReading.parse(JSON.parse(reading)),
    correction: correctionOf.get(row.eventId) ?? null,
  }));
}

/** How many comments of a filter say what. @throws AppError `invalid_input` */
export async function countsOf(
  deps: CommentQueryDeps,
  workspaceId: string,
  filter: CommentFilter,
): Promise<CommentCounts> {
  const { topic, polarity, ...rest } = filter;
  const { timeZone } = await getWorkspace(deps.db, workspaceId);
  const scope = scopeOf(workspaceId, timeZone, rest);
  const wanted = [
    topic === undefined ? "1" : "has(topics, {topic:String})",
    polarity === undefined ? "1" : "polarity = {polarity:String}",
  ].join(" AND ");
  const [counts, topics, days] = await Promise.all([
    ask<Record<string, number>>(
      deps.clickhouse,
      commentsOf(
        scope,
        `countIf(${wanted}) AS matching, ${byPolarity}, countIf(has(signals, 'urgency')) AS urgency,
        countIf(has(signals, 'churn')) AS churn, countIf(disagreement = 'highScoreUnhappyWords') AS highScoreUnhappyWords,
        countIf(disagreement = 'lowScoreHappyWords') AS lowScoreHappyWords, countIf(language = 'fr') AS fr,
        countIf(language = 'en') AS en, countIf(language = 'unknown') AS unknown, ${bySource}`,
      ),
      { ...scope.params, topic, polarity },
    ),
    ask<{ id: string; positive: number; unsure: number; negative: number }>(
      deps.clickhouse,
      `${commentsOf(scope, `arrayJoin(topics) AS id, ${byPolarity}`)} GROUP BY id ORDER BY count() DESC, id`,
      scope.params,
    ),
    ask<{ firstDay: string; lastDay: string; n: number }>(
      deps.clickhouse,
      `SELECT toDate(min(occurred_at), {timeZone:String}) AS firstDay, toDate(max(occurred_at), {timeZone:String}) AS lastDay,
         count() AS n FROM ${givenWhere("workspace_id = {workspaceId:UUID}")}`,
      { workspaceId, timeZone },
    ),
  ]);
  const n = (name: string) => counts[0]?.[name] ?? 0;
  const [span] = days;
  return {
    matching: n("matching"),
    all: { positive: n("positive"), unsure: n("unsure"), negative: n("negative") },
    topics,
    signals: { urgency: n("urgency"), churn: n("churn") },
    disagreements: {
      highScoreUnhappyWords: n("highScoreUnhappyWords"),
      lowScoreHappyWords: n("lowScoreHappyWords"),
    },
    languages: { fr: n("fr"), en: n("en"), unknown: n("unknown") },
    sources: Object.fromEntries(commentSources.map((source) => [source, n(source)])) as CommentCounts["sources"],
    firstDay: span === undefined || span.n === 0 ? null : span.firstDay,
    lastDay: span === undefined || span.n === 0 ? null : span.lastDay,
  };
}

const byPolarity = (["positive", "unsure", "negative"] as const)
  .map((label) => `countIf(polarity = '${label}') AS ${label}`)
  .join(", ");

const bySource = commentSources
  .map((source) => `countIf(source = '${source === "surveys" ? "" : source}') AS ${source}`)
  .join(", ");

/** Comments of each side that themes are made of. */
const mostCompared = 4_000;
const mostThemes = 20;

/** What unhappy comments of a filter say more than happy ones, and the other way round. @throws AppError `invalid_input` */
export async function themesOf(
  deps: CommentQueryDeps,
  workspaceId: string,
  { polarity: _both, ...filter }: CommentFilter,
): Promise<CommentThemes> {
  const scope = await scopeIn(deps, workspaceId, filter);
  const rows = await ask<{ comment: string; polarity: string }>(
    deps.clickhouse,
    `${commentsOf(scope, "comment, polarity")} WHERE polarity != 'unsure'
     ORDER BY occurred_at DESC, event_id LIMIT {most:UInt32} BY polarity`,
    { ...scope.params, most: mostCompared },
  );
  const positive = rows.filter((row) => row.polarity === "positive").map(({ comment }) => comment);
  const negative = rows.filter((row) => row.polarity === "negative").map(({ comment }) => comment);
  const found = await deps.thread.run("themes", { positive, negative });
  return {
    positive: found
      .filter(({ z }) => z > 0)
      .slice(0, mostThemes)
      .map(({ shown, inA, inB, z }) => ({ shown, inSide: inA, inOther: inB, z })),
    negative: found
      .filter(({ z }) => z < 0)
      .slice(0, mostThemes)
      .map(({ shown, inA, inB, z }) => ({ shown, inSide: inB, inOther: inA, z: -z })),
    compared: { positive: positive.length, negative: negative.length },
  };
}

/** What comments are read with. */
export async function readerState(
  { db }: Pick<CommentQueryDeps, "db">,
  workspaceId: string,
): Promise<CommentReaderState> {
  const row = await db
    .withTables<CommentTables>()
    .selectFrom("comment_reader")
    .select(["version", "core", "topics", "training", "read_until"])
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return {
    version: row?.version ?? 0,
    topics: row?.topics ?? [...topicRules],
    isReady: (row?.topics ?? null) === null,
    training: row?.training ?? null,
    isReading: row !== undefined && (row.read_until === null || row.core !== coreVersion),
  };
}

/** Comments that a topic is tried on, and of those shown. */
const tried = 5_000;
const mostSamples = 12;

/** What a topic would find in the newest comments. @throws AppError `invalid_input` for a pattern that cannot be looked up */
export async function topicPreview(deps: CommentQueryDeps, workspaceId: string, topic: Topic): Promise<TopicPreview> {
  const rows = await ask<{ comment: string }>(
    deps.clickhouse,
    `SELECT comment FROM ${givenWhere("workspace_id = {workspaceId:UUID}")}
     ORDER BY occurred_at DESC, event_id LIMIT {tried:UInt32}`,
    { workspaceId, tried },
  );
  const comments = rows.map(({ comment }) => comment);
  const found = await deps.thread.run("topics", { rules: [topic], comments });
  const hits = comments.flatMap((comment, at) => {
    const [hit] = found[at] ?? [];
    return hit === undefined ? [] : [{ comment, spans: hit.spans }];
  });
  return { of: comments.length, n: hits.length, samples: hits.slice(0, mostSamples) };
}

async function scopeIn({ db }: CommentQueryDeps, workspaceId: string, filter: CommentFilter) {
  const { timeZone } = await getWorkspace(db, workspaceId);
  return scopeOf(workspaceId, timeZone, filter);
}
