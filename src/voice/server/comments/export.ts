import { Readable } from "node:stream";
import { csvCell } from "#platform/csv.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { CommentFilter } from "../../comments/model.ts";
import { commentsOf, scopeOf } from "./filter.ts";
import type { CommentQueryDeps } from "./queries.ts";

const columns = [
  "day",
  "source",
  "touchpoint",
  "metric",
  "score",
  "comment",
  "language",
  "polarity",
  "topics",
  "signals",
  "disagreement",
  "corrected",
];

/** The comments of a filter as CSV, the latest first, with a mark that lets a spreadsheet know its letters. */
export async function commentsCsv(
  { db, clickhouse }: CommentQueryDeps,
  workspaceId: string,
  filter: CommentFilter,
): Promise<Readable> {
  const { timeZone } = await getWorkspace(db, workspaceId);
  const scope = scopeOf(workspaceId, timeZone, filter);
  const list = (name: string) => `arrayStringConcat(${name}, ' ')`;
  const result = await clickhouse.query({
    query: `${commentsOf(
      scope,
      `toDate(occurred_at, {timeZone:String}) AS day, if(source = '', 'surveys', source), touchpoint_key, metric, if(metric = '', '', toString(score)),
      comment, language, polarity, ${list("topics")}, ${list("signals")}, disagreement, ${list("corrected")}`,
    )} ORDER BY occurred_at DESC, event_id DESC`,
    query_params: { ...scope.params, timeZone },
    format: "JSONCompactEachRow",
  });
  async function* lines(): AsyncGenerator<string> {
    yield `\u{FEFF}${columns.join(",")}\r\n`;
    for await (const rows of result.stream<string[]>())
      yield rows.map((row) => `${row.json().map(csvCell).join(",")}\r\n`).join("");
  }
  return Readable.from(lines());
}
