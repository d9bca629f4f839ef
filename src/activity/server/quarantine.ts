import type { ClickHouseClient } from "@clickhouse/client";
import type { QuarantineCode, QuarantinedRow } from "../model.ts";

interface Scope {
  workspaceId: string;
  importId: string;
}

const ours = "workspace_id = {workspaceId:UUID} AND import_id = {importId:UUID}";

export async function addToQuarantine(
  clickhouse: ClickHouseClient,
  { workspaceId, importId }: Scope,
  rows: readonly QuarantinedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await clickhouse.insert({
    table: "quarantine",
    format: "JSONEachRow",
    values: rows.map((row) => ({ workspace_id: workspaceId, import_id: importId, ...row })),
  });
}

/** Deleting rewrites parts of the table, so it is only done when there is something to delete. */
export async function emptyQuarantine(clickhouse: ClickHouseClient, scope: Scope): Promise<void> {
  if ((await countQuarantine(clickhouse, scope)).length === 0) return;
  await clickhouse.command({ query: `DELETE FROM quarantine WHERE ${ours}`, query_params: { ...scope } });
}

/** Rows in the order of files and lines. */
export async function readQuarantine(
  clickhouse: ClickHouseClient,
  scope: Scope,
  { offset, limit }: { offset: number; limit: number },
): Promise<QuarantinedRow[]> {
  const result = await clickhouse.query({
    query: `SELECT file, toUInt32(line) AS line, code, detail, raw FROM quarantine WHERE ${ours} ORDER BY file, quarantine.line LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
    query_params: { ...scope, offset, limit },
    format: "JSONEachRow",
  });
  return result.json<QuarantinedRow>();
}

export async function countQuarantine(
  clickhouse: ClickHouseClient,
  scope: Scope,
): Promise<{ code: QuarantineCode; rows: number }[]> {
  const result = await clickhouse.query({
    query: `SELECT code, toUInt32(count()) AS rows FROM quarantine WHERE ${ours} GROUP BY code ORDER BY rows DESC, code`,
    query_params: { ...scope },
    format: "JSONEachRow",
  });
  return result.json<{ code: QuarantineCode; rows: number }>();
}

/** The lines of each file that are in quarantine. */
export async function quarantinedLines(clickhouse: ClickHouseClient, scope: Scope): Promise<Map<string, Set<number>>> {
  const result = await clickhouse.query({
    query: `SELECT file, groupArray(toUInt32(line)) AS lines FROM quarantine WHERE ${ours} GROUP BY file`,
    query_params: { ...scope },
    format: "JSONEachRow",
  });
  const files = await result.json<{ file: string; lines: number[] }>();
  return new Map(files.map(({ file, lines }) => [file, new Set(lines)]));
}
