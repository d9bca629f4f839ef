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
  const tables = db.withTables<SecretTables>();
  await tables
    .insertInto("installation_secret")
    .values({ name, value: newSecret() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const { value } = await tables
    .selectFrom("installation_secret")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return value;
}
