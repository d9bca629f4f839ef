import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import { ask } from "#platform/ask.ts";
import type { Database } from "#platform/database.ts";
import type { Arrivals } from "../../alerts/silence.ts";
import type { VoiceTables } from "../tables.ts";

/** Milliseconds since 1970, both included: what is dated in the future has not come yet. */
interface Span {
  since: number;
  until: number;
}

/** What came at touchpoints (keys), day by day. */
export async function arrivalsAt(
  clickhouse: ClickHouseClient,
  workspaceId: string,
  { touchpoints, kind, since, until }: Span & { touchpoints: readonly string[]; kind: "answer" | "contact" },
): Promise<Map<string, Arrivals[]>> {
  const rows = await ask<Arrivals & { id: string }>(
    clickhouse,
    `SELECT touchpoint_key AS id, count() AS n, toUnixTimestamp64Milli(min(occurred_at)) AS first,
       toUnixTimestamp64Milli(max(occurred_at)) AS last
     FROM event
     WHERE workspace_id = {workspaceId:UUID} AND touchpoint_key IN {touchpoints:Array(String)} AND kind = {kind:String}
       AND occurred_at BETWEEN fromUnixTimestamp64Milli({since:Int64}) AND fromUnixTimestamp64Milli({until:Int64})
     GROUP BY id, toDate(occurred_at, 'UTC')
     ORDER BY last`,
    { workspaceId, touchpoints, kind, since, until },
  );
  return Map.groupBy(rows, ({ id }) => id);
}

/** The complete answers to surveys, day by day; suspicious ones are none. */
export async function arrivalsOf(
  db: Kysely<Database>,
  surveyIds: readonly string[],
  { since, until }: Span,
): Promise<Map<string, Arrivals[]>> {
  const rows = await db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .select(["survey_id as id", ({ fn }) => fn.countAll<number>().as("n")])
    .select([sql<Date>`min(answered_at)`.as("first"), sql<Date>`max(answered_at)`.as("last")])
    .where(sql<boolean>`survey_id = any(${surveyIds}::uuid[])`)
    .where("is_partial", "=", false)
    .where("is_apart", "=", false)
    // Nothing is received before it is answered, and that has an index.
    .where("received_at", ">=", new Date(since))
    .where("answered_at", ">=", new Date(since))
    .where("answered_at", "<=", new Date(until))
    .groupBy(["survey_id", sql`(answered_at AT TIME ZONE 'UTC')::date`])
    .orderBy("last")
    .execute();
  const arrivals = rows.map((row) => ({ ...row, first: row.first.getTime(), last: row.last.getTime() }));
  return Map.groupBy(arrivals, ({ id }) => id);
}
