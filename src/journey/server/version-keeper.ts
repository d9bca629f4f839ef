import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { snapshotAfter, thinned } from "../retention.ts";
import type { VersionTables } from "./version-tables.ts";
import { dropVersion, keepVersion } from "./versions.ts";

interface Deps {
  db: Kysely<Database>;
  now: () => Date;
  processId: string;
}

/**
 * Keeps a version of every journey whose editing ended, or goes on since an hour, and thins what is old.
 * @returns how many versions were kept
 * @throws AggregateError when some could not be, after all others
 */
export async function keepDueVersions(deps: Deps): Promise<number> {
  const { db, now } = deps;
  const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds);
  const due = await db
    .withTables<VersionTables>()
    .selectFrom("journey")
    .select("id")
    .where("edited_since", "is not", null)
    .where((eb) =>
      eb.or([eb("edited_since", "<=", ago(snapshotAfter.editing)), eb("updated_at", "<=", ago(snapshotAfter.resting))]),
    )
    .execute();
  let kept = 0;
  const failures: unknown[] = [];
  for (const { id } of due) {
    try {
      kept += (await keepOne(deps, id)) ? 1 : 0;
    } catch (error) {
      failures.push(`${id}: ${String(error)}`);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.join("; "));
  return kept;
}

/** False when another process was quicker. */
async function keepOne({ db, ...deps }: Deps, journeyId: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<VersionTables>();
    const still = await tables
      .selectFrom("journey")
      .select("id")
      .where("id", "=", journeyId)
      .where("edited_since", "is not", null)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (still === undefined) return false;
    await keepVersion(transaction, deps, journeyId, { reason: "automatic" });
    const versions = await tables
      .selectFrom("journey_version")
      .select(["id", "reason", "created_at"])
      .where("journey_id", "=", journeyId)
      .execute();
    const dated = versions.map(({ id, reason, created_at: at }) => ({
      id,
      isNamed: reason === "named",
      at: at.getTime(),
    }));
    for (const id of thinned(dated, deps.now().getTime())) await dropVersion(tables, journeyId, id);
    return true;
  });
}
