import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";

/** Deletes reviews collected here that were published longer ago than their workspace says they are kept. */
export async function deleteOldReviews({ db, now }: { db: Kysely<Database>; now: () => Date }): Promise<void> {
  await sql`
    DELETE FROM review USING review_policy
    WHERE review.workspace_id = review_policy.workspace_id AND review.source = 'own'
      AND review.published_at < ${now()}::timestamptz
        - make_interval(months => (review_policy.policy ->> 'keptMonths')::int)`.execute(db);
}
