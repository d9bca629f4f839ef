import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Persona } from "../model.ts";
import { listPersonas } from "./queries.ts";
import type { PersonaTables } from "./tables.ts";

/** Makes the personas of these keys that are not there, and with `rename` says those that are as given; gives them all. */
export async function ensurePersonas(
  db: Kysely<Database>,
  workspaceId: string,
  wanted: readonly Omit<Persona, "id">[],
  { rename = false }: { rename?: boolean } = {},
): Promise<Persona[]> {
  if (wanted.length > 0) {
    await db
      .withTables<PersonaTables>()
      .insertInto("persona")
      .values(wanted.map(({ key, name, summary }) => ({ workspace_id: workspaceId, key, name, summary })))
      .onConflict((conflict) => {
        const known = conflict.columns(["workspace_id", "key"]);
        return rename
          ? known.doUpdateSet((eb) => ({ name: eb.ref("excluded.name"), summary: eb.ref("excluded.summary") }))
          : known.doNothing();
      })
      .execute();
  }
  return listPersonas(db, workspaceId);
}
