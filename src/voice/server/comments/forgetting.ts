import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { givenWhere } from "./given.ts";
import type { CommentTables } from "./tables.ts";

/** Says that events were erased: what was read out of them goes, and what learnt from them learns anew, at the next round. */
export async function forgetComments(db: Kysely<Database>, workspaceId: string): Promise<void> {
  await db
    .withTables<CommentTables>()
    .updateTable("comment_reader")
    .set({ must_train: true })
    .where("workspace_id", "=", workspaceId)
    .execute();
}

const orphans = `workspace_id = {workspaceId:UUID} AND event_id NOT IN (
  SELECT event_id FROM ${givenWhere("workspace_id = {workspaceId:UUID}")})`;

/** Deletes readings and corrections whose event is gone, and answers how many. Killed in between, the rest is found again. */
export async function deleteOrphans(
  { db, clickhouse }: { db: Kysely<Database>; clickhouse: ClickHouseClient },
  workspaceId: string,
): Promise<number> {
  const query_params = { workspaceId };
  const result = await clickhouse.query({
    query: `SELECT event_id FROM comment_reading WHERE ${orphans}`,
    query_params,
    format: "JSONCompactEachRow",
  });
  const ids = (await result.json<[string]>()).map(([id]) => id);
  if (ids.length === 0) return 0;
  await db
    .withTables<CommentTables>()
    .deleteFrom("comment_correction")
    .where("workspace_id", "=", workspaceId)
    .where("event_id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  await clickhouse.command({ query: `DELETE FROM comment_reading WHERE ${orphans}`, query_params });
  return ids.length;
}
