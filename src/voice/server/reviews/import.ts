import { createHash } from "node:crypto";
import { type Insertable, type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { findTouchpoint, getLibrary } from "#touchpoint/index.ts";
import { getWorkspace } from "#workspace/index.ts";
import { proposeColumns, type ReviewTable } from "../../reviews/columns.ts";
import {
  type ImportedSource,
  type ReviewCounts,
  reviewLimits,
  type ReviewMapping,
  type ReviewReading,
} from "../../reviews/model.ts";
import { placeBook, placeOf } from "../../reviews/place.ts";
import { readRows, type ReviewDraft } from "../../reviews/read-rows.ts";
import { fileTable } from "./file-table.ts";
import type { ReviewTables } from "./tables.ts";

export interface ReviewImportDeps {
  db: Kysely<Database>;
  now: () => Date;
}

export interface GivenReviews {
  workspaceId: string;
  userId: string | null;
  fileName: string;
  bytes: Buffer;
  source: ImportedSource;
  /** Null: as is proposed. */
  mapping: ReviewMapping | null;
  /** Reads and counts, and keeps nothing. */
  isTrial: boolean;
}

/** A review as it is kept, but for the file it came with. */
type Row = Omit<Insertable<ReviewTables["review"]>, "import_id">;

const batch = 1_000;
const shownSamples = 5;
const shownCells = 3;

/**
 * Reads a file of public reviews and keeps them, all or none; the same ones read again change nothing, and what says something
 * else now is changed. What somebody placed by hand stays where it is.
 * @throws AppError `file_unreadable`, `too_large`; `invalid_input` for a column or touchpoint that is not there, or to keep
 * reviews without knowing where their stars and dates are
 */
export async function importReviews(deps: ReviewImportDeps, given: GivenReviews): Promise<ReviewReading> {
  const { workspaceId } = given;
  const table = await fileTable(given.bytes);
  const proposed = proposeColumns(table, given.source);
  const mapping = given.mapping ?? proposed.mapping;
  await checkMapping(deps.db, workspaceId, table, mapping);
  const doubts = given.mapping === null ? proposed.doubts : missingIn(mapping);
  if (!given.isTrial && missingIn(mapping).length > 0)
    throw new AppError("invalid_input", "A review has stars and a date of publication.", {
      remedy: "Say in which columns they are.",
      issues: missingIn(mapping).map((field) => ({
        path: `mapping.columns.${field}`,
        code: "missing",
        message: field,
      })),
    });
  const { timeZone } = await getWorkspace(deps.db, workspaceId);
  const { drafts, quarantine } = readRows(table, mapping, { timeZone, now: deps.now().getTime() });
  const { touchpoints } = await getLibrary(deps.db, workspaceId);
  const book = placeBook(touchpoints);
  const keyOf = new Map(touchpoints.map(({ id, key }) => [id, key]));
  const placeFor = ({ title, text }: ReviewDraft) => mapping.touchpointId ?? placeOf(`${title}\n${text}`, book);
  const rows = new Map(
    drafts.map((draft) => {
      const touchpointId = placeFor(draft);
      const place = { touchpoint_id: touchpointId, touchpoint_key: keyOf.get(touchpointId ?? "") ?? "" };
      const row = { ...rowOf(draft), ...place, workspace_id: workspaceId, source: mapping.source };
      return [row.source_key, row] as const;
    }),
  );
  const counted = { rows: table.rows.length, repeated: drafts.length - rows.size, quarantined: quarantine.length };
  return deps.db.transaction().execute(async (transaction) => {
    const known = await fingerprintsOf(transaction, workspaceId, mapping.source, [...rows.keys()]);
    const isNew = ({ source_key }: Row) => !known.has(source_key);
    const isChanged = (row: Row) => !isNew(row) && known.get(row.source_key) !== row.fingerprint;
    const all = [...rows.values()];
    const added = all.filter(isNew);
    const changed = all.filter(isChanged);
    const same = all.length - added.length - changed.length;
    const counts = { ...counted, new: added.length, changed: changed.length, same };
    const kept = quarantine.slice(0, reviewLimits.quarantine);
    const importId = given.isTrial ? null : await note(transaction, { ...given, mapping }, counts, kept);
    if (importId !== null) await keep(transaction, [...added, ...changed], importId);
    return {
      columns: table.columns.map((name, at) => ({
        name,
        samples: table.rows
          .map(({ cells }) => cells[at]?.slice(0, 80) ?? "")
          .filter(Boolean)
          .slice(0, shownCells),
      })),
      mapping,
      doubts,
      counts,
      quarantine: kept,
      samples: drafts.slice(0, shownSamples).map((draft) => ({
        ...draft,
        touchpointId: placeFor(draft),
        isPlacedByHand: false,
      })),
      importId,
    };
  });
}

function missingIn({ columns }: ReviewMapping) {
  return (["rating", "publishedAt"] as const).filter((field) => columns[field] === undefined);
}

async function checkMapping(
  db: Kysely<Database>,
  workspaceId: string,
  { columns }: ReviewTable,
  mapping: ReviewMapping,
): Promise<void> {
  const issues = Object.entries(mapping.columns)
    .filter(([, name]) => !columns.includes(name))
    .map(([field, name]) => ({ path: `mapping.columns.${field}`, code: "unknown", message: `No column ${name}.` }));
  const { touchpointId } = mapping;
  if (touchpointId !== null && (await findTouchpoint(db, workspaceId, touchpointId)) === null)
    issues.push({ path: "mapping.touchpointId", code: "unknown", message: "There is no such touchpoint." });
  if (issues.length > 0) throw new AppError("invalid_input", "The mapping does not fit the file.", { issues });
}

/** What a review says, and by what it is known. */
function rowOf({ sourceId, text, ...draft }: ReviewDraft) {
  return {
    source_key: sourceId === "" ? hashOf([draft.author, draft.publishedAt, draft.rating, draft.title, text]) : sourceId,
    fingerprint: hashOf([draft, text]),
    rating: draft.rating,
    title: draft.title,
    body: text,
    author: draft.author,
    experienced_on: draft.experiencedOn,
    published_at: draft.publishedAt,
    language: draft.language,
    url: draft.url,
    reply: draft.reply,
    replied_at: draft.repliedAt,
  };
}

function hashOf(said: unknown): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** What reviews of a source said when they were last read, by their key; those that were taken back are not there. */
async function fingerprintsOf(
  db: Kysely<Database>,
  workspaceId: string,
  source: ImportedSource,
  keys: string[],
): Promise<Map<string, string>> {
  const rows = await db
    .withTables<ReviewTables>()
    .selectFrom("review")
    .select(["source_key", "fingerprint"])
    .where("workspace_id", "=", workspaceId)
    .where("source", "=", source)
    .where("source_key", "=", sql<string>`any(${keys}::text[])`)
    .where("is_gone", "=", false)
    .execute();
  return new Map(rows.map(({ source_key, fingerprint }) => [source_key, fingerprint]));
}

async function note(
  db: Kysely<Database>,
  { workspaceId, userId, fileName, mapping }: GivenReviews & { mapping: ReviewMapping },
  counts: ReviewCounts,
  quarantine: ReviewReading["quarantine"],
): Promise<string> {
  const { id } = await db
    .withTables<ReviewTables>()
    .insertInto("review_import")
    .values({
      workspace_id: workspaceId,
      file_name: fileName.slice(0, 255),
      source: mapping.source,
      mapping: JSON.stringify(mapping),
      counts: JSON.stringify(counts),
      quarantine: JSON.stringify(quarantine),
      created_by: userId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function keep(db: Kysely<Database>, rows: readonly Row[], importId: string): Promise<void> {
  for (let at = 0; at < rows.length; at += batch)
    await db
      .withTables<ReviewTables>()
      .insertInto("review")
      .values(rows.slice(at, at + batch).map((row) => ({ ...row, import_id: importId })))
      .onConflict((conflict) =>
        conflict.columns(["workspace_id", "source", "source_key"]).doUpdateSet((eb) => ({
          ...Object.fromEntries(told.map((name) => [name, eb.ref(`excluded.${name}`)])),
          touchpoint_id: unlessByHand("touchpoint_id"),
          touchpoint_key: unlessByHand("touchpoint_key"),
          // A review stays with the import that brought it, unless that one was taken back.
          import_id: sql`CASE WHEN review.is_gone THEN excluded.import_id ELSE review.import_id END`,
          is_told: false,
          is_reworded: true,
          is_gone: false,
        })),
      )
      .execute();
}

/** What a review says, and so what a later reading changes. */
const told = [
  "fingerprint",
  "rating",
  "title",
  "body",
  "author",
  "experienced_on",
  "published_at",
  "language",
  "url",
  "reply",
  "replied_at",
] as const;

/** What somebody said of a place stands. */
function unlessByHand<Value>(column: string) {
  return sql<Value>`CASE WHEN review.is_placed_by_hand THEN ${sql.ref(`review.${column}`)} ELSE ${sql.ref(`excluded.${column}`)} END`;
}
