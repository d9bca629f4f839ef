import { ask } from "#platform/ask.ts";
import { pageOf, readCursor } from "#platform/http/cursor.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { saidInComments } from "#voice/index.ts";
import type { listVerbatims } from "../api.ts";
import type { Metric } from "../model.ts";
import { scopeAt, subjectOf, type InsightDeps } from "./queries.ts";
import { conditionOf, instant } from "./scope.ts";

interface Row {
  eventId: string;
  personId: string;
  at: number;
  metric: Metric | "";
  score: number;
  comment: string;
  properties: Record<string, string>;
}

/** Comments at a touchpoint, the latest first. */
export async function verbatimsAt(
  deps: InsightDeps,
  journeyId: string,
  touchpointKey: string,
  asked: RouteQuery<typeof listVerbatims>,
): Promise<RouteResponse<typeof listVerbatims>> {
  const scope = scopeAt(await subjectOf(deps, journeyId), touchpointKey, asked);
  const { where, params } = conditionOf(scope);
  const parts = [where, "comment != ''"];
  if (asked.metric !== undefined) parts.push("metric = {metric:String}");
  if (asked.scoreMin !== undefined) parts.push("score >= {scoreMin:Float64}");
  if (asked.scoreMax !== undefined) parts.push("score <= {scoreMax:Float64}");
  if (asked.cursor !== undefined) {
    const [at, id] = readCursor(asked.cursor);
    parts.push("(occurred_at, event_id) < ({at:DateTime64(3, 'UTC')}, {id:UUID})");
    Object.assign(params, { at: instant(at), id });
  }
  const rows = await ask<Row>(
    deps.clickhouse,
    `SELECT event_id AS eventId, person_id AS personId, toUnixTimestamp64Milli(occurred_at) AS at, metric, score, comment, properties
     FROM event WHERE ${parts.join(" AND ")}
     ORDER BY occurred_at DESC, event_id DESC LIMIT {rows:UInt32}`,
    { ...params, metric: asked.metric, scoreMin: asked.scoreMin, scoreMax: asked.scoreMax, rows: asked.limit + 1 },
  );
  const { page, next } = pageOf(rows, asked.limit, ({ at, eventId }) => [at, eventId]);
  const ids = page.map(({ eventId }) => eventId);
  const said = await saidInComments(deps.clickhouse, scope.workspaceId, ids);
  const verbatims = page.map(({ at, metric, score, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    metric: metric === "" ? null : metric,
    score: metric === "" ? null : score,
    said: said.get(row.eventId) ?? null,
  }));
  return { verbatims, next };
}
