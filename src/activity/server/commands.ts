import type { Readable } from "node:stream";
import { AppError } from "#platform/errors.ts";
import { type Import, type ImportStatus, limits, type Mapping } from "../model.ts";
import type { ActivityDeps } from "./deps.ts";
import { importFiles } from "./files.ts";
import { readMapping } from "./mapping-text.ts";
import { emptyQuarantine } from "./quarantine.ts";
import { type ImportRow, importRow, present } from "./queries.ts";
import { dropStaging } from "./staging.ts";
import type { ActivityTables, StoredFile } from "./tables.ts";

interface Scope {
  workspaceId: string;
  importId: string;
}

/** An import can still be prepared in these states. */
const open: readonly ImportStatus[] = ["uploading", "ready", "failed"];
const underWay: readonly ImportStatus[] = ["checking", "queued", "reading"];

export async function createImport(
  { db }: ActivityDeps,
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
): Promise<Import> {
  const row = await db
    .withTables<ActivityTables>()
    .insertInto("import")
    .values({ workspace_id: workspaceId, created_by: userId, status: "uploading" })
    .returningAll()
    .executeTakeFirstOrThrow();
  return present(row);
}

/** @throws AppError `conflict` when the import has begun; `too_large` over the limits; `bad_request` for a name that is none. */
export async function addFile(deps: ActivityDeps, scope: Scope, name: string, content: Readable): Promise<void> {
  const row = await openImport(deps, scope);
  if (!/^[^/\\\0]{1,255}$/.test(name))
    throw new AppError("bad_request", "A file needs a name of at most 255 characters.");
  if (row.files.length >= limits.files && row.files.every((file) => file.name !== name)) {
    throw new AppError("too_large", `An import takes at most ${limits.files} files.`);
  }
  const stored = await importFiles(deps.dataDir).save(row.id, name, content);
  await changeFiles(deps, scope, (files) => [...files.filter((file) => file.name !== name), stored]);
}

export async function removeFile(deps: ActivityDeps, { name, ...scope }: Scope & { name: string }): Promise<Import> {
  await openImport(deps, scope);
  await changeFiles(deps, scope, (files) => files.filter((file) => file.name !== name));
  await importFiles(deps.dataDir).remove(scope.importId, name);
  return present(await importRow(deps.db, scope));
}

/** Two uploads at once must not lose each other's file. */
async function changeFiles(
  { db }: ActivityDeps,
  { importId }: Scope,
  change: (files: StoredFile[]) => StoredFile[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<ActivityTables>();
    const { files } = await tables
      .selectFrom("import")
      .select("files")
      .where("id", "=", importId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await tables
      .updateTable("import")
      .set({ files: JSON.stringify(change(files)), updated_at: new Date() })
      .where("id", "=", importId)
      .execute();
  });
}

/** @throws AppError `mapping_invalid` naming path and line. */
export async function setMapping(deps: ActivityDeps, scope: Scope, given: unknown): Promise<Import> {
  await openImport(deps, scope);
  const { mapping } = readMapping(given);
  return change(deps, scope, open, { mapping: JSON.stringify(mapping), status: "ready", error: null });
}

/** Puts an import in the queue of its workspace; the runner takes it from there. */
export async function requestRun(deps: ActivityDeps, scope: Scope, { dryRun }: { dryRun: boolean }): Promise<Import> {
  const row = await openImport(deps, scope);
  if (row.mapping === null)
    throw new AppError("conflict", "The import has no mapping yet.", { remedy: "Set its mapping first." });
  if (row.files.length === 0)
    throw new AppError("conflict", "The import has no file yet.", { remedy: "Add its files first." });
  const status = dryRun ? "checking" : "queued";
  return change(deps, scope, open, {
    status,
    is_dry_run: dryRun,
    cancel_requested: false,
    error: null,
    counts: null,
    progress: "{}",
    finished_at: null,
  });
}

/** Cancels at once what has not begun, else at the next batch. */
export async function requestCancel(deps: ActivityDeps, scope: Scope): Promise<Import> {
  const row = await importRow(deps.db, scope);
  if (open.includes(row.status)) {
    const cancelled = await change(deps, scope, open, { status: "cancelled", finished_at: deps.now() });
    await importFiles(deps.dataDir).removeAll(row.id);
    return cancelled;
  }
  if (!underWay.includes(row.status)) {
    throw new AppError("conflict", `The import is ${row.status}; it cannot be cancelled any more.`, {
      remedy: "Delete it to take its events back.",
    });
  }
  return change(deps, scope, underWay, { cancel_requested: true });
}

/** Deletes an import with its files, its quarantine and every event it made. */
export async function deleteImport(deps: ActivityDeps, scope: Scope): Promise<void> {
  const row = await importRow(deps.db, scope);
  if (underWay.includes(row.status) || row.status === "publishing") {
    throw new AppError("conflict", `The import is ${row.status}.`, { remedy: "Cancel it first, or wait for its end." });
  }
  await deps.clickhouse.command({
    query: "DELETE FROM event WHERE workspace_id = {workspaceId:UUID} AND import_id = {importId:UUID}",
    query_params: { ...scope },
  });
  await emptyQuarantine(deps.clickhouse, scope);
  await dropStaging(deps.clickhouse, scope.importId);
  await importFiles(deps.dataDir).removeAll(row.id);
  await deps.db.withTables<ActivityTables>().deleteFrom("import").where("id", "=", row.id).execute();
}

/** Begins an import of the rows that are in another's quarantine, with its files and its mapping. */
export async function retryImport(deps: ActivityDeps, scope: Scope, userId: string | null): Promise<Import> {
  const row = await importRow(deps.db, scope);
  if (row.status !== "done" || (row.counts?.quarantined ?? 0) === 0) {
    throw new AppError("conflict", "There is nothing to retry.", {
      remedy: "Only an import that is done and has rows in quarantine can be retried.",
    });
  }
  const id = deps.newId();
  const files = await importFiles(deps.dataDir).adopt(row.id, id, row.files);
  const retry = await deps.db
    .withTables<ActivityTables>()
    .insertInto("import")
    .values({
      id,
      workspace_id: row.workspace_id,
      created_by: userId,
      status: "ready",
      retry_of: row.id,
      mapping: JSON.stringify(row.mapping),
      files: JSON.stringify(files),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return present(retry);
}

/** Makes an import that is to be run right away, of files that stay where they are. */
export async function beginImport(
  { db }: ActivityDeps,
  input: { workspaceId: string; mapping: Mapping; files: readonly StoredFile[]; dryRun: boolean },
): Promise<Scope> {
  const { workspaceId, mapping, files, dryRun } = input;
  const { id } = await db
    .withTables<ActivityTables>()
    .insertInto("import")
    .values({
      workspace_id: workspaceId,
      status: dryRun ? "checking" : "reading",
      is_dry_run: dryRun,
      created_by: null,
      mapping: JSON.stringify(mapping),
      files: JSON.stringify(files),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { workspaceId, importId: id };
}

async function openImport({ db }: ActivityDeps, scope: Scope): Promise<ImportRow> {
  const row = await importRow(db, scope);
  if (!open.includes(row.status))
    throw new AppError("conflict", `The import is ${row.status}; it cannot be changed any more.`);
  return row;
}

type Changes = Partial<Pick<ImportRow, "status" | "is_dry_run" | "cancel_requested" | "finished_at">> & {
  mapping?: string;
  error?: null;
  counts?: null;
  progress?: string;
};

/** Changes an import that still is in one of these states: of two who ask at once, the second is refused. */
async function change(
  { db }: ActivityDeps,
  { importId }: Scope,
  from: readonly ImportStatus[],
  changes: Changes,
): Promise<Import> {
  const row = await db
    .withTables<ActivityTables>()
    .updateTable("import")
    .set({ ...changes, updated_at: new Date() })
    .where("id", "=", importId)
    .where("status", "in", from)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined)
    throw new AppError("conflict", "The import has gone on since.", { remedy: "Look at it again." });
  return present(row);
}
