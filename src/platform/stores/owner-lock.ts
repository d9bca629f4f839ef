import { DatabaseSync } from "node:sqlite";

/** A claim on the data directory. */
export interface OwnerLock {
  release(): void;
}

/**
 * Claims a data directory for this process, or answers null when another process holds it. SQLite is used for the lock it
 * takes on the file: the kernel drops it with the process, whichever way that ends, so it can be neither stale nor stolen.
 */
export function acquireOwnerLock(path: string): OwnerLock | null {
  const file = new DatabaseSync(path, { timeout: 0 });
  try {
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { release: () => file.close() };
}

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === 5;
}
