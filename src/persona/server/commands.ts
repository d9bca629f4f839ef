import type { Insertable, Kysely } from "kysely";
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
  { key, name, summary }: RouteBody<typeof api.createPersona>,
): Promise<Persona> {
  const [made] =
    key === undefined
      ? await addPersonas(db, workspaceId, [{ name, summary }])
      : await insert(db, [{ workspace_id: workspaceId, key, name, summary }]);
  if (made === undefined)
    throw new AppError("conflict", `The key «${key}» is taken.`, { remedy: "Choose another key." });
  return made;
}

/** Adds personas at once, under free keys made of their names; answers them in the order given. */
export async function addPersonas(
  db: Kysely<Database>,
  workspaceId: string,
  wanted: readonly Pick<Persona, "name" | "summary">[],
): Promise<Persona[]> {
  if (wanted.length === 0) return [];
  const known = await db
    .withTables<PersonaTables>()
    .selectFrom("persona")
    .select("key")
    .where("workspace_id", "=", workspaceId)
    .execute();
  const taken = new Set(known.map((row) => row.key));
  const rows = wanted.map(({ name, summary }) => {
    const key = freeKey(keyFrom(name, "persona"), (candidate) => taken.has(candidate));
    taken.add(key);
    return { workspace_id: workspaceId, key, name, summary };
  });
  const made = new Map((await insert(db, rows)).map((persona) => [persona.key, persona]));
  // Somebody else took the key of the others since it was found free.
  const others = await addPersonas(
    db,
    workspaceId,
    rows.filter(({ key }) => !made.has(key)),
  );
  return rows.flatMap(({ key }) => made.get(key) ?? others.shift() ?? []);
}

async function insert(db: Kysely<Database>, rows: Insertable<PersonaTables["persona"]>[]): Promise<Persona[]> {
  return db
    .withTables<PersonaTables>()
    .insertInto("persona")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning(personaColumns)
    .execute();
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
