import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import type { ReviewTables } from "./tables.ts";

export interface TellDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
}

const roundMilliseconds = 5_000;
/** Reviews told at once. */
const batch = 2_000;

/** Brings the words of public reviews to the store where comments are read. What is not done goes on at the next start. */
export function startTellingReviews(deps: TellDeps, log: Pick<Log, "warn">): Rounds {
  return startRounds(
    roundMilliseconds,
    log,
    "reviews cannot be brought to where comments are read now",
    async (signal) => {
      for (let told = batch; told === batch && !signal.aborted;) told = await tellSome(deps);
    },
  );
}

/**
 * Tells some, and says how many; they are locked meanwhile, so that nobody changes what is being told. Killed in between they are
 * told again, which is the same.
 */
async function tellSome({ db, clickhouse }: TellDeps): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const reviews = await untold(transaction);
    const reworded = reviews.filter(({ is_reworded }) => is_reworded);
    if (reviews.length === 0) return 0;
    await clickhouse.insert({
      table: "review_text",
      format: "JSONEachRow",
      values: reviews.map((review) => ({
        workspace_id: review.workspace_id,
        event_id: review.id,
        occurred_at: (review.published_at ?? review.created_at).toISOString().replace(/[TZ]/g, " ").trim(),
        touchpoint_key: review.touchpoint_key,
        score: review.rating,
        comment: [review.title, review.body].filter(Boolean).join("\n"),
        source: review.source,
        written_in: review.language ?? "",
        is_deleted: review.is_gone ? 1 : 0,
      })),
    });
    for (const [workspaceId, ids] of byWorkspace(reworded))
      await clickhouse.command({
        query: "DELETE FROM comment_reading WHERE workspace_id = {workspaceId:UUID} AND event_id IN {ids:Array(UUID)}",
        query_params: { workspaceId, ids },
      });
    const [gone, kept] = [reviews.filter(({ is_gone }) => is_gone), reviews.filter(({ is_gone }) => !is_gone)];
    const tables = transaction.withTables<ReviewTables>();
    await tables.deleteFrom("review").where("id", "=", anyOf(gone)).execute();
    await tables
      .updateTable("review")
      .set({ is_told: true, is_reworded: false })
      .where("id", "=", anyOf(kept))
      .execute();
    return reviews.length;
  });
}

function untold(transaction: Kysely<Database>) {
  return (
    transaction
      .withTables<ReviewTables>()
      .selectFrom("review")
      .select(["id", "workspace_id", "source", "rating", "title", "body", "published_at", "created_at", "language"])
      .select(["touchpoint_key", "is_gone", "is_reworded"])
      .where("is_told", "=", false)
      // The words of those that were collected here are an answer's, and read as such.
      .where("source", "!=", "own")
      .orderBy("id")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute()
  );
}

function anyOf(rows: readonly { id: string }[]) {
  return sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`;
}

function byWorkspace(rows: readonly { id: string; workspace_id: string }[]): Map<string, string[]> {
  const groups = Map.groupBy(rows, ({ workspace_id }) => workspace_id);
  return new Map([...groups].map(([workspaceId, group]) => [workspaceId, group.map(({ id }) => id)]));
}
