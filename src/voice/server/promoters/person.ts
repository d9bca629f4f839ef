import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { PromoterTables } from "./tables.ts";

/** What a person was asked to be, and what they said to it, in its order; it goes with their letters. */
export async function rolesOf(
  db: Kysely<Database>,
  { workspaceId, refs }: { workspaceId: string; refs: readonly string[] },
) {
  return db
    .withTables<PromoterTables>()
    .selectFrom("promoter_deed")
    .select(["deed", "role", "consent", "done_at"])
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "in", refs)
    .orderBy("id")
    .execute();
}
