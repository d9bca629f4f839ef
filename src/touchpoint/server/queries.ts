import type { ClickHouseClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Library, Touchpoint } from "../model.ts";
import type { TouchpointTables } from "./tables.ts";

/** Touchpoints, channels and teams of a workspace, each by name. */
export async function getLibrary(db: Kysely<Database>, workspaceId: string): Promise<Library> {
  const tables = db.withTables<TouchpointTables>();
  const [touchpoints, channels, teams] = await Promise.all([
    tables
      .selectFrom("touchpoint")
      .select(["id", "key", "name", "channel_id as channelId", "team_id as teamId", "initiator"])
      .where("workspace_id", "=", workspaceId)
      .orderBy("name")
      .orderBy("key")
      .execute(),
    tables
      .selectFrom("channel")
      .select(["id", "key", "name", "kind"])
      .where("workspace_id", "=", workspaceId)
      .orderBy("name")
      .orderBy("key")
      .execute(),
    tables
      .selectFrom("team")
      .select(["id", "key", "name"])
      .where("workspace_id", "=", workspaceId)
      .orderBy("name")
      .orderBy("key")
      .execute(),
  ]);
  return { touchpoints, channels, teams };
}

/** The touchpoint of that id, null when the workspace has none such. */
export async function findTouchpoint(
  db: Kysely<Database>,
  workspaceId: string,
  id: string,
): Promise<Touchpoint | null> {
  const found = await db
    .withTables<TouchpointTables>()
    .selectFrom("touchpoint")
    .select(["id", "key", "name", "channel_id as channelId", "team_id as teamId", "initiator"])
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return found ?? null;
}

/** How many events are known at a touchpoint. */
export async function countEventsAt(clickhouse: ClickHouseClient, workspaceId: string, key: string): Promise<number> {
  const answer = await clickhouse.query({
    query:
      "SELECT count() AS events FROM event WHERE workspace_id = {workspaceId: UUID} AND touchpoint_key = {key: String}",
    query_params: { workspaceId, key },
    format: "JSONEachRow",
  });
  const [row] = await answer.json<{ events: string }>();
  return Number(row?.events ?? 0);
}
