import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Persona } from "../model.ts";
import type { PersonaTables } from "./tables.ts";

export const personaColumns = ["id", "key", "name", "summary"] as const;

/** The personas of a workspace, by name. */
export async function listPersonas(db: Kysely<Database>, workspaceId: string): Promise<Persona[]> {
  return db
    .withTables<PersonaTables>()
    .selectFrom("persona")
    .select(personaColumns)
    .where("workspace_id", "=", workspaceId)
    .orderBy("name")
    .orderBy("key")
    .execute();
}
