import { setTimeout as sleep } from "node:timers/promises";
import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import { type Database, inTransaction } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { canonical } from "../rules/records.ts";
import { identifierMaker, type IdentifierRow } from "./fingerprint.ts";
import { inTurn } from "./lock.ts";
import { applyMerges, peopleSecret, savePeople } from "./people.ts";
import type { ActivityTables } from "./tables.ts";

/** An event that whoever sent it is told is kept. */
export interface AcceptedEvent {
  /** Accepted again, it is the same event. */
  id: string;
  workspaceId: string;
  kind: "contact" | "answer";
  /** The key of the touchpoint. */
  touchpoint: string;
  /** Milliseconds since 1970, UTC. */
  at: number;
  /** What one person is known by; empty: a person nobody can know again. */
  identifiers: readonly IdentifierRow[];
  /** What was measured; empty: a contact. */
  metric: string;
  score: number;
  comment: string;
  properties: Readonly<Record<string, string>>;
}

/** What a person is known by, as imports with the same kinds of identifier have it; never stored in clear. */
export async function identify(
  db: Kysely<Database>,
  workspaceId: string,
  given: readonly { kind: string; value: string }[],
): Promise<IdentifierRow[]> {
  const said = given
    .map(({ kind, value }) => ({ kind, value: canonical(kind, value) }))
    .filter(({ value }) => value !== "");
  if (said.length === 0) return [];
  const identifier = identifierMaker(await peopleSecret(db, workspaceId));
  return said.map(({ kind, value }) => identifier({ kind, store: "hashed" }, value));
}

/** Keeps events until they are in the store of events; within a transaction, if that commits. */
export async function acceptEvents(db: Kysely<Database>, events: readonly AcceptedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await db
    .withTables<ActivityTables>()
    .insertInto("event_inbox")
    .values(
      events.map(({ id, workspaceId, ...event }) => ({ id, workspace_id: workspaceId, event: JSON.stringify(event) })),
    )
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** An event whose id and workspace stand beside it. */
export type InboxEvent = Omit<AcceptedEvent, "id" | "workspaceId">;

/** The part of a statement that keeps the events of `rows` (`id`, `workspace_id`, `event`) as `acceptEvents` does. */
export function acceptingEvents(rows: string): string {
  return `INSERT INTO event_inbox (id, workspace_id, event)
    SELECT id, workspace_id, event FROM ${rows} WHERE event IS NOT NULL ON CONFLICT (id) DO NOTHING`;
}

/** Where the store of events has something new. */
export interface Moved {
  workspaceId: string;
  /** Keys. */
  touchpoints: readonly string[];
}

export interface InboxDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
}

export interface Inbox {
  /** Moves what was accepted now instead of at the next round. */
  wake(): void;
  /** Ends after the batch under way; what is left goes on at the next start. */
  close(): Promise<void>;
}

/** Finds what another process accepted and left. */
const roundMilliseconds = 1000;
const longestPause = 30_000;
/** Events that come one upon the other are stored together: the store merges what every statement leaves. */
const restMilliseconds = 500;

/**
 * Moves accepted events into the store of events, in the order they came, and says in the transaction that forgets them
 * where it did. Killed at any moment, nothing is lost or doubled: an event is forgotten once it is stored, and one that is
 * stored already is not stored again.
 */
export function startInbox(
  deps: InboxDeps,
  log: Pick<Log, "info" | "warn">,
  onMoved: (transaction: Kysely<Database>, moved: Moved) => Promise<void>,
): Inbox {
  const stop = new AbortController();
  let bell = Promise.withResolvers<void>();
  const wake = (): void => bell.resolve();
  const rest = (milliseconds: number): Promise<void> =>
    sleep(milliseconds, undefined, { signal: stop.signal }).catch(() => undefined);

  const work = async (): Promise<void> => {
    for (let failures = 0; !stop.signal.aborted;) {
      bell = Promise.withResolvers<void>();
      try {
        await moveAll(deps, onMoved, stop.signal);
        if (failures > 0) log.info("accepted events are stored again");
        failures = 0;
        await rest(restMilliseconds);
        await bell.promise;
      } catch (error) {
        failures += 1;
        const pause = Math.min(roundMilliseconds * 2 ** (failures - 1), longestPause);
        log.warn("accepted events cannot be stored yet", { reason: String(error), again: `in ${pause / 1000} s` });
        await rest(pause);
      }
    }
  };
  const timer = setInterval(wake, roundMilliseconds);
  const ended = work();
  return {
    wake,
    close: async () => {
      clearInterval(timer);
      stop.abort();
      wake();
      await ended;
    },
  };
}

/** Events stored by one statement. */
const batch = 5000;

type OnMoved = Parameters<typeof startInbox>[2];

/** Where an import is deciding who is who, the events of that workspace wait for the next round. */
async function moveAll(deps: InboxDeps, onMoved: OnMoved, signal: AbortSignal): Promise<void> {
  const waiting = await deps.db
    .withTables<ActivityTables>()
    .selectFrom("event_inbox")
    .select("workspace_id")
    .distinct()
    .execute();
  for (const { workspace_id: workspaceId } of waiting) {
    for (let moved: number | null = batch; moved === batch && !signal.aborted;)
      moved = await inTurn(deps.db, "people of", workspaceId, () => moveBatch(deps, workspaceId, onMoved));
  }
}

/** Stores the oldest events of a workspace, and answers how many they were. */
async function moveBatch({ db, clickhouse }: InboxDeps, workspaceId: string, onMoved: OnMoved): Promise<number> {
  const rows = await db
    .withTables<ActivityTables>()
    .selectFrom("event_inbox")
    .select(["id", "event"])
    .where("workspace_id", "=", workspaceId)
    .orderBy("accepted_at")
    .orderBy("id")
    .limit(batch)
    .execute();
  if (rows.length === 0) return 0;
  const events = rows.map(({ id, event }) => ({ ...event, id, workspaceId }));
  const personOf = await resolvePeople(db, workspaceId, events);
  await applyMerges(db, clickhouse, workspaceId);

  const stored = await storedAmong(clickhouse, workspaceId, events);
  const fresh = events.filter(({ id }) => !stored.has(id));
  if (fresh.length > 0) {
    await clickhouse.insert({
      table: "event",
      format: "JSONEachRow",
      values: fresh.map((event) => ({
        workspace_id: workspaceId,
        touchpoint_key: event.touchpoint,
        occurred_at: instant(event.at),
        event_id: event.id,
        kind: event.kind,
        person_id: personOf.get(event.identifiers[0]?.ref ?? "") ?? event.id,
        metric: event.metric,
        score: event.score,
        comment: event.comment,
        properties: event.properties,
      })),
      // The store would take the same block for a repetition, even after its first copy was deleted.
      clickhouse_settings: { insert_deduplicate: 0 },
    });
  }
  await inTransaction(db, async (transaction) => {
    const ids = events.map(({ id }) => id);
    await sql`DELETE FROM event_inbox WHERE id = any(${ids}::uuid[])`.execute(transaction);
    await onMoved(transaction, { workspaceId, touchpoints: [...new Set(events.map(({ touchpoint }) => touchpoint))] });
  });
  return events.length;
}

/** The person of every identifier, made where nobody was known by it. */
async function resolvePeople(
  db: Kysely<Database>,
  workspaceId: string,
  events: readonly AcceptedEvent[],
): Promise<Map<string, string>> {
  const groups = events.map(({ identifiers }) => identifiers).filter(({ length }) => length > 0);
  if (groups.length === 0) return new Map();
  await inTransaction(db, (transaction) => savePeople(transaction, { workspaceId, importId: null }, groups));
  const refs = groups.flatMap((group) => group.map(({ ref }) => ref));
  const rows = await db
    .withTables<ActivityTables>()
    .selectFrom("person_identifier")
    .select(["ref", "person_id"])
    .where("ref", "=", sql<string>`any(${refs}::uuid[])`)
    .execute();
  return new Map(rows.map(({ ref, person_id }) => [ref, person_id]));
}

/** Ids a statement asks for at once: they travel in its address. */
const askedAtOnce = 500;

/** Those of the events that the store has already, looked up by the whole key of the table. */
async function storedAmong(
  clickhouse: ClickHouseClient,
  workspaceId: string,
  events: readonly AcceptedEvent[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let from = 0; from < events.length; from += askedAtOnce) {
    const some = events.slice(from, from + askedAtOnce);
    const result = await clickhouse.query({
      query: `SELECT event_id FROM event
        WHERE workspace_id = {workspace:UUID} AND (touchpoint_key, occurred_at, event_id) IN (
          SELECT key, fromUnixTimestamp64Milli(at, 'UTC'), id
          FROM (SELECT arrayJoin(arrayZip({keys:Array(String)}, {times:Array(Int64)}, {ids:Array(UUID)})) AS t, t.1 AS key, t.2 AS at, t.3 AS id))`,
      query_params: {
        workspace: workspaceId,
        keys: some.map(({ touchpoint }) => touchpoint),
        times: some.map(({ at }) => at),
        ids: some.map(({ id }) => id),
      },
      format: "JSONCompactEachRow",
    });
    for (const [id] of await result.json<[string]>()) found.add(id);
  }
  return found;
}

/** As the store reads a moment: UTC, without a letter. */
function instant(at: number): string {
  return new Date(at).toISOString().slice(0, -1);
}
