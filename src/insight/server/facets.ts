import { ask } from "#platform/ask.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import type { getMeasureFacets } from "../api.ts";
import { mostSplits } from "../model.ts";
import { invitesProperty } from "./counts.ts";
import { daysWithEvents } from "./days.ts";
import { scopeOf, subjectOf, type InsightDeps } from "./queries.ts";
import { conditionOf } from "./scope.ts";

const mostProperties = 100;

/** The days with data on a map, and the properties its events carry with their commonest values, the commonest first. */
export async function facetsOf(deps: InsightDeps, journeyId: string): Promise<RouteResponse<typeof getMeasureFacets>> {
  const subject = await subjectOf(deps, journeyId);
  const scope = scopeOf(subject, {});
  const { where, params } = conditionOf(scope);
  const [days, rows] = await Promise.all([
    daysWithEvents(deps, scope, subject.timeZone),
    ask<{ name: string; value: string; events: number }>(
      deps.clickhouse,
      `SELECT name, value, count() AS events FROM event ARRAY JOIN mapKeys(properties) AS name, mapValues(properties) AS value
       WHERE ${where} AND name != '${invitesProperty}' GROUP BY name, value ORDER BY name, events DESC, value LIMIT ${mostSplits} BY name LIMIT ${mostSplits * mostProperties}`,
      params,
    ),
  ]);
  return {
    firstDay: days?.from ?? null,
    lastDay: days?.to ?? null,
    properties: [...Map.groupBy(rows, ({ name }) => name)].map(([name, values]) => ({
      name,
      values: values.map(({ value, events }) => ({ value, events })),
    })),
  };
}
