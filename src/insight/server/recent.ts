import { DateTime } from "luxon";
import { ask } from "#platform/ask.ts";
import { getWorkspace } from "#workspace/index.ts";
import { isOnScale } from "../measure.ts";
import { spanOf } from "../period.ts";
import {
  changesAt,
  type DayOfAnswers,
  daysBefore,
  type RecentChange,
  type RecentQuestion,
  windowsAt,
} from "../recent.ts";
import type { InsightDeps } from "./queries.ts";
import { conditionOf } from "./scope.ts";

export interface RecentDeps extends InsightDeps {
  now: () => Date;
}

/**
 * How each of these touchpoints (keys) changed lately, as it was seen after each of the last `looks` whole days, the oldest
 * look first. @throws AppError `too_large`
 */
export async function recentChanges(
  { db, clickhouse, now }: RecentDeps,
  workspaceId: string,
  { touchpoints, looks, ...question }: RecentQuestion & { touchpoints: readonly string[]; looks: number },
): Promise<RecentChange[][]> {
  const { timeZone } = await getWorkspace(db, workspaceId);
  const today = DateTime.fromJSDate(now(), { zone: timeZone }).toFormat("yyyy-MM-dd");
  const ends = Array.from({ length: looks }, (_, i) => daysBefore(today, looks - i));
  const first = windowsAt(ends[0] ?? today, question.days).before.from;
  const { where, params } = conditionOf({
    workspaceId,
    touchpoints,
    ...spanOf({ from: first, to: daysBefore(today, 1) }, timeZone),
    filter: new Map(),
  });
  const rows = await ask<{ touchpoint: string; day: string; counts: [score: number, answers: number][] }>(
    clickhouse,
    `SELECT touchpoint, day, groupArray((score, answers)) AS counts
     FROM (
       SELECT touchpoint_key AS touchpoint, toDate(occurred_at, {timeZone:String}) AS day, score, count() AS answers
       FROM event WHERE ${where} AND kind = 'answer' AND metric = {metric:String} GROUP BY touchpoint, day, score
     )
     GROUP BY touchpoint, day`,
    { ...params, timeZone, metric: question.metric },
  );
  const answers = rows.map(({ touchpoint, day, counts }): DayOfAnswers => ({
    touchpoint,
    day,
    answers: new Map(counts.filter(([score]) => isOnScale(question.metric, score))),
  }));
  return ends.map((to) => changesAt(to, answers, question));
}
