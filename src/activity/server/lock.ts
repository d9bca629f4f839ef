import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";

const patience = 250;

/** What only one at a time does in a workspace. */
export type Matter = "import into" | "people of";

/**
 * Does the work while nobody else is at the same matter of the workspace, in this process or another; a process that dies
 * lets go. Waits its turn as long as `wait` does not throw; without `wait`, answers null when it is somebody else's turn.
 */
export async function inTurn<T>(
  db: Kysely<Database>,
  matter: Matter,
  workspaceId: string,
  work: () => Promise<T>,
  wait?: () => Promise<void>,
): Promise<T | null> {
  return db.connection().execute(async (connection) => {
    const name = sql`hashtextextended(${`${matter} ${workspaceId}`}, 0)`;
    const take = async (): Promise<boolean> => {
      const { rows } = await sql<{ taken: boolean }>`SELECT pg_try_advisory_lock(${name}) AS taken`.execute(connection);
      return rows[0]?.taken === true;
    };
    while (!(await take())) {
      if (wait === undefined) return null;
      await wait();
      await sleep(patience);
    }
    try {
      return await work();
    } finally {
      await sql`SELECT pg_advisory_unlock(${name})`.execute(connection);
    }
  });
}
