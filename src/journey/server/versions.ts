import type { Kysely, Selectable } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import { namesOf } from "#workspace/index.ts";
import type * as api from "../api/versions.ts";
import type { ChangeCounts, Version, VersionReason } from "../api/versions.ts";
import { compareDocuments, countChanges } from "../compare.ts";
import { readDocument } from "../document.ts";
import type { JourneyFile } from "../format/journey-file.ts";
import { readKept } from "../format/read-json.ts";
import { keptLimits } from "../limits.ts";
import type { Journey, JourneyDocument } from "../model.ts";
import { replaceDocument } from "../replace.ts";
import { announce } from "./announce.ts";
import { createJourney, type JourneyDeps } from "./commands.ts";
import { currentFile } from "./current-file.ts";
import { currentJourney } from "./current.ts";
import { getJourney } from "./queries.ts";
import { storable, storableJson } from "./projection.ts";
import type { VersionTables } from "./version-tables.ts";

export interface VersionDeps extends JourneyDeps {
  processId: string;
  now: () => Date;
}

interface VersionWanted {
  reason: VersionReason;
  name?: string;
  userId?: string | null;
  document?: JourneyDocument;
}

type Tables = Kysely<VersionTables>;
type Row = Omit<Selectable<VersionTables["journey_version"]>, "document" | "journey_id">;
const columns = ["id", "reason", "name", "authors", "changes", "created_by", "created_at"] as const;

/** The versions of a journey, the last first, and what was edited since. */
export async function listVersions(
  db: Kysely<Database>,
  journeyId: string,
): Promise<RouteResponse<typeof api.listVersions>> {
  const tables = db.withTables<VersionTables>();
  const [rows, last, journey] = await Promise.all([
    tables
      .selectFrom("journey_version")
      .select(columns)
      .where("journey_id", "=", journeyId)
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .execute(),
    lastDocument(tables, journeyId),
    getJourney(db, journeyId),
  ]);
  if (journey === null) throw noVersion();
  const edited = await tables
    .selectFrom("journey")
    .select("authors")
    .where("id", "=", journeyId)
    .executeTakeFirstOrThrow();
  const people = rows.flatMap((row) => [...row.authors, ...(row.created_by === null ? [] : [row.created_by])]);
  const names = await namesOf(db, [...people, ...edited.authors]);
  return {
    versions: rows.map((row) => present(row, names)),
    now: {
      authors: edited.authors.map((id) => ({ id, name: names.get(id) ?? "" })),
      changes: last === null ? noChanges : countsBetween(last, journey.document),
    },
  };
}

/** @throws AppError `not_found` */
export async function getVersion(
  db: Kysely<Database>,
  place: { journeyId: string; versionId: string },
): Promise<Version & { file: JourneyFile }> {
  const row = await db
    .withTables<VersionTables>()
    .selectFrom("journey_version")
    .select([...columns, "document"])
    .where("journey_id", "=", place.journeyId)
    .where("id", "=", place.versionId)
    .executeTakeFirst();
  if (row === undefined) throw noVersion();
  const { document, ...version } = row;
  return { ...(await presentOne(db, version)), file: readKept(document) };
}

/**
 * Keeps a journey as it is now, with everything that is being edited in it.
 * @throws AppError `not_found`, `limit_reached`
 */
export async function createVersion(
  deps: VersionDeps,
  journeyId: string,
  userId: string | null,
  wanted: RouteBody<typeof api.createVersion>,
): Promise<Version> {
  await deps.editor.edit(journeyId, null, () => undefined);
  const name = wanted.reason === "named" ? wanted.name : "";
  const row = await deps.db
    .transaction()
    .execute((transaction) => keepVersion(transaction, deps, journeyId, { reason: wanted.reason, name, userId }));
  return presentOne(deps.db, row);
}

/** Adds a version of what is stored, or of `document`, in a transaction, and begins to gather its successor's authors. */
export async function keepVersion(
  transaction: Kysely<Database>,
  { processId, now }: Pick<VersionDeps, "processId" | "now">,
  journeyId: string,
  { reason, name = "", userId = null, document }: VersionWanted,
): Promise<Row> {
  const tables = transaction.withTables<VersionTables>();
  const journey = await tables
    .selectFrom("journey")
    .select("authors")
    .where("id", "=", journeyId)
    .forUpdate()
    .executeTakeFirst();
  if (journey === undefined) throw noVersion();
  if (reason === "named") await refuseMoreNames(tables, journeyId);
  const file = await currentFile(transaction, journeyId, document);
  const last = await lastDocument(tables, journeyId);
  const row = await tables
    .insertInto("journey_version")
    .values({
      journey_id: journeyId,
      reason,
      name: storable(name),
      document: storableJson(file),
      authors: journey.authors,
      changes: JSON.stringify(last === null ? noChanges : countsBetween(last, file.document)),
      created_by: userId,
      created_at: now(),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  await tables.updateTable("journey").set({ authors: [], edited_since: null }).where("id", "=", journeyId).execute();
  await announce(transaction, { journeyId, from: processId, changed: "versions" });
  return row;
}

/** @throws AppError `not_found`, `limit_reached` */
export async function renameVersion(
  { db, processId }: VersionDeps,
  { journeyId, versionId }: { journeyId: string; versionId: string },
  name: string,
): Promise<Version> {
  const row = await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<VersionTables>();
    await tables.selectFrom("journey").select("id").where("id", "=", journeyId).forUpdate().execute();
    await refuseMoreNames(tables, journeyId, versionId);
    await announce(transaction, { journeyId, from: processId, changed: "versions" });
    return tables
      .updateTable("journey_version")
      .set({ name: storable(name), reason: "named" })
      .where("journey_id", "=", journeyId)
      .where("id", "=", versionId)
      .returning(columns)
      .executeTakeFirst();
  });
  if (row === undefined) throw noVersion();
  return presentOne(db, row);
}

/** @throws AppError `not_found` */
export async function deleteVersion(
  { db, processId }: VersionDeps,
  { journeyId, versionId }: { journeyId: string; versionId: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await dropVersion(transaction.withTables<VersionTables>(), journeyId, versionId);
    await announce(transaction, { journeyId, from: processId, changed: "versions" });
  });
}

/** Deletes a version; the one after it then tells what both told, and of whom. @throws AppError `not_found` */
export async function dropVersion(tables: Tables, journeyId: string, versionId: string): Promise<void> {
  const gone = await tables
    .deleteFrom("journey_version")
    .where("journey_id", "=", journeyId)
    .where("id", "=", versionId)
    .returning(["authors", "created_at"])
    .executeTakeFirst();
  if (gone === undefined) throw noVersion();
  const next = await tables
    .selectFrom("journey_version")
    .select(["id", "authors", "document", "created_at"])
    .where("journey_id", "=", journeyId)
    .where("created_at", ">=", gone.created_at)
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  if (next === undefined) return;
  const before = await lastDocument(tables, journeyId, next.created_at);
  const document = documentIn(next.document);
  await tables
    .updateTable("journey_version")
    .set({
      authors: [...new Set([...gone.authors, ...next.authors])],
      changes: JSON.stringify(before === null ? noChanges : countsBetween(before, document)),
    })
    .where("id", "=", next.id)
    .execute();
}

/**
 * Makes a journey say what a version says, as one edit, after keeping what it says now.
 * @returns the version that keeps what was there
 * @throws AppError `not_found`
 */
export async function restoreVersion(
  deps: VersionDeps,
  place: { journeyId: string; versionId: string },
  userId: string | null,
): Promise<Version> {
  const { file } = await getVersion(deps.db, place);
  return replaceJourney(deps, place.journeyId, userId, file.document);
}

/**
 * Makes a journey say what a document says, as one edit; a version keeps exactly what it replaces, or nothing is replaced.
 * @returns that version
 * @throws AppError `not_found`
 */
export async function replaceJourney(
  deps: VersionDeps,
  journeyId: string,
  userId: string | null,
  wanted: JourneyDocument,
): Promise<Version> {
  let kept: Row | undefined;
  await deps.editor.edit(
    journeyId,
    userId,
    (doc) => {
      const document = readDocument(doc);
      replaceDocument(doc, wanted);
      return document;
    },
    async (transaction, document) => {
      kept = await keepVersion(transaction, deps, journeyId, { reason: "safety", userId, document });
    },
  );
  if (kept === undefined) throw noVersion();
  return presentOne(deps.db, kept);
}

/** Begins the target journey of a lived one, with the same ids inside. @throws AppError `not_found` */
export async function createTarget(deps: VersionDeps, journeyId: string, name: string): Promise<Journey> {
  const { workspaceId, kind, document, tags } = await currentJourney(deps, journeyId);
  return createJourney(deps, workspaceId, { name, kind, state: "target", document, tags, livedId: journeyId });
}

/** Named versions stay for good, so there is an end to them; the journey's row is locked by who counts. */
async function refuseMoreNames(tables: Tables, journeyId: string, besides?: string): Promise<void> {
  const { count } = await tables
    .selectFrom("journey_version")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("journey_id", "=", journeyId)
    .where("reason", "=", "named")
    .$if(besides !== undefined, (query) => query.where("id", "<>", besides ?? ""))
    .executeTakeFirstOrThrow();
  if (count < keptLimits.namedVersions) return;
  throw new AppError("limit_reached", `A journey keeps ${keptLimits.namedVersions} named versions at most.`, {
    remedy: "Delete versions that are no longer needed.",
  });
}

const noChanges: ChangeCounts = { added: 0, changed: 0, moved: 0, removed: 0 };

function countsBetween(before: JourneyDocument, after: JourneyDocument): ChangeCounts {
  return countChanges(compareDocuments(before, after).changes);
}

async function lastDocument(tables: Tables, journeyId: string, before?: Date): Promise<JourneyDocument | null> {
  const row = await tables
    .selectFrom("journey_version")
    .select("document")
    .where("journey_id", "=", journeyId)
    .$if(before !== undefined, (query) => query.where("created_at", "<", before ?? new Date(0)))
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : documentIn(row.document);
}

/** The map of a version, without the names in it. */
function documentIn(file: object): JourneyDocument {
  return readKept({ ...file, names: undefined }).document;
}

async function presentOne(db: Kysely<Database>, row: Row): Promise<Version> {
  return present(row, await namesOf(db, [...row.authors, ...(row.created_by === null ? [] : [row.created_by])]));
}

function present(row: Row, names: ReadonlyMap<string, string>): Version {
  const person = (id: string) => ({ id, name: names.get(id) ?? "" });
  return {
    id: row.id,
    reason: row.reason,
    name: row.name,
    authors: row.authors.map(person),
    changes: row.changes,
    createdBy: row.created_by === null ? null : person(row.created_by),
    createdAt: row.created_at.toISOString(),
  };
}

function noVersion(): AppError {
  return new AppError("not_found", "There is no such version.");
}
