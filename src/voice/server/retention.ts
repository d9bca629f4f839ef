import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import { forgetEvents } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { eraseAddresses } from "./asking/erase-addresses.ts";
import { forgetOccasions } from "./asking/occasions.ts";
import { forgetComments } from "./comments/forgetting.ts";
import { deleteOldReviews } from "./reviews/retention.ts";
import type { VoiceTables } from "./tables.ts";

export interface RetentionDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  now: () => Date;
}

const atOnce = 500;

/**
 * Deletes answers that are older than their survey says they are kept. Their events go first: killed in between, the answers
 * are still there to tell which.
 */
export async function deleteExpired(deps: RetentionDeps): Promise<void> {
  await deleteOldReviews(deps);
  await eraseAddresses(deps.db, deps.now());
  await forgetOccasions(deps.db, deps.now());
  for (;;) {
    const expired = await expiredAnswers(deps);
    const [first] = expired;
    if (first === undefined) return;
    const ids = expired.filter(({ survey_id }) => survey_id === first.survey_id).map(({ id }) => id);
    await forgetEvents(deps, { workspaceId: first.workspace_id, touchpoint: first.touchpoint_key, ids });
    await deps.db.withTables<VoiceTables>().deleteFrom("response").where("id", "in", ids).execute();
    await forgetComments(deps.db, first.workspace_id);
  }
}

function expiredAnswers({ db, now }: RetentionDeps) {
  return db
    .withTables<VoiceTables>()
    .selectFrom("survey as s")
    .innerJoin("response as r", "r.survey_id", "s.id")
    .select(["r.id", "r.survey_id", "s.workspace_id", "s.touchpoint_key"])
    .where("s.retention_days", "is not", null)
    .where("r.answered_at", "<", sql<Date>`${now()}::timestamptz - s.retention_days * interval '1 day'`)
    .orderBy("r.survey_id")
    .limit(atOnce)
    .execute();
}
