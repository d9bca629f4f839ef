import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import { hashPassword, verifyPassword } from "#platform/auth.ts";
import type { Locale } from "../model.ts";
import type { WorkspaceTables } from "./tables.ts";

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  locale: Locale;
}

/** How the sign-in library looks an address up. */
export function normalEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Makes the account and answers its id. */
export async function insertAccount(
  db: Kysely<WorkspaceTables>,
  { name, email, password, locale }: NewAccount,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto("user")
    .values({ id, name, email: normalEmail(email), locale })
    .execute();
  await db
    .insertInto("account")
    .values({
      id: randomUUID(),
      accountId: id,
      providerId: "credential",
      userId: id,
      password: await hashPassword(password),
    })
    .execute();
  return id;
}

/** The account of an address, with the question whether a password is its own. */
export async function findAccount(
  db: Kysely<WorkspaceTables>,
  email: string,
): Promise<{ id: string; has(password: string): Promise<boolean> } | null> {
  const found = await db
    .selectFrom("user")
    .innerJoin("account", (join) =>
      join.onRef("account.userId", "=", "user.id").on("account.providerId", "=", "credential"),
    )
    .select(["user.id", "account.password"])
    .where("user.email", "=", normalEmail(email))
    .executeTakeFirst();
  if (found === undefined) return null;
  const { id, password: hash } = found;
  return { id, has: async (password) => hash !== null && verifyPassword({ hash, password }) };
}
