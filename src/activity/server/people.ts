import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { installationSecret } from "#platform/secrets.ts";
import { type KnownPerson, resolve } from "../rules/identity.ts";
import type { IdentifierRow } from "./fingerprint.ts";
import type { ActivityTables } from "./tables.ts";

export interface PeopleCounts {
  newPeople: number;
  mergedPeople: number;
}

/** What identifiers of a workspace are hashed with; it never leaves the installation. */
export function peopleSecret(db: Kysely<Database>, workspaceId: string): Promise<string> {
  return installationSecret(db, `people of ${workspaceId}`);
}

interface Scope {
  workspaceId: string;
  /** Null: events that came in one by one. */
  importId: string | null;
}

/** Makes or finds the person of every group of identifiers, and merges people whom a group shows to be one. */
export async function savePeople(
  db: Kysely<Database>,
  scope: Scope,
  groups: readonly (readonly IdentifierRow[])[],
): Promise<void> {
  const together = groups.filter((group) => group.length > 1);
  const shared = new Set(together.flat().map(({ ref }) => ref));
  await addStrangers(
    db,
    scope,
    groups.flatMap((group) => (group.length === 1 ? group.filter(({ ref }) => !shared.has(ref)) : [])),
  );
  if (together.length > 0) await resolveGroups(db, scope, together);
}

/** An identifier met alone either belongs to somebody already or makes a person called by it: nothing to decide. */
async function addStrangers(db: Kysely<Database>, scope: Scope, rows: readonly IdentifierRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`WITH stranger AS (
      SELECT given.* FROM ${unnested(rows)} LEFT JOIN person_identifier AS known USING (ref) WHERE known.ref IS NULL
    ), made AS (
      INSERT INTO person (id, workspace_id, import_id)
      SELECT ref, ${scope.workspaceId}::uuid, ${scope.importId}::uuid FROM stranger ON CONFLICT (id) DO NOTHING
    )
    INSERT INTO person_identifier (ref, workspace_id, kind, value, is_hashed, person_id)
    SELECT ref, ${scope.workspaceId}::uuid, kind, value, is_hashed, ref FROM stranger
    ON CONFLICT (ref) DO NOTHING`.execute(db);
}

async function resolveGroups(
  db: Kysely<Database>,
  scope: Scope,
  groups: readonly (readonly IdentifierRow[])[],
): Promise<void> {
  const rowOf = new Map(groups.flat().map((row) => [row.ref, row]));
  const known = await db
    .withTables<ActivityTables>()
    .selectFrom("person_identifier as i")
    .innerJoin("person as p", "p.id", "i.person_id")
    .select(["i.ref", "p.id", "p.created_at"])
    .where("i.ref", "=", sql<string>`any(${[...rowOf.keys()]}::uuid[])`)
    .execute();
  const personOf = new Map<string, KnownPerson>(
    known.map(({ ref, id, created_at }) => [ref, { id, since: created_at.getTime() }]),
  );
  const refs = groups.map((group) => group.map(({ ref }) => ref));
  const { created, added, merged } = resolve(refs, personOf);
  if (created.length > 0) {
    await sql`INSERT INTO person (id, workspace_id, import_id)
      SELECT id, ${scope.workspaceId}::uuid, ${scope.importId}::uuid FROM unnest(${created}::uuid[]) AS id
      ON CONFLICT (id) DO NOTHING`.execute(db);
  }
  const rows = added.flatMap(({ ref }) => rowOf.get(ref) ?? []);
  if (rows.length > 0) {
    await sql`INSERT INTO person_identifier (ref, workspace_id, kind, value, is_hashed, person_id)
      SELECT ref, ${scope.workspaceId}::uuid, kind, value, is_hashed, person
      FROM ${unnested(rows)} JOIN unnest(
        ${added.map(({ ref }) => ref)}::uuid[], ${added.map(({ person }) => person)}::uuid[]
      ) AS owned (ref, person) USING (ref)
      ON CONFLICT (ref) DO NOTHING`.execute(db);
  }
  if (merged.length > 0) await mergePeople(db, scope, merged);
}

function unnested(rows: readonly IdentifierRow[]) {
  return sql`unnest(
    ${rows.map(({ ref }) => ref)}::uuid[], ${rows.map(({ kind }) => kind)}::text[],
    ${rows.map(({ value }) => value)}::text[], ${rows.map(({ isHashed }) => isHashed)}::boolean[]
  ) AS given (ref, kind, value, is_hashed)`;
}

/** Events stored for a person made by this very import do not exist yet, so only people known otherwise leave a trace. */
async function mergePeople(
  db: Kysely<Database>,
  { workspaceId, importId }: Scope,
  merged: readonly { from: string; into: string }[],
): Promise<void> {
  const pairs = sql`unnest(${merged.map(({ from }) => from)}::uuid[], ${merged.map(({ into }) => into)}::uuid[]) AS pair (gone, kept)`;
  await sql`UPDATE person_identifier SET person_id = pair.kept FROM ${pairs} WHERE person_id = pair.gone`.execute(db);
  await sql`UPDATE person_merge SET into_person = pair.kept, is_applied = false FROM ${pairs} WHERE into_person = pair.gone`.execute(
    db,
  );
  await sql`INSERT INTO person_merge (from_person, into_person, workspace_id, import_id)
    SELECT pair.gone, pair.kept, ${workspaceId}::uuid, ${importId}::uuid
    FROM ${pairs} JOIN person ON person.id = pair.gone
    WHERE person.import_id = ${importId}::uuid IS NOT TRUE ON CONFLICT (from_person) DO NOTHING`.execute(db);
  await sql`DELETE FROM person USING ${pairs} WHERE person.id = pair.gone`.execute(db);
}

/** What an import has made of people so far. */
export async function countPeople(db: Kysely<Database>, importId: string): Promise<PeopleCounts> {
  const { rows } = await sql<PeopleCounts>`SELECT
    (SELECT count(*) FROM person WHERE import_id = ${importId}::uuid) AS "newPeople",
    (SELECT count(*) FROM person_merge WHERE import_id = ${importId}::uuid) AS "mergedPeople"`.execute(db);
  return rows[0] ?? { newPeople: 0, mergedPeople: 0 };
}

/** Identifiers that belong to a person called by another one, in pages. */
export async function* aliasesOf(
  db: Kysely<Database>,
  workspaceId: string,
): AsyncGenerator<{ ref: string; person: string }[]> {
  const tables = db.withTables<ActivityTables>();
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await tables
      .selectFrom("person_identifier")
      .select(["ref", "person_id as person"])
      .where("workspace_id", "=", workspaceId)
      .whereRef("ref", "!=", "person_id")
      .where("ref", ">", after)
      .orderBy("ref")
      .limit(20_000)
      .execute();
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.ref;
  }
}

const mergesAtOnce = 2000;

/** Gives the stored events of merged people to those they are; interrupted and done again, it ends the same. */
export async function applyMerges(
  db: Kysely<Database>,
  clickhouse: ClickHouseClient,
  workspaceId: string,
): Promise<void> {
  const tables = db.withTables<ActivityTables>();
  for (;;) {
    const merges = await tables
      .selectFrom("person_merge")
      .select(["from_person", "into_person"])
      .where("workspace_id", "=", workspaceId)
      .where("is_applied", "=", false)
      .limit(mergesAtOnce)
      .execute();
    if (merges.length === 0) return;
    const gone = merges.map(({ from_person }) => from_person);
    await clickhouse.command({
      query: `ALTER TABLE event UPDATE person_id = toUUID(transform(toString(person_id), {gone:Array(String)}, {kept:Array(String)}))
        WHERE workspace_id = {workspace:UUID} AND person_id IN (SELECT toUUID(arrayJoin({gone:Array(String)})))`,
      query_params: { gone, kept: merges.map(({ into_person }) => into_person), workspace: workspaceId },
      clickhouse_settings: { mutations_sync: "1" },
    });
    await tables.updateTable("person_merge").set({ is_applied: true }).where("from_person", "in", gone).execute();
  }
}

/** What to call people on screen: an identifier that was kept in clear, the first by kind; nothing for those without. */
export async function labelPeople(
  db: Kysely<Database>,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .withTables<ActivityTables>()
    .selectFrom("person_identifier")
    .distinctOn("person_id")
    .select(["person_id", "value"])
    .where("workspace_id", "=", workspaceId)
    .where("person_id", "in", personIds)
    .where("is_hashed", "=", false)
    .orderBy("person_id")
    .orderBy("kind")
    .orderBy("value")
    .execute();
  return new Map(rows.map(({ person_id, value }) => [person_id, value]));
}

/** Every identifier of the person whom one belongs to, itself included. */
export async function identifiersLike(db: Kysely<Database>, ref: string): Promise<string[]> {
  return (await identifiersLikeEach(db, [ref])).get(ref) ?? [ref];
}

/** The same for several: all that belong to whom each of these belongs to. */
export async function identifiersLikeEach(
  db: Kysely<Database>,
  refs: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .withTables<ActivityTables>()
    .selectFrom("person_identifier as own")
    .innerJoin("person_identifier as any", "any.person_id", "own.person_id")
    .select(["own.ref as own", "any.ref as other"])
    .where("own.ref", "=", sql<string>`any(${[...refs]}::uuid[])`)
    .execute();
  const others = Map.groupBy(rows, ({ own }) => own);
  return new Map(
    refs.map((ref) => [ref, [...new Set([ref, ...(others.get(ref) ?? []).map(({ other }) => other)])]] as const),
  );
}

/** The part of a statement that says who is behind an identifier: the person's id, else the identifier, while nobody is known by it. */
export function personBehind(ref: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`coalesce((SELECT person_id FROM person_identifier WHERE person_identifier.ref = ${ref}), ${ref})`;
}

/** What to call whose identifier this is, as `labelPeople` does; null when nothing was kept in clear. */
export async function labelOfIdentifier(
  db: Kysely<Database>,
  workspaceId: string,
  ref: string,
): Promise<string | null> {
  const owner = await db
    .withTables<ActivityTables>()
    .selectFrom("person_identifier")
    .select("person_id")
    .where("workspace_id", "=", workspaceId)
    .where("ref", "=", ref)
    .executeTakeFirst();
  if (owner === undefined) return null;
  return (await labelPeople(db, workspaceId, [owner.person_id])).get(owner.person_id) ?? null;
}

/** An identifier of that kind of the same person, where one was kept in clear. */
export async function clearIdentifier(
  db: Kysely<Database>,
  { workspaceId, ref, kind }: { workspaceId: string; ref: string; kind: string },
): Promise<string | null> {
  const found = await db
    .withTables<ActivityTables>()
    .selectFrom("person_identifier as own")
    .innerJoin("person_identifier as other", "other.person_id", "own.person_id")
    .select("other.value")
    .where("own.ref", "=", ref)
    .where("own.workspace_id", "=", workspaceId)
    .where("other.kind", "=", kind)
    .where("other.is_hashed", "=", false)
    .orderBy("other.value")
    .limit(1)
    .executeTakeFirst();
  return found?.value ?? null;
}
