import { Readable } from "node:stream";
import type { ClickHouseClient } from "@clickhouse/client";
import type { ImportCounts } from "../model.ts";
import type { ReadEvent } from "../rules/records.ts";
import type { IdentifierRow } from "./fingerprint.ts";

/** An event on its way in, with the identifier its person goes by until people are resolved. */
export interface StagedEvent extends ReadEvent {
  id: string;
  /** Null: a person nobody can know again. */
  personRef: string | null;
  /** Two rows that say this are two events, because nothing tells whether one person said it twice. */
  isCounted: boolean;
}

/** Events of one import before they are published, in tables of their own. */
export interface Staging {
  create(): Promise<void>;
  add(event: StagedEvent): void;
  addPerson(identifiers: readonly IdentifierRow[]): void;
  /** Sends what is full; waits while too much is under way. */
  breathe(): Promise<void>;
  /** Sends everything. */
  flush(): Promise<void>;
  drop(): Promise<void>;
}

const batchRows = 20_000;
const batchBytes = 8 * 1024 * 1024;
/** Events settled by one statement: bounds what the store keeps in memory. */
const sliceRows = 500_000;
const slices = 65_536;
const nobody = "00000000-0000-0000-0000-000000000000";

const names = (importId: string) => {
  const stem = `import_${importId.replaceAll("-", "")}`;
  return { events: `${stem}_event`, people: `${stem}_people`, aliases: `${stem}_alias` };
};

export function staging(clickhouse: ClickHouseClient, importId: string): Staging {
  const table = names(importId);
  const events = sender(clickhouse, table.events);
  const people = sender(clickhouse, table.people);
  return {
    create: async () => {
      await dropStaging(clickhouse, importId);
      for (const query of schema(table)) await clickhouse.command({ query });
    },
    add: (event) => {
      const slice = Number.parseInt(event.id.slice(0, 4), 16);
      events.add(
        JSON.stringify([
          slice,
          event.id,
          event.isCounted ? 1 : 0,
          event.kind,
          event.touchpoint,
          event.at,
          event.personRef ?? nobody,
          event.caseId,
          event.metric ?? "",
          event.score,
          event.comment,
          event.properties,
        ]),
      );
    },
    addPerson: (identifiers) => {
      people.add(
        JSON.stringify([
          identifiers.map(({ ref }) => ref),
          identifiers.map(({ kind }) => kind),
          identifiers.map(({ value }) => value),
          identifiers.map(({ isHashed }) => (isHashed ? 1 : 0)),
        ]),
      );
    },
    breathe: async () => {
      await events.breathe();
      await people.breathe();
    },
    flush: async () => {
      await events.flush();
      await people.flush();
    },
    drop: () => dropStaging(clickhouse, importId),
  };
}

function schema(table: ReturnType<typeof names>): string[] {
  return [
    `CREATE TABLE ${table.events} (
      slice UInt16, event_id UUID, is_counted UInt8, kind Enum8('contact' = 1, 'answer' = 2),
      touchpoint_key LowCardinality(String), at Int64, person_ref UUID, case_id String, metric LowCardinality(String),
      score Float32, comment String, properties Map(LowCardinality(String), String)
    ) ENGINE = MergeTree ORDER BY (slice, event_id)`,
    `CREATE TABLE ${table.people} (
      refs Array(UUID), kinds Array(LowCardinality(String)), values Array(String), hashed Array(UInt8)
    ) ENGINE = MergeTree ORDER BY refs`,
    `CREATE TABLE ${table.aliases} (ref UUID, person_id UUID) ENGINE = MergeTree ORDER BY ref`,
  ];
}

export async function dropStaging(clickhouse: ClickHouseClient, importId: string): Promise<void> {
  for (const name of Object.values(names(importId)))
    await clickhouse.command({ query: `DROP TABLE IF EXISTS ${name} SYNC` });
}

/** Collects rows as text and sends them in batches, one under way while the next fills. */
function sender(
  clickhouse: ClickHouseClient,
  table: string,
): { add(row: string): void; breathe(): Promise<void>; flush(): Promise<void> } {
  let rows: string[] = [];
  let bytes = 0;
  let underWay: Promise<unknown> = Promise.resolve();
  const send = async (): Promise<void> => {
    const values = Buffer.from(rows.join("\n"));
    rows = [];
    bytes = 0;
    await underWay;
    const request = insertText(clickhouse, table, values);
    // A failure is thrown to whoever waits next; until then it must not count as unhandled.
    request.catch(() => undefined);
    underWay = request;
  };
  return {
    add: (row) => {
      rows.push(row);
      bytes += row.length;
    },
    breathe: async () => {
      if (rows.length >= batchRows || bytes >= batchBytes) await send();
    },
    flush: async () => {
      if (rows.length > 0) await send();
      await underWay;
    },
  };
}

/** Rows that are text already: making it of all of them at once would hold up everything else. */
async function insertText(clickhouse: ClickHouseClient, table: string, values: Buffer): Promise<void> {
  const { stream } = await clickhouse.exec({
    query: `INSERT INTO ${table} FORMAT JSONCompactEachRow`,
    values: Readable.from([values], { objectMode: false }),
  });
  await stream.resume().toArray();
}

/** Every identifier group of the staged rows, once each, in pages. */
export async function* stagedPeople(clickhouse: ClickHouseClient, importId: string): AsyncGenerator<IdentifierRow[][]> {
  const result = await clickhouse.query({
    query: `SELECT DISTINCT refs, kinds, values, hashed FROM ${names(importId).people} ORDER BY refs`,
    format: "JSONCompactEachRow",
    clickhouse_settings: { max_threads: 1 },
  });
  let page: IdentifierRow[][] = [];
  for await (const rows of result.stream<[string[], string[], string[], number[]]>()) {
    for (const row of rows) {
      const [refs, kinds, values, hashed] = row.json<[string[], string[], string[], number[]]>();
      page.push(
        refs.map((ref, index) => ({
          ref,
          kind: kinds[index] ?? "",
          value: values[index] ?? "",
          isHashed: hashed[index] === 1,
        })),
      );
    }
    if (page.length >= 5000) {
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

/** Who identifiers belong to, where that is not the person called by them. */
export async function addAliases(
  clickhouse: ClickHouseClient,
  importId: string,
  aliases: AsyncIterable<readonly { ref: string; person: string }[]>,
): Promise<void> {
  const table = names(importId).aliases;
  await clickhouse.command({ query: `TRUNCATE TABLE ${table}` });
  for await (const page of aliases) {
    await clickhouse.insert({
      table,
      values: page.map(({ ref, person }) => [ref, person]),
      format: "JSONCompactEachRow",
    });
  }
}

/**
 * The staged events of a slice as they will be stored: what several rows say once, except where each row counts; then
 * the second, third … of the same get ids of their own, made from the first.
 */
function settled(importId: string): string {
  const table = names(importId);
  return `SELECT
      if(n = 1, event_id, reinterpretAsUUID(sipHash128(event_id, n))) AS id, kind, touchpoint_key, at,
      if(person_ref = toUUID('${nobody}'), id, if(a.ref = person_ref, a.person_id, person_ref)) AS person_id,
      case_id, metric, score, comment, properties
    FROM (
      SELECT *, row_number() OVER (PARTITION BY event_id) AS n
      FROM ${table.events} WHERE slice >= {from:UInt32} AND slice < {to:UInt32}
    ) AS s
    LEFT JOIN ${table.aliases} AS a ON a.ref = s.person_ref
    WHERE n = 1 OR is_counted`;
}

/** Bounds of slices that hold about {@link sliceRows} events each. */
async function sliceBounds(clickhouse: ClickHouseClient, importId: string): Promise<{ from: number; to: number }[]> {
  const [row] = await ask<{ rows: string }>(clickhouse, `SELECT count() AS rows FROM ${names(importId).events}`, {});
  const count = Math.max(1, Math.ceil(Number(row?.rows ?? 0) / sliceRows));
  return Array.from({ length: count }, (_, index) => ({
    from: Math.floor((index * slices) / count),
    to: Math.floor(((index + 1) * slices) / count),
  }));
}

const stored = "SELECT event_id FROM event WHERE workspace_id = {workspace:UUID}";

/** Moves staged events that are not stored yet into the store; interrupted and done again, it goes on where it was. */
export async function publishStaged(
  clickhouse: ClickHouseClient,
  { importId, workspaceId }: { importId: string; workspaceId: string },
  onSlice: (done: number, of: number) => Promise<void>,
): Promise<void> {
  const bounds = await sliceBounds(clickhouse, importId);
  for (const [index, bound] of bounds.entries()) {
    await clickhouse.command({
      query: `INSERT INTO event (workspace_id, touchpoint_key, occurred_at, event_id, kind, person_id, case_id, metric, score, comment, properties, import_id)
        WITH incoming AS (${settled(importId)})
        SELECT {workspace:UUID}, touchpoint_key, fromUnixTimestamp64Milli(at, 'UTC'), id, kind, person_id, case_id, metric, score, comment, properties, {import:UUID}
        FROM incoming WHERE id NOT IN (${stored} AND event_id IN (SELECT id FROM incoming))`,
      query_params: { ...bound, workspace: workspaceId, import: importId },
      // The store would take the same block for a repetition, even after its first copy was deleted.
      clickhouse_settings: { insert_deduplicate: 0 },
    });
    await onSlice(index + 1, bounds.length);
  }
}

interface Tally {
  touchpoint: string;
  kind: "contact" | "answer";
  events: string;
  fresh: string;
}

export interface EventCounts extends Pick<
  ImportCounts,
  "contacts" | "newContacts" | "answers" | "newAnswers" | "people" | "cases" | "repeated"
> {
  /** People known by nothing but their case or their one event, and not met before. */
  newUnknownPeople: number;
  touchpoints: { key: string; contacts: number; answers: number; new: number }[];
}

/** Counts the staged events: all of them, and those that no other import has stored. */
export async function countStaged(
  clickhouse: ClickHouseClient,
  { importId, workspaceId }: { importId: string; workspaceId: string },
): Promise<EventCounts> {
  const tallies = new Map<
    string,
    { contacts: number; answers: number; new: number; newContacts: number; newAnswers: number }
  >();
  for (const bound of await sliceBounds(clickhouse, importId)) {
    const rows = await ask<Tally>(
      clickhouse,
      `WITH incoming AS (${settled(importId)})
       SELECT touchpoint_key AS touchpoint, kind, count() AS events,
         countIf(id NOT IN (${stored} AND import_id != {import:UUID} AND event_id IN (SELECT id FROM incoming))) AS fresh
       FROM incoming GROUP BY touchpoint, kind`,
      { ...bound, workspace: workspaceId, import: importId },
    );
    for (const { touchpoint, kind, events, fresh } of rows) {
      const tally = tallies.get(touchpoint) ?? { contacts: 0, answers: 0, new: 0, newContacts: 0, newAnswers: 0 };
      tally[kind === "contact" ? "contacts" : "answers"] += Number(events);
      tally[kind === "contact" ? "newContacts" : "newAnswers"] += Number(fresh);
      tally.new += Number(fresh);
      tallies.set(touchpoint, tally);
    }
  }
  const table = names(importId);
  const [whole] = await ask<{ rows: string; cases: string; people: string; unknown: string; met: string }>(
    clickhouse,
    `SELECT count() AS rows, uniqExactIf(case_id, case_id != '') AS cases,
       uniqExactIf(if(a.ref = person_ref, a.person_id, person_ref), person_ref != toUUID('${nobody}')) AS people,
       countIf(person_ref = toUUID('${nobody}') AND is_counted) + uniqExactIf(event_id, person_ref = toUUID('${nobody}') AND NOT is_counted) AS unknown,
       uniqExactIf(person_ref, person_ref != toUUID('${nobody}') AND person_ref IN (
         SELECT person_id FROM event WHERE workspace_id = {workspace:UUID} AND import_id != {import:UUID} AND person_id IN (SELECT person_ref FROM ${table.events})
       )) AS met
     FROM ${table.events} LEFT JOIN ${table.aliases} AS a ON a.ref = person_ref`,
    { workspace: workspaceId, import: importId },
  );
  const sum = (field: "contacts" | "answers" | "newContacts" | "newAnswers"): number =>
    [...tallies.values()].reduce((total, tally) => total + tally[field], 0);
  const contacts = sum("contacts");
  const answers = sum("answers");
  const [known, unknown] = [Number(whole?.people ?? 0), Number(whole?.unknown ?? 0)];
  const fresh = sum("newContacts") + sum("newAnswers");
  return {
    contacts,
    newContacts: sum("newContacts"),
    answers,
    newAnswers: sum("newAnswers"),
    people: known + unknown,
    newUnknownPeople: known - Number(whole?.met ?? 0) + (unknown > 0 ? fresh : 0),
    cases: Number(whole?.cases ?? 0),
    repeated: Number(whole?.rows ?? 0) - contacts - answers,
    touchpoints: [...tallies]
      .map(([key, tally]) => ({ key, contacts: tally.contacts, answers: tally.answers, new: tally.new }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

async function ask<Row>(
  clickhouse: ClickHouseClient,
  query: string,
  query_params: Record<string, unknown>,
): Promise<Row[]> {
  const result = await clickhouse.query({ query, query_params, format: "JSONEachRow" });
  return result.json<Row>();
}
