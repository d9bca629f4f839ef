import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import { ask } from "#platform/ask.ts";
import type { Database } from "#platform/database.ts";
import { inTurn } from "./lock.ts";
import { applyMerges } from "./people.ts";
import type { ActivityTables } from "./tables.ts";

interface Deps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
}
interface Person {
  workspaceId: string;
  /** Every identifier of one person, as `identifiersLike` answers them. */
  refs: readonly string[];
}

/** An event as it is given out to the person it is about. */
export interface ToldEvent {
  touchpoint: string;
  kind: string;
  at: string;
  case: string;
  metric: string;
  score: number | null;
  comment: string;
  properties: Record<string, string>;
}

/** All that is known of what a person lived, the oldest first, and what they are known by. */
export async function tellPerson(
  deps: Deps,
  { workspaceId, refs }: Person,
): Promise<{ identifiers: { kind: string; value: string; isHashed: boolean }[]; events: ToldEvent[] }> {
  const identifiers = await deps.db
    .withTables<ActivityTables>()
    .selectFrom("person_identifier")
    .select(["kind", "value", "is_hashed as isHashed"])
    .where("ref", "in", refs)
    .orderBy("kind")
    .execute();
  const events = await ask<ToldEvent>(
    deps.clickhouse,
    `SELECT touchpoint_key AS touchpoint, kind, toString(occurred_at) AS at, case_id AS case, metric,
       if(metric = '', NULL, score) AS score, comment, properties
     FROM event WHERE workspace_id = {workspaceId:UUID} AND person_id IN {people:Array(UUID)} ORDER BY occurred_at`,
    { workspaceId, people: await peopleOf(deps.db, refs) },
  );
  return { identifiers, events };
}

/** Deletes a person with all their events, those on their way too; interrupted and done again, it ends the same. */
export async function erasePerson(deps: Deps, person: Person): Promise<{ events: number }> {
  const { db, clickhouse } = deps;
  const { workspaceId, refs } = person;
  const erase = async () => {
    await sql`DELETE FROM event_inbox WHERE workspace_id = ${workspaceId}::uuid AND EXISTS (
      SELECT FROM jsonb_array_elements(event -> 'identifiers') AS i WHERE (i ->> 'ref')::uuid = any(${refs}::uuid[])
    )`.execute(db);
    await applyMerges(db, clickhouse, workspaceId);
    const people = await peopleOf(db, refs);
    const scope = { workspaceId, people };
    const where = "workspace_id = {workspaceId:UUID} AND person_id IN {people:Array(UUID)}";
    const [counted] = await ask<{ events: number }>(
      clickhouse,
      `SELECT count() AS events FROM event WHERE ${where}`,
      scope,
    );
    await clickhouse.command({ query: `DELETE FROM event WHERE ${where}`, query_params: scope });
    // Last: until then they tell whose events these are. Their identifiers go with them.
    await sql`DELETE FROM person_merge WHERE into_person = any(${people}::uuid[])`.execute(db);
    await sql`DELETE FROM person WHERE id = any(${people}::uuid[])`.execute(db);
    return { events: counted?.events ?? 0 };
  };
  // Nobody moves or merges people of the workspace meanwhile.
  const erased = await inTurn(db, "people of", workspaceId, erase, async () => undefined);
  return erased ?? { events: 0 };
}

/** Who is known by these: one person, or the identifier itself, which a person met by it alone is called. */
async function peopleOf(db: Kysely<Database>, refs: readonly string[]): Promise<string[]> {
  const rows = await db
    .withTables<ActivityTables>()
    .selectFrom("person_identifier")
    .select("person_id")
    .distinct()
    .where("ref", "in", refs)
    .execute();
  return rows.map(({ person_id }) => person_id);
}
