import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { getWorkspace } from "#workspace/index.ts";
import { Mapping, type Import, type ImportCounts, type ImportProgress } from "../model.ts";
import type { ActivityDeps } from "./deps.ts";
import { importFiles } from "./files.ts";
import { inTurn } from "./lock.ts";
import { makeMap } from "./map.ts";
import { readMapping } from "./mapping-text.ts";
import { aliasesOf, applyMerges, countPeople, peopleSecret, savePeople } from "./people.ts";
import { emptyQuarantine, quarantinedLines } from "./quarantine.ts";
import { type ImportRow, importRow, present } from "./queries.ts";
import { readRows, type RowCounts } from "./read.ts";
import { openSources } from "./sources.ts";
import { addAliases, countStaged, dropStaging, publishStaged, stagedPeople, staging } from "./staging.ts";
import type { ActivityTables } from "./tables.ts";

export interface RunOptions {
  /** Stops at the next batch and leaves the import as it is, to be taken up again. */
  signal?: AbortSignal;
  onProgress?: (status: Import["status"], progress: ImportProgress) => void;
}

interface Scope {
  workspaceId: string;
  importId: string;
}

class Cancelled extends Error {}

/**
 * Takes an import from where it is to its end. Reading fills staging tables and can be begun again or dropped at any
 * moment; publishing repeats no work that is done. So whatever kills the process, doing this again ends the same.
 * Whoever calls holds the workspace's turn.
 */
export async function runImport(deps: ActivityDeps, scope: Scope, options: RunOptions = {}): Promise<Import> {
  const row = await importRow(deps.db, scope);
  try {
    if (row.status === "queued" || row.status === "checking" || row.status === "reading")
      await read(deps, row, options);
    if ((await importRow(deps.db, scope)).status === "publishing")
      await publish(deps, await importRow(deps.db, scope), options);
  } catch (error) {
    await giveUp(deps, await importRow(deps.db, scope), error, options);
  }
  return present(await importRow(deps.db, scope));
}

async function read(deps: ActivityDeps, row: ImportRow, options: RunOptions): Promise<void> {
  const { db, clickhouse } = deps;
  const scope = { workspaceId: row.workspace_id, importId: row.id };
  const status = row.is_dry_run ? "checking" : "reading";
  await update(db, row.id, { status });
  const source = readMapping(row.mapping);
  const sources = await openSources(source, await importFiles(deps.dataDir).open(row.id, row.files));
  const staged = staging(clickhouse, row.id);
  await emptyQuarantine(clickhouse, scope);
  await staged.create();
  const rows = await readRows(clickhouse, {
    ...scope,
    sources,
    staging: staged,
    secret: await peopleSecret(db, row.workspace_id),
    only: await linesToRead(deps, row),
    onProgress: async (progress) => {
      options.signal?.throwIfAborted();
      const { cancel_requested } = await update(db, row.id, { progress: JSON.stringify(progress) });
      if (cancel_requested) throw new Cancelled();
      options.onProgress?.(status, progress);
    },
  });
  const names = touchpointNames(source.mapping, sources.plan.touchpoints);
  if (row.is_dry_run) {
    const counts = await countAsIf(deps, scope, source.mapping, rows, names);
    await dropStaging(clickhouse, row.id);
    await update(db, row.id, { status: "ready", counts: JSON.stringify(counts), is_dry_run: false });
    return;
  }
  const touchpoints = [...names].map(([key, name]) => ({ key, name, contacts: 0, answers: 0, new: 0 }));
  await beginPublishing(db, row.id, { ...noCounts, ...rows, touchpoints });
}

/** From here on nothing is taken back. */
async function beginPublishing(db: Kysely<Database>, importId: string, counts: ImportCounts): Promise<void> {
  const begun = await db
    .withTables<ActivityTables>()
    .updateTable("import")
    .set({ status: "publishing", counts: JSON.stringify(counts), updated_at: new Date() })
    .where("id", "=", importId)
    .where("cancel_requested", "=", false)
    .returning("id")
    .executeTakeFirst();
  if (begun === undefined) throw new Cancelled();
}

async function publish(deps: ActivityDeps, row: ImportRow, options: RunOptions): Promise<void> {
  const { db, clickhouse } = deps;
  const scope = { workspaceId: row.workspace_id, importId: row.id };
  const mapping = Mapping.parse(row.mapping);
  const read = row.counts ?? noCounts;
  const tell = (done: number, of: number): void => {
    options.signal?.throwIfAborted();
    options.onProgress?.("publishing", { ...present(row).progress, secondsLeft: done === of ? 0 : null });
  };
  const wait = async (): Promise<void> => tell(0, 1);
  await makeMap(deps, await getWorkspace(db, row.workspace_id), mapping, read.touchpoints);
  const store = async (): Promise<void> => {
    for await (const page of stagedPeople(clickhouse, row.id)) {
      await db.transaction().execute((transaction) => savePeople(transaction, scope, page));
      tell(0, 1);
    }
    await addAliases(clickhouse, row.id, aliasesOf(db, row.workspace_id));
    await applyMerges(db, clickhouse, row.workspace_id);
    await publishStaged(clickhouse, scope, async (done, of) => tell(done, of));
  };
  // An event that comes in meanwhile would be given to a person who is being merged.
  await inTurn(db, "people of", row.workspace_id, store, wait);
  const names = new Map(read.touchpoints.map(({ key, name }) => [key, name]));
  const counts = await countAll(deps, scope, mapping, read, names, await countPeople(db, row.id));
  await update(db, row.id, { status: "done", counts: JSON.stringify(counts), finished_at: deps.now() });
  await tidy(deps, row, counts);
}

/** What is not needed after an import; undone work here is harmless. */
async function tidy(deps: ActivityDeps, row: ImportRow, counts: ImportCounts): Promise<void> {
  const files = importFiles(deps.dataDir);
  await dropStaging(deps.clickhouse, row.id);
  // Rows in quarantine can be retried as long as their files are there.
  if (counts.quarantined === 0) await files.removeAll(row.id);
  if (row.retry_of === null) return;
  await emptyQuarantine(deps.clickhouse, { workspaceId: row.workspace_id, importId: row.retry_of });
  await files.removeAll(row.retry_of);
}

/** A retry reads the quarantined lines of the files it took over, and all of those that were corrected. */
async function linesToRead(
  { clickhouse }: ActivityDeps,
  row: ImportRow,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  if (row.retry_of === null) return new Map();
  const lines = await quarantinedLines(clickhouse, { workspaceId: row.workspace_id, importId: row.retry_of });
  return new Map(
    row.files
      .filter(({ isAdopted }) => isAdopted === true)
      .map(({ name }) => [name, lines.get(name) ?? new Set<number>()]),
  );
}

/** Counts what publishing would make, people too, and takes it all back. */
async function countAsIf(
  deps: ActivityDeps,
  scope: Scope,
  mapping: Mapping,
  rows: RowCounts,
  names: ReadonlyMap<string, string>,
): Promise<ImportCounts> {
  const transaction = await deps.db.startTransaction().execute();
  try {
    for await (const page of stagedPeople(deps.clickhouse, scope.importId)) await savePeople(transaction, scope, page);
    await addAliases(deps.clickhouse, scope.importId, aliasesOf(transaction, scope.workspaceId));
    return await countAll(deps, scope, mapping, rows, names, await countPeople(transaction, scope.importId));
  } finally {
    await transaction.rollback().execute();
  }
}

async function countAll(
  { clickhouse }: ActivityDeps,
  scope: Scope,
  mapping: Mapping,
  { rows, skipped, quarantined }: RowCounts,
  names: ReadonlyMap<string, string>,
  people: { newPeople: number; mergedPeople: number },
): Promise<ImportCounts> {
  const { newUnknownPeople, touchpoints, ...events } = await countStaged(clickhouse, scope);
  return {
    rows,
    skipped,
    quarantined,
    ...events,
    ...people,
    newPeople: mapping.people.length === 0 ? newUnknownPeople : people.newPeople,
    touchpoints: touchpoints.map((touchpoint) => ({
      ...touchpoint,
      name: names.get(touchpoint.key) ?? touchpoint.key,
    })),
  };
}

/** Names of touchpoints: as rows wrote them, else made of the key. */
function touchpointNames(mapping: Mapping, met: ReadonlyMap<string, string>): Map<string, string> {
  const keys = mapping.records.flatMap((record) => {
    if (record.shape === "case") return record.contacts.map(({ touchpoint }) => touchpoint);
    return typeof record.touchpoint === "string" ? [record.touchpoint] : Object.values(record.touchpoint.values ?? {});
  });
  const plain = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("-", " ");
  return new Map([...keys.map((key) => [key, plain(key)] as const), ...met]);
}

/** Says how an import ended that did not go well; what interrupts publishing leaves it to be taken up again. */
async function giveUp(deps: ActivityDeps, row: ImportRow, error: unknown, { signal }: RunOptions): Promise<void> {
  if (signal?.aborted === true) throw error;
  if (row.status === "publishing" && !(error instanceof AppError)) throw error;
  await dropStaging(deps.clickhouse, row.id);
  if (error instanceof Cancelled) {
    await emptyQuarantine(deps.clickhouse, { workspaceId: row.workspace_id, importId: row.id });
    if (row.is_dry_run) {
      await update(deps.db, row.id, { status: "ready", is_dry_run: false, cancel_requested: false });
      return;
    }
    await update(deps.db, row.id, { status: "cancelled", finished_at: deps.now() });
    await importFiles(deps.dataDir).removeAll(row.id);
    return;
  }
  const said = error instanceof AppError ? error : null;
  const failure = {
    code: said?.code ?? "internal",
    title: said?.message ?? "Something went wrong on the server.",
    remedy: said?.remedy ?? null,
    issues: said?.issues ?? [],
  };
  await update(deps.db, row.id, {
    status: "failed",
    is_dry_run: false,
    error: JSON.stringify(failure),
    finished_at: deps.now(),
  });
  if (said === null) throw error;
}

const noCounts: ImportCounts = {
  rows: 0,
  skipped: 0,
  quarantined: 0,
  repeated: 0,
  contacts: 0,
  newContacts: 0,
  answers: 0,
  newAnswers: 0,
  people: 0,
  newPeople: 0,
  mergedPeople: 0,
  cases: 0,
  touchpoints: [],
};

type Change = Partial<Pick<ImportRow, "status" | "is_dry_run" | "cancel_requested" | "finished_at">> & {
  progress?: string;
  counts?: string;
  error?: string | null;
};

async function update(db: Kysely<Database>, importId: string, change: Change): Promise<{ cancel_requested: boolean }> {
  return db
    .withTables<ActivityTables>()
    .updateTable("import")
    .set({ ...change, updated_at: new Date() })
    .where("id", "=", importId)
    .returning("cancel_requested")
    .executeTakeFirstOrThrow();
}
