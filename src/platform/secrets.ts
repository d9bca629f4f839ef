import { createHash, randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database } from "./database.ts";

type SecretTables = {
  installation_secret: { name: string; value: string };
};

/** 256 bits, safe in a URL. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a one-time token: enough to know it again, useless to whoever reads the database. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** The secret of that name, made at its first use and the same for every process ever after. */
export async function installationSecret(db: Kysely<Database>, name: string): Promise<string> {
  await db
    .withTables<SecretTables>()
    .insertInto("installation_secret")
    .values({ name, value: newSecret() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const value = await knownSecret(db, name);
  if (value === null) throw new Error("a secret that is in the way is there");
  return value;
}

/** The secret of that name, null when it was never made or is deleted. */
export async function knownSecret(db: Kysely<Database>, name: string): Promise<string | null> {
  const found = await db
    .withTables<SecretTables>()
    .selectFrom("installation_secret")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  return found?.value ?? null;
}
