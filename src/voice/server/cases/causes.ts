import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Cause } from "../../cases/model.ts";
import type { CaseTables } from "./tables.ts";

type Db = Kysely<Database>;

/** The root causes of a workspace, those met most first. */
export async function listCauses(db: Db, workspaceId: string): Promise<Cause[]> {
  const rows = await causes(db).where("k.workspace_id", "=", workspaceId).execute();
  return rows.map(present);
}

/** The cause of that name in any case, offered again if it was not; made when there is none. */
export async function ensureCause(db: Db, workspaceId: string, name: string): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`INSERT INTO case_cause (workspace_id, name) VALUES (${workspaceId}, ${name})
    ON CONFLICT (workspace_id, lower(name)) DO UPDATE SET is_archived = false RETURNING id`.execute(db);
  const [cause] = rows;
  if (cause === undefined) throw new Error("a cause that is made or found is returned");
  return cause.id;
}

/** @throws AppError `not_found`; `conflict` when another cause is called so */
export async function changeCause(
  db: Db,
  causeId: string,
  { name, isArchived }: { name?: string | undefined; isArchived?: boolean | undefined },
): Promise<Cause> {
  const set = { ...(name !== undefined && { name }), ...(isArchived !== undefined && { is_archived: isArchived }) };
  if (Object.keys(set).length > 0) {
    const taken = await db
      .withTables<CaseTables>()
      .selectFrom("case_cause as other")
      .innerJoin("case_cause as own", "own.workspace_id", "other.workspace_id")
      .select("other.id")
      .where("own.id", "=", causeId)
      .where("other.id", "!=", causeId)
      .where(sql<boolean>`lower(other.name) = lower(${name ?? ""})`)
      .executeTakeFirst();
    if (taken !== undefined) throw new AppError("conflict", `There is a cause «${name}» already.`);
    await db.withTables<CaseTables>().updateTable("case_cause").set(set).where("id", "=", causeId).execute();
  }
  const row = await causes(db).where("k.id", "=", causeId).executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such cause.");
  return present(row);
}

/** The workspace of a cause, null when there is no such cause. */
export async function workspaceOfCause(db: Db, causeId: string): Promise<string | null> {
  const found = await db
    .withTables<CaseTables>()
    .selectFrom("case_cause")
    .select("workspace_id")
    .where("id", "=", causeId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

function causes(db: Db) {
  return db
    .withTables<CaseTables>()
    .selectFrom("case_cause as k")
    .leftJoin("customer_case as c", (join) => join.onRef("c.cause_id", "=", "k.id").on("c.state", "=", "closed"))
    .select(["k.id", "k.name", "k.is_archived"])
    .select(({ fn }) => fn.count<number>("c.id").as("cases"))
    .groupBy("k.id")
    .orderBy("cases", "desc")
    .orderBy("k.name");
}

function present(row: { id: string; name: string; is_archived: boolean; cases: number }): Cause {
  return { id: row.id, name: row.name, isArchived: row.is_archived, cases: row.cases };
}
