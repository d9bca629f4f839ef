import { ask } from "#platform/ask.ts";
import type { Days } from "../period.ts";
import type { InsightDeps } from "./queries.ts";
import { conditionOf, type Scope } from "./scope.ts";

/** First and last day with events in scope, in a time zone; null when there are none. */
export async function daysWithEvents(
  { clickhouse }: Pick<InsightDeps, "clickhouse">,
  scope: Scope,
  timeZone: string,
): Promise<Days | null> {
  const { where, params } = conditionOf(scope);
  const [row] = await ask<{ events: number; from: string; to: string }>(
    clickhouse,
    `SELECT count() AS events, toDate(min(occurred_at), {timeZone:String}) AS from, toDate(max(occurred_at), {timeZone:String}) AS to
     FROM event WHERE ${where}`,
    { ...params, timeZone },
  );
  return row === undefined || row.events === 0 ? null : { from: row.from, to: row.to };
}
