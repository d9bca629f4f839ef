import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import { ask } from "#platform/ask.ts";
import type { Database } from "#platform/database.ts";
import type { ActivityTables } from "./tables.ts";

/** A contact as it is known: who it was, when (milliseconds since 1970), with what properties. */
export interface KnownContact {
  id: string;
  person: string;
  at: number;
  properties: Record<string, string>;
}

/** Which contacts at a touchpoint: instants in milliseconds since 1970, both bounds included. */
export interface ContactScope {
  workspaceId: string;
  touchpoint: string;
  from: number;
  until: number;
  /** Only what happened after the one, or was told of after the other; null: all. */
  news: { happenedAfter: number; toldAfter: number } | null;
  /** The last one read; null: begin. */
  after: Pick<KnownContact, "id" | "at"> | null;
  most: number;
}

/** What somebody is known by, and where they can be written to; null: nothing of that kind was kept in clear. */
export interface Reach {
  refs: string[];
  address: string | null;
}

/** The people that a workspace knows, and what they lived. */
export interface Customers {
  /** Contacts in the order they happened. */
  contacts(scope: ContactScope): Promise<KnownContact[]>;
  /** Ids of people in the order of these, from the one after `after`. */
  after(workspaceId: string, page: { after: string; most: number }): Promise<string[]>;
  count(workspaceId: string): Promise<number>;
  /** Of each of these people; nobody for an id that nobody can know again. */
  reach(wanted: { workspaceId: string; people: readonly string[]; kind: string }): Promise<Map<string, Reach>>;
}

export function createCustomers({ db, clickhouse }: { db: Kysely<Database>; clickhouse: ClickHouseClient }): Customers {
  const tables = db.withTables<ActivityTables>();
  return {
    contacts: (scope) => contactsAt(clickhouse, scope),
    after: async (workspaceId, { after, most }) => {
      const rows = await tables
        .selectFrom("person")
        .select("id")
        .where("workspace_id", "=", workspaceId)
        .where("id", ">", after)
        .orderBy("id")
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },
    count: async (workspaceId) => {
      const { people } = await tables
        .selectFrom("person")
        .select(({ fn }) => fn.countAll<number>().as("people"))
        .where("workspace_id", "=", workspaceId)
        .executeTakeFirstOrThrow();
      return people;
    },
    reach: async ({ workspaceId, people, kind }) => {
      const rows = await tables
        .selectFrom("person_identifier")
        .select(["person_id", "ref", "kind", "value", "is_hashed"])
        .where("workspace_id", "=", workspaceId)
        .where("person_id", "=", sql<string>`any(${[...people]}::uuid[])`)
        .orderBy("value")
        .execute();
      return new Map(
        [...Map.groupBy(rows, ({ person_id }) => person_id)].map(([person, known]) => [
          person,
          {
            refs: known.map(({ ref }) => ref),
            address: known.find((one) => one.kind === kind && !one.is_hashed)?.value ?? null,
          },
        ]),
      );
    },
  };
}

function contactsAt(
  clickhouse: ClickHouseClient,
  { workspaceId, touchpoint, from, until, news, after, most }: ContactScope,
): Promise<KnownContact[]> {
  const bounds = [
    "workspace_id = {workspaceId:UUID}",
    "touchpoint_key = {touchpoint:String}",
    "kind = 'contact'",
    "occurred_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')",
    "occurred_at <= fromUnixTimestamp64Milli({until:Int64}, 'UTC')",
    ...(news === null
      ? []
      : [
          `(occurred_at > fromUnixTimestamp64Milli({happenedAfter:Int64}, 'UTC')
            OR received_at > fromUnixTimestamp64Milli({toldAfter:Int64}, 'UTC'))`,
        ]),
    ...(after === null
      ? []
      : ["(occurred_at, event_id) > (fromUnixTimestamp64Milli({afterAt:Int64}, 'UTC'), {afterId:UUID})"]),
  ];
  return ask<KnownContact>(
    clickhouse,
    `SELECT event_id AS id, person_id AS person, toUnixTimestamp64Milli(occurred_at) AS at, properties
     FROM event WHERE ${bounds.join(" AND ")} ORDER BY occurred_at, event_id LIMIT {most:UInt32}`,
    {
      workspaceId,
      touchpoint,
      from: Math.round(from),
      until: Math.round(until),
      most,
      ...(news === null
        ? {}
        : { happenedAfter: Math.round(news.happenedAfter), toldAfter: Math.round(news.toldAfter) }),
      ...(after === null ? {} : { afterAt: after.at, afterId: after.id }),
    },
  );
}
