import { type Kysely, type Selectable, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { pageOf, readCursor } from "#platform/http/cursor.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { listReviews } from "../../api/reviews.ts";
import { figuresOf } from "../../reviews/figures.ts";
import type { Review, ReviewFigures, ReviewFilter, ReviewImport } from "../../reviews/model.ts";
import type { ReviewTables } from "./tables.ts";

/** What is published and still there. */
function published(db: Kysely<Database>, workspaceId: string, { source, rating, touchpoint }: ReviewFilter = {}) {
  return db
    .withTables<ReviewTables>()
    .selectFrom("review")
    .where("workspace_id", "=", workspaceId)
    .where("published_at", "is not", null)
    .where("is_gone", "=", false)
    .$if(source !== undefined, (query) => query.where("source", "=", source ?? "other"))
    .$if(rating !== undefined, (query) => query.where("rating", "=", rating ?? 0))
    .$if(touchpoint === "none", (query) => query.where("touchpoint_id", "is", null))
    .$if(touchpoint !== undefined && touchpoint !== "none", (query) =>
      query.where("touchpoint_id", "=", touchpoint ?? ""),
    );
}

/** Public reviews, the latest first. @throws AppError `invalid_input` for a cursor that is none */
export async function reviewsPage(
  db: Kysely<Database>,
  workspaceId: string,
  { cursor, limit, ...filter }: RouteQuery<typeof listReviews>,
): Promise<RouteResponse<typeof listReviews>> {
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await published(db, workspaceId, filter)
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(published_at, id) < (${new Date(after?.[0] ?? 0)}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const { page, next } = pageOf(rows, limit, ({ published_at, id }) => [Number(published_at), id]);
  return { reviews: page.map(reviewOf), next };
}

/** @throws AppError `not_found` */
export async function getReview(db: Kysely<Database>, workspaceId: string, reviewId: string): Promise<Review> {
  const row = await published(db, workspaceId).selectAll().where("id", "=", reviewId).executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such review.");
  return reviewOf(row);
}

function reviewOf(row: Selectable<ReviewTables["review"]>): Review {
  return {
    id: row.id,
    source: row.source,
    rating: row.rating,
    title: row.title,
    text: row.body,
    author: row.author,
    experiencedOn: row.experienced_on,
    publishedAt: (row.published_at ?? row.created_at).toISOString(),
    language: row.language,
    url: row.url,
    reply: row.reply,
    repliedAt: row.replied_at?.toISOString() ?? null,
    touchpointId: row.touchpoint_id,
    isPlacedByHand: row.is_placed_by_hand,
  };
}

/** Stars of public reviews in a filter. */
export async function reviewFigures(
  db: Kysely<Database>,
  workspaceId: string,
  filter: ReviewFilter,
): Promise<ReviewFigures> {
  const { timeZone } = await getWorkspace(db, workspaceId);
  const found = published(db, workspaceId, filter);
  const [tallies, span] = await Promise.all([
    found
      .select(["source", "touchpoint_id as touchpointId", "rating"])
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .groupBy(["source", "touchpoint_id", "rating"])
      .execute(),
    found
      .select([
        sql<string | null>`(min(published_at) AT TIME ZONE ${timeZone})::date`.as("from"),
        sql<string | null>`(max(published_at) AT TIME ZONE ${timeZone})::date`.as("to"),
      ])
      .executeTakeFirstOrThrow(),
  ]);
  return { ...figuresOf(tallies), ...span };
}

/** Files of reviews that were read, the latest first. */
export async function reviewImports(db: Kysely<Database>, workspaceId: string): Promise<ReviewImport[]> {
  const rows = await db
    .withTables<ReviewTables>()
    .selectFrom("review_import as i")
    .select(["i.id", "i.file_name", "i.source", "i.counts", "i.quarantine", "i.created_at"])
    .select((eb) =>
      eb
        .selectFrom("review")
        .select((inner) => inner.fn.countAll<number>().as("n"))
        .whereRef("import_id", "=", "i.id")
        .where("is_gone", "=", false)
        .as("kept"),
    )
    .where("i.workspace_id", "=", workspaceId)
    .orderBy("i.created_at", "desc")
    .execute();
  return rows.map(({ file_name, created_at, kept, ...row }) => ({
    ...row,
    fileName: file_name,
    kept: kept ?? 0,
    createdAt: created_at.toISOString(),
  }));
}
