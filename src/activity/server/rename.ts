import type { ClickHouseClient } from "@clickhouse/client";

/** Calls properties of a workspace's events, and the values they hold, by other names; returns when all do. */
export async function renameProperties(
  clickhouse: ClickHouseClient,
  { workspaceId, names }: { workspaceId: string; names: ReadonlyMap<string, string> },
): Promise<void> {
  await clickhouse.command({
    query: `ALTER TABLE event
      UPDATE properties = mapApply((name, value) ->
        (transform(name, {from:Array(String)}, {to:Array(String)}, name), transform(value, {from:Array(String)}, {to:Array(String)}, value)),
        properties)
      WHERE workspace_id = {workspaceId:UUID}`,
    query_params: { workspaceId, from: [...names.keys()], to: [...names.values()] },
    clickhouse_settings: { mutations_sync: "1" },
  });
}
