import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { runImportFromFiles } from "#activity/index.ts";
import type { Import } from "#activity/model.ts";
import { createLogEditor } from "#journey/index.ts";
import { AppError } from "#platform/errors.ts";
import { ensureDefaultWorkspace, findWorkspace } from "#workspace/index.ts";
import { activityDeps } from "../activity-deps.ts";
import { type Attached, withStores } from "../attach.ts";
import { exitCodes } from "../exit-codes.ts";
import { firstLocale, ownTimeZone } from "../first-start.ts";
import { showProgress } from "./import-progress.ts";
import { importSummary } from "./import-summary.ts";

export interface ImportOptions {
  mapping: string;
  workspace?: string;
  dryRun?: boolean;
  strict?: boolean;
  json?: boolean;
}

/** Imports files, shows how far it is, and says what it made. */
export async function runImport(
  paths: string[],
  { mapping: mappingFile, workspace, dryRun = false, strict = false, json = false }: ImportOptions,
): Promise<void> {
  const mapping = await readMappingFile(mappingFile);
  const progress = showProgress(process.stderr);
  const report = await withStores(async (attached) => {
    const workspaceId = await workspaceFor(attached, workspace);
    const done = await runImportFromFiles(importDeps(attached), {
      workspaceId,
      mapping,
      mappingName: mappingFile,
      paths,
      dryRun,
      onProgress: progress.show,
      signal: cancelOnSignal(),
    });
    // Afterwards the import itself is only ready to run: that it was a dry run is known here.
    return { ...done, isDryRun: dryRun };
  }).finally(progress.end);
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : importSummary(report));
  process.exitCode = exitCodeOf(report, strict);
}

function importDeps({ stores, dataDir }: Attached) {
  const newId = () => randomUUID();
  const editor = createLogEditor({ db: stores.db, processId: newId() });
  return activityDeps({ stores, dataDir, editor, now: () => new Date(), newId });
}

async function workspaceFor({ stores: { db }, log }: Attached, wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) return (await findWorkspace(db, wanted)).id;
  return (await ensureDefaultWorkspace({ db, log }, { locale: firstLocale, timeZone: ownTimeZone() })).id;
}

async function readMappingFile(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const { message } = cause as Error;
    throw new AppError("file_unreadable", `The mapping ${path} cannot be read: ${message}`, {
      remedy: "Check --mapping.",
      cause,
    });
  }
}

function exitCodeOf({ status, counts, error }: Import, strict: boolean): number {
  if (error !== null || status === "failed" || status === "cancelled") return exitCodes.failed;
  return strict && (counts?.quarantined ?? 0) > 0 ? exitCodes.inPart : exitCodes.done;
}

/** The first signal cancels; a second one ends the process, and the next import or start clears up. */
function cancelOnSignal(): AbortSignal {
  const cancel = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.once(name, () => {
      process.stderr.write("\nCancelling …\n");
      cancel.abort();
    });
  }
  return cancel.signal;
}
