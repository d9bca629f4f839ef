import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { freeKey, keyFrom } from "#touchpoint/rules.ts";
import type * as api from "../api.ts";
import type { Persona } from "../model.ts";
import { personaColumns } from "./queries.ts";
import type { PersonaTables } from "./tables.ts";

export interface PersonaDeps {
  db: Kysely<Database>;
  /** Names of the journeys that tell of a persona; this room stands before theirs, so it is told. */
  journeysTelling: (workspaceId: string, personaId: string) => Promise<string[]>;
}

type Place = { workspaceId: string; id: string };

/** @throws AppError `conflict` when the key given is taken. */
export async function createPersona(
  { db }: Pick<PersonaDeps, "db">,
  workspaceId: string,
  { key: wanted, name, summary }: RouteBody<typeof api.createPersona>,
): Promise<Persona> {
  const tables = db.withTables<PersonaTables>();
  for (;;) {
    const rows = await tables.selectFrom("persona").select("key").where("workspace_id", "=", workspaceId).execute();
    const taken = new Set(rows.map((row) => row.key));
    const key = wanted ?? freeKey(keyFrom(name, "persona"), (candidate) => taken.has(candidate));
    const inserted = await tables
      .insertInto("persona")
      .values({ workspace_id: workspaceId, key, name, summary })
      .onConflict((conflict) => conflict.doNothing())
      .returning(personaColumns)
      .executeTakeFirst();
    if (inserted !== undefined) return inserted;
    if (wanted !== undefined)
      throw new AppError("conflict", `The key «${wanted}» is taken.`, { remedy: "Choose another key." });
    // Somebody else took the key since it was found free.
  }
}

/** @throws AppError `not_found` */
export async function updatePersona(
  { db }: Pick<PersonaDeps, "db">,
  { workspaceId, id }: Place,
  { name, summary }: RouteBody<typeof api.updatePersona>,
): Promise<Persona> {
  const updated = await db
    .withTables<PersonaTables>()
    .updateTable("persona")
    .set((eb) => ({ name: name ?? eb.ref("name"), summary: summary ?? eb.ref("summary") }))
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning(personaColumns)
    .executeTakeFirst();
  return updated ?? notFound();
}

/** @throws AppError `not_found`; `conflict` while a journey tells of it. */
export async function deletePersona({ db, journeysTelling }: PersonaDeps, { workspaceId, id }: Place): Promise<void> {
  const journeys = await journeysTelling(workspaceId, id);
  if (journeys.length > 0) {
    throw new AppError("conflict", `This persona is on ${journeys.map((name) => `«${name}»`).join(", ")}.`, {
      remedy: "Take it off these journeys first.",
    });
  }
  const deleted = await db
    .withTables<PersonaTables>()
    .deleteFrom("persona")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (deleted.numDeletedRows === 0n) notFound();
}

function notFound(): never {
  throw new AppError("not_found", "There is no such persona.");
}
