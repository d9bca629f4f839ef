import { DateTime } from "luxon";
import { ask } from "#platform/ask.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import type { getTrend } from "../api.ts";
import { histogramsOf } from "../measure.ts";
import type { Metric } from "../model.ts";
import { bucketFor, bucketsOf, type Bucket } from "../period.ts";
import { scoresOf } from "../scores.ts";
import { daysWithEvents } from "./days.ts";
import { scopeAt, subjectOf, type Asked, type InsightDeps } from "./queries.ts";
import { conditionOf, type Scope } from "./scope.ts";

/** The function of the store that leads from a day to the first of its bucket. */
export const startOf: Record<Bucket, string> = { day: "", week: "toMonday", month: "toStartOfMonth" };

/** Volumes and scores of one touchpoint over time, days without events included. */
export async function trendAt(
  deps: InsightDeps,
  journeyId: string,
  touchpointKey: string,
  asked: Asked,
): Promise<RouteResponse<typeof getTrend>> {
  const subject = await subjectOf(deps, journeyId);
  const scope = scopeAt(subject, touchpointKey, asked);
  const { timeZone } = subject;
  const seen = await daysWithEvents(deps, scope, timeZone);
  if (seen === null) return { bucket: "day", points: [] };

  const days = { from: asked.from ?? seen.from, to: asked.to ?? seen.to };
  const bucket = bucketFor(days);
  const [volumes, answers] = await Promise.all([
    volumesBy(deps, scope, bucket, timeZone),
    answersBy(deps, scope, bucket, timeZone),
  ]);
  const volumeAt = new Map(volumes.map((volume) => [volume.bucket, volume]));
  const answersAt = Map.groupBy(answers, (count) => count.bucket);
  return {
    bucket,
    points: bucketsOf(days, bucket).map(({ from, to }) => {
      const start = wholeBucket(from, bucket);
      const { contacts = 0, people = 0 } = volumeAt.get(start) ?? {};
      return { from, to, contacts, people, scores: scoresOf(histogramsOf(answersAt.get(start) ?? [], "now")) };
    }),
  };
}

/** The first day of the bucket that a day is in. */
export function wholeBucket(day: string, bucket: Bucket): string {
  return DateTime.fromISO(day).startOf(bucket).toFormat("yyyy-MM-dd");
}

function volumesBy({ clickhouse }: InsightDeps, scope: Scope, bucket: Bucket, timeZone: string) {
  const { where, params } = conditionOf(scope);
  return ask<{ bucket: string; contacts: number; people: number }>(
    clickhouse,
    `SELECT ${startOf[bucket]}(toDate(occurred_at, {timeZone:String})) AS bucket, countIf(kind = 'contact') AS contacts, uniqExact(person_id) AS people
     FROM event WHERE ${where} GROUP BY bucket`,
    { ...params, timeZone },
  );
}

function answersBy({ clickhouse }: InsightDeps, scope: Scope, bucket: Bucket, timeZone: string) {
  const { where, params } = conditionOf(scope);
  return ask<{ bucket: string; metric: Metric; score: number; now: number; before: number }>(
    clickhouse,
    `SELECT ${startOf[bucket]}(toDate(occurred_at, {timeZone:String})) AS bucket, metric, score, count() AS now, 0 AS before
     FROM event WHERE ${where} AND kind = 'answer' GROUP BY bucket, metric, score`,
    { ...params, timeZone },
  );
}
