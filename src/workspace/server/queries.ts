import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Session } from "../api.ts";
import type { Locale, Member, Role, Workspace } from "../model.ts";
import type { WorkspaceTables } from "./tables.ts";

type Db = Kysely<Database>;

const tables = (db: Db) => db.withTables<WorkspaceTables>();
const columns = [
  "workspace.id",
  "workspace.name",
  "workspace.locale",
  "workspace.time_zone as timeZone",
  "workspace.is_demo as isDemo",
] as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether this installation still waits for its owner. */
export async function needsOwner(db: Db): Promise<boolean> {
  const owner = await tables(db)
    .selectFrom("member")
    .select("user_id")
    .where("role", "=", "owner")
    .limit(1)
    .executeTakeFirst();
  return owner === undefined;
}

/** The role of a user in a workspace, null when they have none. */
export async function roleIn(db: Db, userId: string, workspaceId: string): Promise<Role | null> {
  const found = await tables(db)
    .selectFrom("member")
    .select("role")
    .where("workspace_id", "=", workspaceId)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return found?.role ?? null;
}

/** Who a user is and where they may go, the demo first. */
export async function getSession(db: Db, userId: string): Promise<Session> {
  const user = await tables(db)
    .selectFrom("user")
    .select(["id", "name", "email", "locale"])
    .where("id", "=", userId)
    .executeTakeFirst();
  if (user === undefined) throw new AppError("not_signed_in", "This account is gone.");
  const workspaces = await tables(db)
    .selectFrom("member")
    .innerJoin("workspace", "workspace.id", "member.workspace_id")
    .select([...columns, "member.role"])
    .where("member.user_id", "=", userId)
    .orderBy("workspace.is_demo", "desc")
    .orderBy("workspace.created_at")
    .orderBy("workspace.id")
    .execute();
  return { user, workspaces };
}

export async function listWorkspaces(db: Db): Promise<Workspace[]> {
  return tables(db).selectFrom("workspace").select(columns).orderBy("created_at").orderBy("id").execute();
}

/** @throws AppError `not_found` */
export async function getWorkspace(db: Db, id: string): Promise<Workspace> {
  const found = await tables(db).selectFrom("workspace").select(columns).where("id", "=", id).executeTakeFirst();
  if (found === undefined) throw new AppError("not_found", "There is no such workspace.");
  return found;
}

/**
 * The workspace of that id, or of that name in any case.
 * @throws AppError `not_found` naming those there are; `conflict` when several have the name.
 */
export async function findWorkspace(db: Db, idOrName: string): Promise<Workspace> {
  const all = await listWorkspaces(db);
  const wanted = idOrName.toLowerCase();
  const found = all.filter((one) => (uuid.test(idOrName) ? one.id === wanted : one.name.toLowerCase() === wanted));
  const [first, ...others] = found;
  if (first === undefined) {
    throw new AppError("not_found", `There is no workspace «${idOrName}».`, {
      remedy: `Name one of: ${all.map((one) => one.name).join(", ") || "(none yet)"}.`,
    });
  }
  if (others.length > 0) {
    throw new AppError("conflict", `${found.length} workspaces are called «${idOrName}».`, {
      remedy: `Give the id: ${found.map((one) => one.id).join(", ")}.`,
    });
  }
  return first;
}

export async function listMembers(db: Db, workspaceId: string): Promise<Member[]> {
  return tables(db)
    .selectFrom("member")
    .innerJoin("user", "user.id", "member.user_id")
    .select(["user.id as userId", "user.name", "user.email", "member.role"])
    .where("member.workspace_id", "=", workspaceId)
    .orderBy("member.created_at")
    .orderBy("user.id")
    .execute();
}

/** The names of people who are or were members; who has no account any more is left out. */
export async function namesOf(db: Db, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom("user")
    .select(["id", "name"])
    .where("id", "in", [...new Set(userIds)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The language in which each of these people reads the product, for what is written to them; who has no account is left out. */
export async function localesOf(db: Db, userIds: readonly string[]): Promise<Map<string, Locale>> {
  if (userIds.length === 0) return new Map();
  const rows = await tables(db)
    .selectFrom("user")
    .select(["id", "locale"])
    .where("id", "in", [...new Set(userIds)])
    .execute();
  return new Map(rows.map(({ id, locale }) => [id, locale]));
}
