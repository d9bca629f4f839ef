import type { ClickHouseClient } from "@clickhouse/client";
import { ask } from "#platform/ask.ts";
import { inferenceLimits, type Lesson } from "../../inferred/training.ts";
import type { Visit } from "../../inferred/visit.ts";
import { type Metric, sidesOf } from "../../model.ts";
import { invitesProperty } from "../counts.ts";
import { conditionOf, type Scope } from "../scope.ts";

/** People looked at for each touchpoint; their mean chance is then within 2 points of that of all. */
const mostLookedAt = 1_000;

interface VisitRow extends Omit<Visit, "daysSinceLast" | "daysSinceFirst"> {
  touchpoint: string;
  daysSinceLast: number;
  daysSinceFirst: number;
}

/** Contacts of these people with what was known by then; somebody nobody knows is a person of their own and has no past. */
const visits = (people: string) => `
  SELECT person_id, touchpoint_key AS touchpoint, occurred_at AS at, event_id AS id,
    mapFilter((name, value) -> name != '${invitesProperty}', properties) AS told,
    row_number() OVER person - 1 AS contactsBefore,
    row_number() OVER place - 1 AS visitsBefore,
    dateDiff('second', lagInFrame(occurred_at, 1, occurred_at) OVER person, occurred_at) / 86400 AS daysSinceLast,
    dateDiff('second', min(occurred_at) OVER person, occurred_at) / 86400 AS daysSinceFirst,
    lagInFrame(toString(touchpoint_key), 1, '') OVER person AS previous
  FROM event
  WHERE workspace_id = {workspaceId:UUID} AND kind = 'contact' AND person_id != event_id AND person_id IN (${people})
  WINDOW person AS (PARTITION BY person_id ORDER BY occurred_at, event_id),
    place AS (PARTITION BY person_id, touchpoint_key ORDER BY occurred_at, event_id)`;
const known = `told AS properties, contactsBefore, visitsBefore, daysSinceLast, daysSinceFirst, previous, toDayOfYear(at) AS dayOfYear`;

/** The newest answers at a touchpoint, the oldest of them first, each with the contact there that it followed. */
export async function lessonsAt(
  clickhouse: ClickHouseClient,
  { workspaceId, touchpoint, metric }: { workspaceId: string; touchpoint: string; metric: Metric },
): Promise<Lesson[]> {
  const answers = `SELECT person_id, occurred_at AS answeredAt, event_id AS answer, score FROM event
    WHERE workspace_id = {workspaceId:UUID} AND touchpoint_key = {touchpoint:String} AND kind = 'answer' AND metric = {metric:String}
      AND NOT has(properties.keys, 'relational')
    ORDER BY occurred_at DESC, event_id LIMIT ${inferenceLimits.mostAnswers}`;
  const rows = await ask<VisitRow & { score: number }>(
    clickhouse,
    `SELECT ${known}, score FROM (${answers}) AS answers
     ASOF INNER JOIN (SELECT * FROM (${visits(`SELECT person_id FROM (${answers})`)}) WHERE touchpoint = {touchpoint:String}) AS visits
       ON answers.person_id = visits.person_id AND answers.answeredAt >= visits.at
     ORDER BY answeredAt, answer`,
    { workspaceId, touchpoint, metric },
  );
  return rows.map(({ score, ...row }) => ({ visit: visitOf(row), isSatisfied: score >= sidesOf[metric].high }));
}

/** Who was at a touchpoint and did not answer: how many people, and the last visit of some of them, always the same. */
export interface Silent {
  people: number;
  visits: Visit[];
}

/** Of the people met in scope who have given no answer there since it begins, by touchpoint. */
export async function silentAt(clickhouse: ClickHouseClient, scope: Scope): Promise<Map<string, Silent>> {
  const { where, params } = conditionOf(scope);
  const { where: later } = conditionOf({ ...scope, end: null, filter: new Map() });
  const silent = `SELECT touchpoint_key AS touchpoint, person_id FROM event
    WHERE ${where} AND kind = 'contact' AND person_id != event_id
      AND (touchpoint_key, person_id) NOT IN (SELECT touchpoint_key, person_id FROM event WHERE ${later} AND kind = 'answer')
    GROUP BY touchpoint, person_id`;
  const drawn = `SELECT touchpoint, person_id FROM (${silent}) ORDER BY cityHash64(person_id), person_id LIMIT ${mostLookedAt} BY touchpoint`;
  const [counts, rows] = await Promise.all([
    ask<{ touchpoint: string; people: number }>(
      clickhouse,
      `SELECT touchpoint, count() AS people FROM (${silent}) GROUP BY touchpoint`,
      params,
    ),
    ask<VisitRow>(
      clickhouse,
      `SELECT touchpoint, ${known} FROM (${visits(`SELECT person_id FROM (${drawn})`)})
       WHERE (touchpoint, person_id) IN (${drawn}) AND id IN (SELECT event_id FROM event WHERE ${where} AND kind = 'contact')
       ORDER BY at DESC, id LIMIT 1 BY touchpoint, person_id`,
      params,
    ),
  ]);
  const seen = Map.groupBy(rows, ({ touchpoint }) => touchpoint);
  return new Map(
    counts.map(({ touchpoint, people }) => [
      touchpoint,
      { people, visits: (seen.get(touchpoint) ?? []).map((row) => visitOf(row)) },
    ]),
  );
}

function visitOf({ properties, contactsBefore, visitsBefore, previous, dayOfYear, ...row }: VisitRow): Visit {
  const isFirst = contactsBefore === 0;
  return {
    properties,
    contactsBefore,
    visitsBefore,
    previous,
    dayOfYear,
    daysSinceLast: isFirst ? null : row.daysSinceLast,
    daysSinceFirst: isFirst ? null : row.daysSinceFirst,
  };
}
