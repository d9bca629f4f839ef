import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLog } from "#platform/log.ts";
import { type TestStores, testStores } from "#testing/stores.ts";
import { createWorkspace } from "#workspace/index.ts";
import type { MappingInput } from "../model.ts";
import {
  type ActivityDeps,
  type FromFiles,
  type ImportReport,
  type JourneyDraft,
  runImportFromFiles,
} from "../index.ts";

/** Real stores with workspaces to import into. */
export interface ImportWorld {
  stores: TestStores;
  deps: ActivityDeps;
  /** What imports asked to be drawn. */
  journeys: JourneyDraft[];
  newWorkspace(): Promise<string>;
  /** Imports files that are written first. */
  run(
    workspaceId: string,
    mapping: MappingInput | string,
    files: Files,
    options?: Pick<FromFiles, "dryRun" | "signal" | "onProgress">,
  ): Promise<ImportReport>;
  /** Writes files into a folder of their own. */
  write(files: Files): string;
  ask<Row>(query: string, params?: Record<string, unknown>): Promise<Row[]>;
  close(): Promise<void>;
}

export type Files = Record<string, string | Uint8Array>;

export async function importWorld(): Promise<ImportWorld> {
  const stores = await testStores();
  const dataDir = mkdtempSync(join(tmpdir(), "parcours-import-"));
  const log = createLog({ level: "silent", now: () => new Date(), write: () => undefined });
  const journeys: JourneyDraft[] = [];
  const deps: ActivityDeps = {
    db: stores.db,
    clickhouse: stores.clickhouse,
    dataDir,
    now: () => new Date(),
    newId: () => randomUUID(),
    ensureJourney: async (_, draft) => journeys.push(draft),
  };
  const write = (files: Files): string => {
    const folder = join(dataDir, "given", randomUUID());
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return folder;
  };
  return {
    stores,
    deps,
    journeys,
    write,
    newWorkspace: async () =>
      (await createWorkspace({ db: stores.db, log }, null, { name: "Test", locale: "fr", timeZone: "Europe/Paris" }))
        .id,
    run: (workspaceId, mapping, files, options = {}) =>
      runImportFromFiles(deps, { workspaceId, mapping, paths: [write(files)], ...options }),
    ask: async <Row>(query: string, params: Record<string, unknown> = {}) => {
      const result = await stores.clickhouse.query({ query, query_params: params, format: "JSONEachRow" });
      return result.json<Row>();
    },
    close: async () => {
      await stores.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
