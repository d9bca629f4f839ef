import type { ClickHouseClient } from "@clickhouse/client";
import type { AnswerCount, Counted, Group, InvitationCount, Volume } from "../measure.ts";
import { metrics, mostSplits, otherValues, scaleOf } from "../model.ts";
import { ask } from "./ask.ts";
import { conditionOf, instant, type Condition, type Scope } from "./scope.ts";

/** What to count: the events in scope from `since`, told apart by whether they came before the scope's own start. */
export interface Question {
  scope: Scope;
  /** Where the period before begins; null: nothing to compare with. It ends where the scope starts. */
  since: number | null;
  splitBy: string | null;
  groups: readonly Group[];
}

/** Volumes and answers for every group, touchpoint and value of the split: three statements, four with a split. */
export async function countEvents(clickhouse: ClickHouseClient, question: Question): Promise<Counted> {
  const { scope, since, splitBy } = question;
  const { where, params } = conditionOf({ ...scope, start: since ?? scope.start });
  const isNow = since === null || scope.start === null ? "true" : "occurred_at >= {now:DateTime64(3, 'UTC')}";
  if (scope.start !== null) params["now"] = instant(scope.start);

  const common = splitBy === null ? [] : await commonValues(clickhouse, scope, splitBy);
  const split =
    splitBy === null
      ? "''"
      : "transform(properties[{splitBy:String}], {common:Array(String)}, {common:Array(String)}, {other:String})";
  const bound = { where, params: { ...params, splitBy, common, other: otherValues } };

  const [volumes, answers, invitations] = await Promise.all([
    countVolumes(clickhouse, bound, question, { isNow, split }),
    countAnswers(clickhouse, bound, { isNow, split }),
    countInvitations(clickhouse, scope, { split, params: bound.params }),
  ]);
  return { volumes, answers, invitations };
}

interface Expressions {
  isNow: string;
  split: string;
}

/**
 * People and cases are counted as sets once for each touchpoint and value, then united for steps, stages and the whole map:
 * one pass over the events, and nobody counted twice.
 */
function countVolumes(
  clickhouse: ClickHouseClient,
  { where, params }: Condition,
  { groups, splitBy }: Question,
  { isNow, split }: Expressions,
): Promise<Volume[]> {
  const keys = params["touchpoints"] as readonly string[];
  const groupsOfKey = keys.map((key) => groups.filter((group) => group.keys.has(key)).map((group) => group.id));
  return ask<Volume>(
    clickhouse,
    `SELECT
       group_id AS group,
       ${splitBy === null ? "NULL" : "if(grouping(split_value) = 1, NULL, split_value)"} AS split,
       sum(contacts) AS contacts,
       sum(contacts_before) AS contactsBefore,
       sum(answers) AS answers,
       uniqExactMerge(people) AS people,
       uniqExactMerge(cases) AS cases
     FROM (
       SELECT
         touchpoint_key,
         ${split} AS split_value,
         countIf(kind = 'contact' AND ${isNow}) AS contacts,
         countIf(kind = 'contact' AND NOT ${isNow}) AS contacts_before,
         countIf(kind = 'answer' AND ${isNow}) AS answers,
         uniqExactStateIf(person_id, ${isNow}) AS people,
         uniqExactStateIf(case_id, case_id != '' AND ${isNow}) AS cases
       FROM event
       WHERE ${where}
       GROUP BY touchpoint_key, split_value
     )
     ARRAY JOIN {groupsOfKey:Array(Array(String))}[indexOf({touchpoints:Array(String)}, touchpoint_key)] AS group_id
     GROUP BY ${splitBy === null ? "group_id" : "GROUPING SETS ((group_id), (group_id, split_value))"}`,
    { ...params, groupsOfKey },
  );
}

function countAnswers(
  clickhouse: ClickHouseClient,
  { where, params }: Condition,
  { isNow, split }: Expressions,
): Promise<AnswerCount[]> {
  return ask<AnswerCount>(
    clickhouse,
    `SELECT touchpoint_key AS touchpoint, ${split} AS split, metric, score, countIf(${isNow}) AS now, countIf(NOT ${isNow}) AS before
     FROM event
     WHERE ${where} AND kind = 'answer' AND ${onScale}
     GROUP BY touchpoint, split, metric, score`,
    params,
  );
}

/** The property by which an import says of a contact that it invites to answer, and at which touchpoint. */
export const invitesProperty = "invites";

/** An invitation may be sent from anywhere in the workspace: what matters is the touchpoint it invites to. */
function countInvitations(
  clickhouse: ClickHouseClient,
  scope: Scope,
  told: { split: string; params: Record<string, unknown> },
): Promise<InvitationCount[]> {
  const invited = `properties['${invitesProperty}']`;
  const { where, params } = conditionOf(scope, invited);
  return ask<InvitationCount>(
    clickhouse,
    `SELECT ${invited} AS touchpoint, ${told.split} AS split, count() AS now
     FROM event
     WHERE kind = 'contact' AND mapContains(properties, '${invitesProperty}') AND ${where}
     GROUP BY touchpoint, split`,
    { ...told.params, ...params },
  );
}

/** A score that its scale does not have is not counted, whoever wrote it. */
export const onScale = metrics
  .map((metric) => `(metric = '${metric}' AND score BETWEEN ${scaleOf[metric].min} AND ${scaleOf[metric].max})`)
  .join(" OR ")
  .replace(/^(.*)$/, "($1)");

async function commonValues(clickhouse: ClickHouseClient, scope: Scope, splitBy: string): Promise<string[]> {
  const { where, params } = conditionOf(scope);
  const rows = await ask<{ value: string }>(
    clickhouse,
    `SELECT properties[{splitBy:String}] AS value FROM event WHERE ${where}
     GROUP BY value ORDER BY count() DESC, value LIMIT ${mostSplits}`,
    { ...params, splitBy },
  );
  return rows.map(({ value }) => value);
}
