import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Log } from "#platform/log.ts";
import type { Locale, Member, Role, Workspace } from "../model.ts";
import { getWorkspace, listMembers } from "./queries.ts";
import type { WorkspaceTables } from "./tables.ts";

export interface WorkspaceDeps {
  db: Kysely<Database>;
  log: Log;
}

/** What the first workspace is called until somebody names it. */
export const defaultNames: Record<Locale, string> = { fr: "Mon espace", en: "My workspace" };

/** Makes a workspace; `ownerId` owns it, or with null whoever becomes the first owner of this installation. */
export async function createWorkspace(
  { db, log }: WorkspaceDeps,
  ownerId: string | null,
  input: { name: string; locale: Locale; timeZone: string; isDemo?: boolean },
): Promise<Workspace> {
  const id = await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<WorkspaceTables>();
    const { id: workspaceId } = await tables
      .insertInto("workspace")
      .values({ name: input.name, locale: input.locale, time_zone: input.timeZone, is_demo: input.isDemo ?? false })
      .returning("id")
      .executeTakeFirstOrThrow();
    const owner = ownerId ?? (await firstOwner(tables));
    if (owner !== null)
      await tables.insertInto("member").values({ workspace_id: workspaceId, user_id: owner, role: "owner" }).execute();
    return workspaceId;
  });
  log.info("workspace created", { workspace: id, user: ownerId });
  return getWorkspace(db, id);
}

async function firstOwner(tables: Kysely<WorkspaceTables>): Promise<string | null> {
  const found = await tables
    .selectFrom("member")
    .select("user_id")
    .where("role", "=", "owner")
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  return found?.user_id ?? null;
}

/** The oldest workspace that is no demo, made when there is none yet. */
export async function ensureDefaultWorkspace(
  deps: WorkspaceDeps,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): Promise<Workspace> {
  const found = await deps.db
    .withTables<WorkspaceTables>()
    .selectFrom("workspace")
    .select("id")
    .where("is_demo", "=", false)
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  if (found !== undefined) return getWorkspace(deps.db, found.id);
  return createWorkspace(deps, null, { name: defaultNames[locale], locale, timeZone });
}

export async function updateWorkspace(
  { db, log }: WorkspaceDeps,
  id: string,
  change: { name?: string | undefined; locale?: Locale | undefined; timeZone?: string | undefined },
): Promise<Workspace> {
  const { timeZone, ...others } = change;
  const values = { ...others, ...(timeZone === undefined ? {} : { time_zone: timeZone }) };
  if (Object.values(values).some((value) => value !== undefined)) {
    await db.withTables<WorkspaceTables>().updateTable("workspace").set(values).where("id", "=", id).execute();
    log.info("workspace changed", { workspace: id });
  }
  return getWorkspace(db, id);
}

/** Chooses the language that a user's screens speak. */
export async function setLocale({ db }: WorkspaceDeps, userId: string, locale: Locale): Promise<void> {
  await db.withTables<WorkspaceTables>().updateTable("user").set({ locale }).where("id", "=", userId).execute();
}

/** @throws AppError `conflict` when nobody would be left to own the workspace. */
export async function setMemberRole(
  { db, log }: WorkspaceDeps,
  workspaceId: string,
  userId: string,
  role: Role,
): Promise<Member> {
  await changeMembers(db, workspaceId, async (members) => {
    const { numUpdatedRows } = await members
      .updateTable("member")
      .set({ role })
      .where("workspace_id", "=", workspaceId)
      .where("user_id", "=", userId)
      .executeTakeFirst();
    return numUpdatedRows;
  });
  log.info("role changed", { workspace: workspaceId, user: userId, role });
  const member = (await listMembers(db, workspaceId)).find((one) => one.userId === userId);
  if (member === undefined) throw noSuchMember();
  return member;
}

/** @throws AppError `conflict` when nobody would be left to own the workspace. */
export async function removeMember({ db, log }: WorkspaceDeps, workspaceId: string, userId: string): Promise<void> {
  await changeMembers(db, workspaceId, async (members) => {
    const { numDeletedRows } = await members
      .deleteFrom("member")
      .where("workspace_id", "=", workspaceId)
      .where("user_id", "=", userId)
      .executeTakeFirst();
    return numDeletedRows;
  });
  log.info("member removed", { workspace: workspaceId, user: userId });
}

/** One change at a time in a workspace, so that two owners cannot step down at once and leave it without any. */
async function changeMembers(
  db: Kysely<Database>,
  workspaceId: string,
  change: (tables: Kysely<WorkspaceTables>) => Promise<bigint>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<WorkspaceTables>();
    await tables.selectFrom("workspace").select("id").where("id", "=", workspaceId).forUpdate().execute();
    if ((await change(tables)) === 0n) throw noSuchMember();
    const owner = await tables
      .selectFrom("member")
      .select("user_id")
      .where("workspace_id", "=", workspaceId)
      .where("role", "=", "owner")
      .executeTakeFirst();
    if (owner === undefined) {
      throw new AppError("conflict", "The last owner of a workspace stays its owner.", {
        remedy: "Make somebody else an owner first.",
      });
    }
  });
}

function noSuchMember(): AppError {
  return new AppError("not_found", "There is no such member.");
}
