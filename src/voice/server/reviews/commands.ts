import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { findTouchpoint } from "#touchpoint/index.ts";
import type { Review } from "../../reviews/model.ts";
import { getReview } from "./queries.ts";
import type { ReviewTables } from "./tables.ts";

/**
 * Says which touchpoint a review is about, null for none; from here on its words do not.
 * @throws AppError `not_found`, `invalid_input` for a touchpoint that is not there
 */
export async function placeReview(
  db: Kysely<Database>,
  { workspaceId, reviewId }: { workspaceId: string; reviewId: string },
  touchpointId: string | null,
): Promise<Review> {
  const touchpoint = touchpointId === null ? null : await findTouchpoint(db, workspaceId, touchpointId);
  if (touchpointId !== null && touchpoint === null)
    throw new AppError("invalid_input", "There is no such touchpoint.", {
      issues: [{ path: "touchpointId", code: "unknown", message: "not in the library" }],
    });
  await db
    .withTables<ReviewTables>()
    .updateTable("review")
    .set({
      touchpoint_id: touchpointId,
      touchpoint_key: touchpoint?.key ?? "",
      is_placed_by_hand: true,
      is_told: false,
    })
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", reviewId)
    .execute();
  return getReview(db, workspaceId, reviewId);
}

/** Takes back the reviews that a file brought; read again, they are there again. @throws AppError `not_found` */
export async function takeBackImport(
  db: Kysely<Database>,
  { workspaceId, importId }: { workspaceId: string; importId: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<ReviewTables>();
    await tables
      .updateTable("review")
      .set({ is_gone: true, is_told: false })
      .where("workspace_id", "=", workspaceId)
      .where("import_id", "=", importId)
      .execute();
    const { numDeletedRows } = await tables
      .deleteFrom("review_import")
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", importId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) throw new AppError("not_found", "There is no such import.");
  });
}
