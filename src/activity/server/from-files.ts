import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { AppError } from "#platform/errors.ts";
import type { Import, ImportProgress } from "../model.ts";
import { beginImport, deleteImport, requestCancel } from "./commands.ts";
import type { ActivityDeps } from "./deps.ts";
import { inTurn } from "./lock.ts";
import { readMapping } from "./mapping-text.ts";
import { runImport } from "./run.ts";
import { openSources } from "./sources.ts";
import { type SourceFile, sourceFile } from "./reader.ts";

export interface FromFiles {
  workspaceId: string;
  /** Text of a YAML or JSON mapping, or a mapping as an object. */
  mapping: unknown;
  /** What the mapping is called in messages, e.g. the name of its file. */
  mappingName?: string;
  /** Files, and folders whose files the mapping names. */
  paths: readonly string[];
  dryRun?: boolean;
  onProgress?: (status: Import["status"] | "waiting", progress: ImportProgress | null) => void;
  /** Cancels: nothing of the import stays, unless its events are being published already. */
  signal?: AbortSignal;
}

export type ImportReport = Import;

/**
 * Imports files from where they are, in this process, waiting for its turn in the workspace.
 * @throws AppError `mapping_invalid`, `file_unreadable` before anything begins; a later failure is `error` of the report.
 */
export async function runImportFromFiles(deps: ActivityDeps, input: FromFiles): Promise<ImportReport> {
  const { workspaceId, dryRun = false, onProgress, signal } = input;
  const source = readMapping(input.mapping, input.mappingName);
  const opened = await openSources(source, await filesIn(input.paths));
  const used = new Map([...opened.files.values()].flat().map((file) => [file.source.path, file.source]));
  const work = async (): Promise<Import> => {
    signal?.throwIfAborted();
    const scope = await beginImport(deps, { workspaceId, mapping: source.mapping, files: [...used.values()], dryRun });
    const cancel = (): void => {
      // Past the point of no return a cancellation is refused, and the report says what was done.
      requestCancel(deps, scope).catch(() => undefined);
    };
    signal?.addEventListener("abort", cancel, { once: true });
    try {
      const report = await runImport(deps, scope, onProgress === undefined ? {} : { onProgress });
      // Its files are not ours to keep, so there is nothing to go on with.
      if (dryRun) await deleteImport(deps, scope);
      return report;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  };
  const report = await inTurn(deps.db, "import into", workspaceId, work, async () => {
    signal?.throwIfAborted();
    onProgress?.("waiting", null);
  });
  if (report === null) throw new Error("an import that waits has its turn in the end");
  return report;
}

/** The files given and those directly in folders given. */
async function filesIn(paths: readonly string[]): Promise<SourceFile[]> {
  const found: { name: string; path: string }[] = [];
  for (const given of paths) {
    const path = resolve(given);
    const kind = await stat(path).catch((cause: unknown) => {
      throw new AppError("file_unreadable", `There is no file or folder ${given}.`, {
        remedy: "Check the path.",
        cause,
      });
    });
    if (!kind.isDirectory()) found.push({ name: basename(path), path });
    else
      for (const entry of await readdir(path, { withFileTypes: true }))
        if (entry.isFile()) found.push({ name: entry.name, path: join(path, entry.name) });
  }
  return Promise.all(found.map(({ name, path }) => sourceFile(name, path)));
}
