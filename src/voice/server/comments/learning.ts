import type { ClickHouseClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Training } from "../../comments/model.ts";
import { isWorthTraining, mostPairs, type PairCounts, refusalOf } from "../../comments/training.ts";
import type { Language } from "../../text/language.ts";
import { leaningEnds } from "../../text/lean.ts";
import type { Pair } from "../../text/polarity.ts";
import { changeBook, openReader } from "./book.ts";
import { givenWhere } from "./given.ts";
import type { ReadingDeps } from "./readings.ts";
import type { CommentTables } from "./tables.ts";

export interface LearningDeps extends ReadingDeps {
  now: () => Date;
}

/**
 * Learns from a workspace's pairs of score and comment where there is enough new to learn from, or something it learnt from is
 * gone; answers whether comments are read otherwise from here on.
 */
export async function learnWhereDue(deps: LearningDeps, workspaceId: string): Promise<boolean> {
  const { db, clickhouse, thread, now } = deps;
  const { training: last, mustTrain } = await openReader(db, workspaceId);
  const counts = await countPairs(clickhouse, workspaceId);
  if (!mustTrain && !isWorthTraining(counts, last)) return false;

  const refusal = refusalOf(counts);
  const { model, recall } =
    refusal === null
      ? await thread.run("learn", await loadPairs(clickhouse, workspaceId))
      : { model: null, recall: null };
  const training = { at: now().toISOString(), ...counts, refusal, recall } satisfies Training;
  if (refusal !== null && (last === null || last.refusal !== null)) {
    await noteRefusal(db, workspaceId, training);
    return false;
  }
  await changeBook(db, workspaceId, { model, training });
  return true;
}

/** The lexicon goes on reading alone: nothing is read otherwise. */
async function noteRefusal(db: Kysely<Database>, workspaceId: string, training: Training): Promise<void> {
  await db
    .withTables<CommentTables>()
    .updateTable("comment_reader")
    .set({ training: JSON.stringify(training), must_train: false })
    .where("workspace_id", "=", workspaceId)
    .execute();
}

const metrics = Object.entries(leaningEnds);
const leans = (end: (ends: readonly [number, number]) => string) =>
  metrics.map(([metric, ends]) => `(metric = '${metric}' AND score ${end(ends)})`).join(" OR ");

/** What a comment teaches: what a person says it means, else what its score says; 0 is nothing. */
const side = `multiIf(
  has(corrected, 'polarity'), transform(polarity, ['positive', 'negative'], [1, -1], 0),
  ${leans(([, positive]) => `>= ${positive}`)}, 1,
  ${leans(([negative]) => `<= ${negative}`)}, -1,
  0)`;
const pairs = `FROM ${givenWhere("workspace_id = {workspaceId:UUID}")} AS given INNER JOIN (
    SELECT event_id, polarity, language, corrected FROM comment_reading FINAL WHERE workspace_id = {workspaceId:UUID}
  ) AS reading USING (event_id)`;

async function countPairs(clickhouse: ClickHouseClient, workspaceId: string): Promise<PairCounts> {
  const result = await clickhouse.query({
    query: `SELECT toUInt32(countIf(${side} = 1)) AS positive, toUInt32(countIf(${side} = -1)) AS negative ${pairs}`,
    query_params: { workspaceId },
    format: "JSONEachRow",
  });
  const [counts] = await result.json<PairCounts>();
  return counts ?? { positive: 0, negative: 0 };
}

/** Corrected ones first, then the newest. */
async function loadPairs(clickhouse: ClickHouseClient, workspaceId: string): Promise<Pair[]> {
  const result = await clickhouse.query({
    query: `SELECT comment, ${side} AS side, language ${pairs} WHERE side != 0
      ORDER BY has(corrected, 'polarity') DESC, occurred_at DESC, event_id LIMIT {most:UInt32}`,
    query_params: { workspaceId, most: mostPairs },
    format: "JSONEachRow",
  });
  const rows = await result.json<{ comment: string; side: number; language: Language | "unknown" }>();
  return rows.map(({ comment, side: taught, language }) => ({
    comment,
    positive: taught === 1,
    ...(language === "unknown" ? {} : { form: language }),
  }));
}
