import type { ClickHouseClient } from "@clickhouse/client";
import { ask } from "#platform/ask.ts";
import type { CourseCount } from "../dashboard/compose.ts";
import type { Bucket } from "../period.ts";
import { conditionOf, type Scope } from "./scope.ts";
import { startOf } from "./trend.ts";

/** The answers of every touchpoint over time in one pass, a row for each touchpoint, bucket and metric. */
export async function countCourse(
  clickhouse: ClickHouseClient,
  scope: Scope,
  bucket: Bucket,
  timeZone: string,
): Promise<CourseCount[]> {
  const { where, params } = conditionOf(scope);
  return ask<CourseCount>(
    clickhouse,
    `SELECT touchpoint, bucket, metric, groupArray((score, answers)) AS counts
     FROM (
       SELECT touchpoint_key AS touchpoint, ${startOf[bucket]}(toDate(occurred_at, {timeZone:String})) AS bucket, metric, score, count() AS answers
       FROM event WHERE ${where} AND kind = 'answer' GROUP BY touchpoint, bucket, metric, score
     )
     GROUP BY touchpoint, bucket, metric`,
    { ...params, timeZone },
  );
}
