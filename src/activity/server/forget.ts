import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { inTurn } from "./lock.ts";

/** Deletes events of a touchpoint, those on their way into the store too; done again, it ends the same. */
export async function forgetEvents(
  { db, clickhouse }: { db: Kysely<Database>; clickhouse: ClickHouseClient },
  { workspaceId, touchpoint, ids }: { workspaceId: string; touchpoint: string; ids: readonly string[] },
): Promise<void> {
  const forget = async () => {
    await sql`DELETE FROM event_inbox WHERE id = any(${ids}::uuid[])`.execute(db);
    await clickhouse.command({
      query: `DELETE FROM event
        WHERE workspace_id = {workspaceId:UUID} AND touchpoint_key = {touchpoint:String} AND event_id IN {ids:Array(UUID)}`,
      query_params: { workspaceId, touchpoint, ids },
    });
  };
  // Nobody moves them from the inbox into the store meanwhile.
  await inTurn(db, "people of", workspaceId, forget, async () => undefined);
}
