import type { ImportStatus } from "../model.ts";
import type { ActivityDeps } from "./deps.ts";
import { inTurn } from "./lock.ts";
import { runImport } from "./run.ts";
import type { ActivityTables } from "./tables.ts";

export interface ImportRunner {
  /** Looks for work now instead of at the next round. */
  wake(): void;
  /** Stops after the batch under way; what is unfinished goes on at the next start. */
  close(): Promise<void>;
}

/** Where the runner says what went wrong. */
export interface RunnerLog {
  error(message: string, fields: Record<string, string>): void;
}

const unfinished: readonly ImportStatus[] = ["checking", "queued", "reading", "publishing"];
/** Finds imports that another process left; those of this one are found at once. */
const roundMilliseconds = 5000;

/**
 * Runs what is in the queue, one import of a workspace at a time. The rows of `import` are the queue: an import that a
 * killed process left is simply still unfinished, and nobody holds its workspace's turn.
 */
export function startImportRunner(deps: ActivityDeps, log: RunnerLog): ImportRunner {
  const stop = new AbortController();
  const running = new Map<string, Promise<void>>();

  const run = async (scope: { workspaceId: string; importId: string }): Promise<void> => {
    try {
      const done = await inTurn(deps.db, "import into", scope.workspaceId, () =>
        runImport(deps, scope, { signal: stop.signal }),
      );
      // The next in the queue need not wait for the next round.
      if (done !== null && !unfinished.includes(done.status)) setImmediate(wake);
    } catch (error) {
      if (!stop.signal.aborted) log.error("an import stopped", { import: scope.importId, why: sentence(error) });
    }
  };
  const look = async (): Promise<void> => {
    const waiting = await deps.db
      .withTables<ActivityTables>()
      .selectFrom("import")
      .select(["id", "workspace_id"])
      .where("status", "in", unfinished)
      .orderBy("created_at")
      .execute();
    for (const { id, workspace_id: workspaceId } of waiting) {
      if (running.has(workspaceId) || stop.signal.aborted) continue;
      const work = run({ workspaceId, importId: id }).finally(() => running.delete(workspaceId));
      running.set(workspaceId, work);
    }
  };
  const wake = (): void => {
    if (!stop.signal.aborted)
      look().catch((error: unknown) => log.error("the queue of imports cannot be read", { why: sentence(error) }));
  };
  const timer = setInterval(wake, roundMilliseconds);
  wake();
  return {
    wake,
    close: async () => {
      clearInterval(timer);
      stop.abort();
      await Promise.all(running.values());
    },
  };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
