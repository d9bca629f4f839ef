import { labelPeople } from "#activity/index.ts";
import { ask } from "#platform/ask.ts";
import { pageOf, readCursor } from "#platform/http/cursor.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import type { listPeopleBehind, listPeopleOfFigure } from "../api.ts";
import type { Metric } from "../model.ts";
import { scopeAt, scopeOf, subjectOf, type InsightDeps } from "./queries.ts";
import { aboutRelation, conditionOf, instant, type Scope } from "./scope.ts";

interface Row {
  personId: string;
  contacts: number;
  answers: number;
  lastAt: number;
  lastMetric: Metric | "";
  lastScore: number;
}

type PeoplePage = RouteResponse<typeof listPeopleBehind>;

/** The exact people whom a touchpoint's figures count, the one met last first. */
export async function peopleAt(
  deps: InsightDeps,
  journeyId: string,
  touchpointKey: string,
  asked: RouteQuery<typeof listPeopleBehind>,
): Promise<PeoplePage> {
  const subject = await subjectOf(deps, journeyId);
  return peopleIn(deps, scopeAt(subject, touchpointKey, asked), asked);
}

/** The same of a figure that several touchpoints share, each person once; what is not on the map has nobody. */
export async function peopleOfFigure(
  deps: InsightDeps,
  journeyId: string,
  asked: RouteQuery<typeof listPeopleOfFigure>,
): Promise<PeoplePage> {
  const scope = scopeOf(await subjectOf(deps, journeyId), asked);
  const wanted = asked.touchpoint === undefined ? null : new Set([asked.touchpoint].flat());
  const whole = asked.isRelational === true ? aboutRelation(scope) : scope;
  const touchpoints = whole.touchpoints.filter((key) => wanted === null || wanted.has(key));
  return peopleIn(deps, { ...whole, touchpoints }, asked);
}

async function peopleIn(
  deps: InsightDeps,
  scope: Scope,
  asked: Pick<RouteQuery<typeof listPeopleBehind>, "cursor" | "limit">,
): Promise<PeoplePage> {
  const { where, params } = conditionOf(scope);
  const after = asked.cursor === undefined ? null : readCursor(asked.cursor);
  const [rows, [counted]] = await Promise.all([
    ask<Row>(
      deps.clickhouse,
      `SELECT
         person_id AS personId,
         countIf(kind = 'contact') AS contacts,
         countIf(kind = 'answer') AS answers,
         toUnixTimestamp64Milli(max(occurred_at)) AS lastAt,
         argMaxIf(metric, occurred_at, kind = 'answer') AS lastMetric,
         argMaxIf(score, occurred_at, kind = 'answer') AS lastScore
       FROM event WHERE ${where}
       GROUP BY person_id
       ${after === null ? "" : "HAVING (max(occurred_at), person_id) < ({at:DateTime64(3, 'UTC')}, {id:UUID})"}
       ORDER BY lastAt DESC, person_id DESC LIMIT {rows:UInt32}`,
      { ...params, ...(after === null ? {} : { at: instant(after[0]), id: after[1] }), rows: asked.limit + 1 },
    ),
    ask<{ total: number }>(deps.clickhouse, `SELECT uniqExact(person_id) AS total FROM event WHERE ${where}`, params),
  ]);
  const { page, next } = pageOf(rows, asked.limit, ({ lastAt, personId }) => [lastAt, personId]);
  const ids = page.map(({ personId }) => personId);
  const [labels, responses] = await Promise.all([
    labelPeople(deps.db, scope.workspaceId, ids),
    lastResponses(deps, scope, ids),
  ]);
  const people = page.map(({ lastAt, lastMetric, lastScore, ...person }) => ({
    ...person,
    label: labels.get(person.personId) ?? person.personId.slice(0, 8),
    lastAt: new Date(lastAt).toISOString(),
    lastScore: lastMetric === "" ? null : { metric: lastMetric, score: lastScore },
    lastResponse: responses.get(person.personId) ?? null,
  }));
  return { people, total: counted?.total ?? 0, next };
}

/** The last answer in scope that each of these people gave to a survey of ours. */
async function lastResponses(
  { clickhouse }: InsightDeps,
  scope: Scope,
  people: readonly string[],
): Promise<Map<string, { responseId: string; comment: string }>> {
  const { where, params } = conditionOf(scope);
  const rows = await ask<{ personId: string; responseId: string; said: string }>(
    clickhouse,
    `SELECT person_id AS personId, argMax(event_id, occurred_at) AS responseId, argMax(comment, occurred_at) AS said
     FROM event WHERE ${where} AND kind = 'answer' AND person_id IN {people:Array(UUID)}
       AND has(properties.keys, 'survey') AND has(properties.keys, 'way')
     GROUP BY personId`,
    { ...params, people },
  );
  return new Map(rows.map(({ personId, responseId, said }) => [personId, { responseId, comment: said }]));
}
