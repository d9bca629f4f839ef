import { Readable } from "node:stream";
import type { ClickHouseClient } from "@clickhouse/client";
import type { Kysely, Selectable } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Import, QuarantinedRow } from "../model.ts";
import { csvLine, csvReader, withoutFormula } from "../rules/csv.ts";
import type { ActivityDeps } from "./deps.ts";
import { importFiles } from "./files.ts";
import { quarantineColumns } from "./fingerprint.ts";
import { countQuarantine, readQuarantine } from "./quarantine.ts";
import { openFile } from "./reader.ts";
import type { ActivityTables } from "./tables.ts";

export type ImportRow = Selectable<ActivityTables["import"]>;

/** @throws AppError `not_found` when there is none of that id in the workspace. */
export async function importRow(
  db: Kysely<Database>,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<ImportRow> {
  const row = await db
    .withTables<ActivityTables>()
    .selectFrom("import")
    .selectAll()
    .where("id", "=", importId)
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such import.");
  return row;
}

export async function getImport(
  db: Kysely<Database>,
  scope: { workspaceId: string; importId: string },
): Promise<Import> {
  return present(await importRow(db, scope));
}

/** The latest first, a hundred at most. */
export async function listImports(db: Kysely<Database>, workspaceId: string): Promise<Import[]> {
  const rows = await db
    .withTables<ActivityTables>()
    .selectFrom("import")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("created_at", "desc")
    .limit(100)
    .execute();
  return rows.map(present);
}

export function present(row: ImportRow): Import {
  const { progress } = row;
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    status: row.status,
    isDryRun: row.is_dry_run,
    retryOf: row.retry_of,
    name: nameOf(row.mapping),
    files: row.files.map(({ name, bytes }) => ({ name, bytes })),
    mapping: row.mapping,
    progress: {
      rows: progress.rows ?? 0,
      bytes: progress.bytes ?? 0,
      bytesTotal: progress.bytesTotal ?? 0,
      rowsPerSecond: progress.rowsPerSecond ?? 0,
      secondsLeft: progress.secondsLeft ?? null,
    },
    counts: row.counts,
    error: row.error,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

function nameOf(mapping: unknown): string | null {
  return typeof mapping === "object" && mapping !== null && "name" in mapping && typeof mapping.name === "string"
    ? mapping.name
    : null;
}

export async function listQuarantine(
  { clickhouse }: { clickhouse: ClickHouseClient },
  scope: { workspaceId: string; importId: string },
  page: { offset: number; limit: number },
): Promise<{ rows: QuarantinedRow[]; total: number; byCode: { code: QuarantinedRow["code"]; rows: number }[] }> {
  const [rows, byCode] = await Promise.all([
    readQuarantine(clickhouse, scope, page),
    countQuarantine(clickhouse, scope),
  ]);
  return { rows, total: byCode.reduce((sum, { rows: each }) => sum + each, 0), byCode };
}

const pageRows = 1000;

/** The quarantined rows as one CSV: the columns of their file, then where each stood and why it is here. */
export async function downloadQuarantine(
  deps: ActivityDeps,
  scope: { workspaceId: string; importId: string },
): Promise<Readable> {
  const row = await importRow(deps.db, scope);
  const headers = new Map<string, readonly string[]>();
  for (const source of await importFiles(deps.dataDir)
    .open(row.id, row.files)
    .catch(() => [])) {
    const { header } = await openFile(source, {});
    headers.set(source.name, header);
  }
  return Readable.from(quarantineLines(deps.clickhouse, scope, headers));
}

async function* quarantineLines(
  clickhouse: ClickHouseClient,
  scope: { workspaceId: string; importId: string },
  headers: ReadonlyMap<string, readonly string[]>,
): AsyncGenerator<string> {
  yield "\uFEFF";
  let file: string | null = null;
  for (let offset = 0; ; offset += pageRows) {
    const rows = await readQuarantine(clickhouse, scope, { offset, limit: pageRows });
    let text = "";
    for (const row of rows) {
      // Rows of another file have other columns, and so a heading of their own.
      if (row.file !== file)
        text += `${csvLine([...(headers.get(row.file) ?? []), ...quarantineColumns].map(withoutFormula))}\r\n`;
      file = row.file;
      const width = headers.get(row.file)?.length ?? 0;
      const cells = row.code === "row_unreadable" ? [row.raw] : (csvReader(",").push(`${row.raw}\n`)[0]?.cells ?? []);
      const padded = Array.from({ length: Math.max(width, cells.length) }, (_, index) => cells[index] ?? "");
      text += `${csvLine([...padded, row.file, String(row.line), row.code, row.detail].map(withoutFormula))}\r\n`;
    }
    yield text;
    if (rows.length < pageRows) return;
  }
}
