import { type Kysely, sql } from "kysely";
import * as Y from "yjs";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { readDocument } from "../document.ts";
import type { JourneyDocument } from "../model.ts";
import { announce } from "./announce.ts";
import { readProjection, storable, writeProjection } from "./projection.ts";
import type { JourneyTables } from "./tables.ts";

/** Updates in the log after which they are folded into the snapshot. */
const updatesASnapshot = 100;

/** The origin of what comes out of the log, which is neither stored again nor counted as anybody's edit. */
export const fromLog = { source: "local", skipStoreHooks: true } as const;

/** One change to a document, and who made it. */
export interface Edit {
  update: Uint8Array;
  userId: string | null;
}

/** Done in the transaction that stores edits, before them, so that both are there or neither. */
export type Along = (transaction: Kysely<Database>) => Promise<unknown>;

/** A document in memory and how far it has read the log. */
export interface Replica {
  journeyId: string;
  doc: Y.Doc;
  /** The last update of the log that is in `doc`; -1: not even the snapshot. */
  seq: number;
  /** What the rows of the projection say; null when another process may have written them. */
  projected: JourneyDocument | null;
}

/**
 * Fills `doc` from the snapshot and the log.
 * @throws AppError `not_found` when there is no such journey.
 */
export async function openReplica(db: Kysely<Database>, journeyId: string, doc: Y.Doc): Promise<Replica> {
  const replica: Replica = { journeyId, doc, seq: -1, projected: null };
  await catchUp(db, replica);
  return replica;
}

/**
 * A document as one update, without opening it.
 * @throws AppError `not_found` when there is no such journey.
 */
export async function storedState(db: Kysely<Database>, journeyId: string): Promise<Uint8Array> {
  const { updates } = await readAll(db, { journeyId, seq: -1 });
  return Y.mergeUpdates(updates);
}

/** Applies what other processes have added to the log. */
export async function catchUp(db: Kysely<Database>, replica: Replica): Promise<void> {
  applyNewer(replica, await readAll(db, replica));
}

/** Snapshot and log in one view: another process may fold the one into the other meanwhile. */
function readAll(db: Kysely<Database>, from: Pick<Replica, "journeyId" | "seq">): Promise<Newer> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute((transaction) => readSince(transaction.withTables<JourneyTables>(), from));
}

/**
 * Stores the edits there are when the journey's row is locked, with what they change in the projection and what is done
 * along with them, in one transaction, and takes them off `pending` when they are durable. Whoever stores has first read what others stored, so
 * the rows always say what the whole log says.
 * @throws AppError `not_found` when the journey was deleted; whatever the database throws, with `pending` as it was.
 */
export async function storeEdits(
  db: Kysely<Database>,
  processId: string,
  replica: Replica,
  pending: (Edit | Along)[],
): Promise<void> {
  const { journeyId, doc } = replica;
  const stored = await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<JourneyTables>();
    await tables.selectFrom("journey").select("id").where("id", "=", journeyId).forUpdate().execute();
    const newer = await readSince(tables, replica);
    applyNewer(replica, newer);

    const batch = pending.slice();
    const document = readDocument(doc, replica.projected ?? undefined);
    if (batch.length === 0) return null;
    for (const item of batch) if (typeof item === "function") await item(transaction);
    const edits = batch.filter((item) => typeof item !== "function");
    if (edits.length === 0) return { seq: replica.seq, document: replica.projected, count: batch.length };
    const seq = await appendUpdates(tables, journeyId, processId, edits);
    const before = replica.projected ?? (await readProjection(tables, journeyId));
    await writeProjection(tables, journeyId, before, document);
    await tables
      .updateTable("journey")
      .set({ name: storable(document.name), updated_at: sql<Date>`now()`, ...editedBy(edits) })
      .where("id", "=", journeyId)
      .execute();
    await foldIfLong(tables, journeyId, doc, seq);
    await announce(transaction, { journeyId, from: processId });
    return { seq, document, count: batch.length };
  });
  if (stored === null) return;
  replica.seq = stored.seq;
  replica.projected = stored.document;
  pending.splice(0, stored.count);
}

interface Newer {
  seq: number;
  updates: Uint8Array[];
}

async function readSince(
  tables: Kysely<JourneyTables>,
  { journeyId, seq }: Pick<Replica, "journeyId" | "seq">,
): Promise<Newer> {
  const journey = await tables
    .selectFrom("journey")
    .select([
      "snapshot_seq",
      (eb) => eb.case().when("snapshot_seq", ">", seq).then(eb.ref("snapshot")).end().as("snapshot"),
    ])
    .where("id", "=", journeyId)
    .executeTakeFirst();
  if (journey === undefined) throw new AppError("not_found", "There is no such journey.");
  const log = await tables
    .selectFrom("journey_update")
    .select(["seq", "update"])
    .where("journey_id", "=", journeyId)
    .where("seq", ">", seq)
    .orderBy("seq")
    .execute();
  return {
    seq: Math.max(seq, journey.snapshot_seq, log.at(-1)?.seq ?? 0),
    updates: [...(journey.snapshot === null ? [] : [journey.snapshot]), ...log.map((row) => row.update)],
  };
}

function applyNewer(replica: Replica, newer: Newer): void {
  if (newer.updates.length > 0) {
    Y.applyUpdate(replica.doc, Y.mergeUpdates(newer.updates), fromLog);
    replica.projected = null;
  }
  replica.seq = newer.seq;
}

/** One row a person, so that the log says who did what. */
async function appendUpdates(
  tables: Kysely<JourneyTables>,
  journeyId: string,
  processId: string,
  batch: readonly Edit[],
): Promise<number> {
  const byPerson = [...Map.groupBy(batch, (edit) => edit.userId)];
  const rows = await tables
    .insertInto("journey_update")
    .values(
      byPerson.map(([userId, edits]) => ({
        journey_id: journeyId,
        update: Buffer.from(Y.mergeUpdates(edits.map((edit) => edit.update))),
        origin: processId,
        user_id: userId,
      })),
    )
    .returning("seq")
    .execute();
  return Math.max(...rows.map((row) => row.seq));
}

/** Said of the journey, since folding the log forgets it. */
function editedBy(batch: readonly Edit[]) {
  const people = [...new Set(batch.flatMap(({ userId }) => userId ?? []))];
  return {
    authors: sql<string[]>`ARRAY(SELECT DISTINCT unnest(authors || ${people}::text[]))`,
    edited_since: sql<Date>`coalesce(edited_since, now())`,
  };
}

/** The snapshot may hold edits that are not yet stored; storing them later changes nothing in it. */
async function foldIfLong(tables: Kysely<JourneyTables>, journeyId: string, doc: Y.Doc, seq: number): Promise<void> {
  const { length } = await tables
    .selectFrom("journey_update")
    .select((eb) => eb.fn.countAll<number>().as("length"))
    .where("journey_id", "=", journeyId)
    .executeTakeFirstOrThrow();
  if (length < updatesASnapshot) return;
  await tables
    .updateTable("journey")
    .set({ snapshot: Buffer.from(Y.encodeStateAsUpdate(doc)), snapshot_seq: seq })
    .where("id", "=", journeyId)
    .execute();
  await tables.deleteFrom("journey_update").where("journey_id", "=", journeyId).where("seq", "<=", seq).execute();
}
