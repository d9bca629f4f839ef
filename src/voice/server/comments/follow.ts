import type { ClickHouseClient } from "@clickhouse/client";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import { coreVersion } from "../../comments/rules.ts";
import { isWorthCounting } from "../../comments/training.ts";
import { openReader } from "./book.ts";
import { deleteOrphans, forgetComments } from "./forgetting.ts";
import { type LearningDeps, learnWhereDue } from "./learning.ts";
import { overlap, readUnread } from "./readings.ts";
import type { CommentTables } from "./tables.ts";

const roundMilliseconds = 2_000;
const hour = 3_600_000;

/** Reads the comments that come in, wherever from, and learns from them. What is not done goes on at the next start. */
export function startComments(deps: LearningDeps, log: Pick<Log, "warn">): Pick<Rounds, "close"> {
  const follow = follower(deps);
  /** By workspace, what its events looked like when all their comments were read. */
  const settled = new Map<string, string>();
  let since = 0;
  const rounds = startRounds(roundMilliseconds, log, "comments cannot be read now", async (signal) => {
    const { marks, newest } = await lookFor(deps.clickhouse, since);
    const changed = [...marks.keys()].filter((workspaceId) => settled.get(workspaceId) !== marks.get(workspaceId));
    const failures: unknown[] = [];
    for (const workspaceId of new Set([...changed, ...(await unsettled(deps.db))])) {
      if (signal.aborted) return;
      try {
        await follow(workspaceId, signal);
        settled.set(workspaceId, marks.get(workspaceId) ?? "");
      } catch (error) {
        // One workspace does not keep the others waiting.
        failures.push(error);
      }
    }
    if (failures.length > 0 && !signal.aborted) throw failures[0];
    since = Math.max(since, newest - overlap);
  });
  const tidying = startRounds(hour, log, "comments cannot be tidied now", () => tidyComments(deps));
  return {
    close: async () => {
      const closed = Promise.all([rounds.close(), tidying.close()]);
      await deps.thread.close();
      await closed;
    },
  };
}

/** Brings a workspace's readings and its model to where its comments are. */
export function follower(deps: LearningDeps): (workspaceId: string, signal: AbortSignal) => Promise<void> {
  /** Comments read since pairs were last counted. */
  const uncounted = new Map<string, number>();
  return async (workspaceId, signal) => {
    const { training, mustTrain } = await openReader(deps.db, workspaceId);
    if (mustTrain) await deleteOrphans(deps, workspaceId);
    const read = (uncounted.get(workspaceId) ?? 0) + (await readUnread(deps, workspaceId, signal));
    uncounted.set(workspaceId, read);
    if (signal.aborted || !(mustTrain || isWorthCounting(read, training))) return;
    uncounted.delete(workspaceId);
    if (await learnWhereDue(deps, workspaceId)) await readUnread(deps, workspaceId, signal);
  };
}

/** Finds what was erased without a word, such as a deleted import: a workspace that lost comments learns anew. */
export async function tidyComments(deps: Pick<LearningDeps, "db" | "clickhouse">): Promise<void> {
  const readers = await deps.db
    .withTables<CommentTables>()
    .selectFrom("comment_reader")
    .select("workspace_id")
    .execute();
  for (const { workspace_id: workspaceId } of readers)
    if ((await deleteOrphans(deps, workspaceId)) > 0) await forgetComments(deps.db, workspaceId);
}

/** Per workspace a mark of its events and reviews received since, which changes whenever one comes in. */
async function lookFor(
  clickhouse: ClickHouseClient,
  since: number,
): Promise<{ marks: Map<string, string>; newest: number }> {
  const result = await clickhouse.query({
    query: `SELECT workspace_id, count() AS n, toUnixTimestamp64Milli(max(received_at)) AS newest
      FROM (SELECT workspace_id, received_at FROM event UNION ALL SELECT workspace_id, received_at FROM review_text)
      WHERE received_at >= fromUnixTimestamp64Milli({since:Int64}, 'UTC') GROUP BY workspace_id`,
    query_params: { since },
    format: "JSONEachRow",
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0 },
  });
  const rows = await result.json<{ workspace_id: string; n: number; newest: number }>();
  return {
    marks: new Map(rows.map(({ workspace_id, n, newest }) => [workspace_id, `${n} ${newest}`])),
    newest: Math.max(since, ...rows.map(({ newest }) => newest)),
  };
}

/** Workspaces whose comments are to be read or learnt from anew. */
async function unsettled(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .withTables<CommentTables>()
    .selectFrom("comment_reader")
    .select("workspace_id")
    .where((eb) => eb.or([eb("read_until", "is", null), eb("must_train", "=", true), eb("core", "!=", coreVersion)]))
    .execute();
  return rows.map(({ workspace_id }) => workspace_id);
}
