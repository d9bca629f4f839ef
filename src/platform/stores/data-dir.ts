import { chownSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import type { ServiceAccount } from "./service-account.ts";

/** Where everything lies in the data directory. */
export function dataDirLayout(dataDir: string) {
  return {
    root: dataDir,
    /** In a folder of its own, because whoever can read the file could hold it. */
    owner: join(dataDir, "owner"),
    lock: join(dataDir, "owner", "lock"),
    run: join(dataDir, "run.json"),
    /** Read by the servers, written by us: they cannot change their own rights. */
    settings: join(dataDir, "settings"),
    logs: join(dataDir, "logs"),
    sockets: join(dataDir, "sockets"),
    postgres: join(dataDir, "postgres"),
    clickhouse: join(dataDir, "clickhouse"),
  };
}

export type DataDirLayout = ReturnType<typeof dataDirLayout>;

/**
 * Makes the data directory and the folders that are ours alone.
 * @throws AppError `data_dir_unusable` when it cannot be written.
 */
export function prepareDataDir(layout: DataDirLayout, account: ServiceAccount | null): void {
  try {
    // Others may pass through (the database user must) but not list.
    mkdirSync(layout.root, { recursive: true, mode: 0o711 });
    mkdirSync(layout.owner, { recursive: true, mode: 0o700 });
    mkdirSync(layout.logs, { recursive: true, mode: 0o700 });
    mkdirSync(layout.settings, { recursive: true, mode: 0o750 });
    if (account !== null) chownSync(layout.settings, 0, account.gid);
  } catch (cause) {
    throw new AppError(
      "data_dir_unusable",
      `The data directory ${layout.root} cannot be written: ${(cause as Error).message}`,
      {
        remedy: "Set DATA_DIR to a folder that this user may write.",
        cause,
      },
    );
  }
}

/** Makes a folder that belongs to the account the servers run under. */
export function makeServiceDir(path: string, account: ServiceAccount | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (account !== null) chownSync(path, account.uid, account.gid);
}

/** Writes a file that the servers may read and not change. */
export function writeSettings(path: string, text: string, account: ServiceAccount | null): void {
  writeFileSync(path, text, { mode: 0o640 });
  if (account !== null) chownSync(path, 0, account.gid);
}

/** Replaces a file in one step, so that nobody ever reads half of it; readable by its owner only. */
export function replaceFile(path: string, text: string): void {
  const next = `${path}.${process.pid}`;
  writeFileSync(next, text, { mode: 0o600 });
  renameSync(next, path);
}
