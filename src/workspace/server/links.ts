import type { Kysely } from "kysely";
import { AppError } from "#platform/errors.ts";
import { hashOfToken, newSecret } from "#platform/secrets.ts";
import type { Locale, Role } from "../model.ts";
import { findAccount, insertAccount, normalEmail, type NewAccount } from "./accounts.ts";
import { defaultNames, type WorkspaceDeps } from "./commands.ts";
import { needsOwner } from "./queries.ts";
import type { WorkspaceTables } from "./tables.ts";

/** Where the hash of the one link that makes the owner lies. */
const ownerLink = "owner_link";
const invitationDays = 7;

/** A fresh token for the link that makes the owner, null when there is an owner already; older ones stop working. */
export async function newOwnerToken({ db }: WorkspaceDeps): Promise<string | null> {
  if (!(await needsOwner(db))) return null;
  const token = newSecret();
  await db
    .withTables<WorkspaceTables>()
    .insertInto("installation_secret")
    .values({ name: ownerLink, value: hashOfToken(token) })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: hashOfToken(token) }))
    .execute();
  return token;
}

/**
 * Makes the first account, owner of every workspace that has none.
 * @throws AppError `gone` when the link was used or replaced by a newer one.
 */
export async function createOwner({ db, log }: WorkspaceDeps, input: NewAccount & { token: string }): Promise<string> {
  const userId = await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<WorkspaceTables>();
    // Of two who come at once, the second waits here and then finds nothing.
    const { numDeletedRows } = await tables
      .deleteFrom("installation_secret")
      .where("name", "=", ownerLink)
      .where("value", "=", hashOfToken(input.token))
      .executeTakeFirst();
    if (numDeletedRows === 0n) {
      throw new AppError("gone", "This link was already used, or a newer one replaced it.", {
        remedy: "Sign in, or start the server again for a new link.",
      });
    }
    await refuseTaken(tables, input.email);
    const id = await insertAccount(tables, input);
    await adoptWorkspaces(tables, id, input.locale);
    return id;
  });
  log.info("owner made", { user: userId });
  return userId;
}

/** Gives the workspaces that nobody owns to the first owner, in their language. */
async function adoptWorkspaces(tables: Kysely<WorkspaceTables>, userId: string, locale: Locale): Promise<void> {
  const orphans = await tables
    .selectFrom("workspace")
    .leftJoin("member", (join) =>
      join.onRef("member.workspace_id", "=", "workspace.id").on("member.role", "=", "owner"),
    )
    .select(["workspace.id", "workspace.name", "workspace.is_demo"])
    .where("member.user_id", "is", null)
    .execute();
  for (const { id, name, is_demo: isDemo } of orphans) {
    const isUnnamed = Object.values(defaultNames).includes(name);
    const inLocale = { locale, ...(isUnnamed ? { name: defaultNames[locale] } : {}) };
    // A demo is in its language through and through, so that changing it is more than this.
    if (!isDemo) await tables.updateTable("workspace").set(inLocale).where("id", "=", id).execute();
    await tables.insertInto("member").values({ workspace_id: id, user_id: userId, role: "owner" }).execute();
  }
}

/** Makes a one-time token that lets whoever has it join a workspace. */
export async function inviteMember(
  { db, log }: WorkspaceDeps,
  workspaceId: string,
  { email, role, now }: { email: string; role: Role; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  await db
    .withTables<WorkspaceTables>()
    .insertInto("invitation")
    .values({
      token_hash: hashOfToken(token),
      workspace_id: workspaceId,
      email: normalEmail(email),
      role,
      expires_at: expiresAt,
      accepted_at: null,
    })
    .execute();
  log.info("invitation made", { workspace: workspaceId, role });
  return { token, expiresAt };
}

/**
 * Joins the workspace of an invitation, with the account of its address or a new one. Who is a member already keeps
 * their role.
 * @throws AppError `gone` when the link is used, out of date or unknown; `not_signed_in` when the address has an account
 *   with another password.
 */
export async function acceptInvitation(
  { db, log }: WorkspaceDeps,
  { token, now, ...person }: Omit<NewAccount, "email"> & { token: string; now: Date },
): Promise<{ userId: string; email: string }> {
  const joined = await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<WorkspaceTables>();
    const invitation = await tables
      .updateTable("invitation")
      .set({ accepted_at: now })
      .where("token_hash", "=", hashOfToken(token))
      .where("accepted_at", "is", null)
      .where("expires_at", ">", now)
      .returning(["workspace_id", "email", "role"])
      .executeTakeFirst();
    if (invitation === undefined) {
      throw new AppError("gone", "This invitation was already used, or is out of date.", {
        remedy: "Ask for a new one.",
      });
    }
    const account = await findAccount(tables, invitation.email);
    if (account !== null && !(await account.has(person.password))) {
      throw new AppError("not_signed_in", `${invitation.email} already has an account here, with another password.`, {
        remedy: "Give the password of that account.",
      });
    }
    const userId = account?.id ?? (await insertAccount(tables, { ...person, email: invitation.email }));
    await tables
      .insertInto("member")
      .values({ workspace_id: invitation.workspace_id, user_id: userId, role: invitation.role })
      .onConflict((conflict) => conflict.columns(["workspace_id", "user_id"]).doNothing())
      .execute();
    return { userId, email: invitation.email, workspaceId: invitation.workspace_id };
  });
  log.info("invitation accepted", { workspace: joined.workspaceId, user: joined.userId });
  return joined;
}

async function refuseTaken(tables: Kysely<WorkspaceTables>, email: string): Promise<void> {
  if ((await findAccount(tables, email)) === null) return;
  throw new AppError("conflict", "This e-mail already has an account.", { remedy: "Give another e-mail." });
}
