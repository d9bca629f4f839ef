import type { ClickHouseClient } from "@clickhouse/client";
import type { Counted, Group, InvitationCount, Tally } from "../measure.ts";
import { mostSplits, otherValues } from "../model.ts";
import { ask } from "./ask.ts";
import { conditionOf, instant, type Scope } from "./scope.ts";

/** What to count: the events in scope from `since`, told apart by whether they came before the scope's own start. */
export interface Question {
  scope: Scope;
  /** Where the period before begins; null: nothing to compare with. It ends where the scope starts. */
  since: number | null;
  splitBy: string | null;
  groups: readonly Group[];
}

/** The value of a split as an expression over an event, with what it binds. */
interface SplitExpression {
  split: string;
  bound: Record<string, unknown>;
}

const unsplit: SplitExpression = { split: "''", bound: {} };

/** Counts every group for every value of the split. */
export async function countEvents(clickhouse: ClickHouseClient, question: Question): Promise<Counted> {
  const { scope, splitBy } = question;
  const by = splitBy === null ? unsplit : await splitExpression(clickhouse, scope, splitBy);
  const [tallies, invitations, people, cases] = await Promise.all([
    countTallies(clickhouse, question, by),
    countInvitations(clickhouse, scope, by),
    countDistinct(clickhouse, question, { id: "person_id", where: "true", by }),
    countDistinct(clickhouse, question, { id: "case_id", where: "case_id != ''", by }),
  ]);
  return { tallies, invitations, people, cases };
}

/** All that adds up: contacts and answers of both periods, in one pass that reads neither people nor comments. */
function countTallies(
  clickhouse: ClickHouseClient,
  question: Question,
  { split, bound }: SplitExpression,
): Promise<Tally[]> {
  const { scope, since } = question;
  const { where, params } = conditionOf({ ...scope, start: since ?? scope.start });
  const isNow = since === null || scope.start === null ? "true" : "occurred_at >= {now:DateTime64(3, 'UTC')}";
  return ask<Tally>(
    clickhouse,
    `SELECT touchpoint_key AS touchpoint, ${split} AS split, kind, metric, score, countIf(${isNow}) AS now, countIf(NOT ${isNow}) AS before
     FROM event
     WHERE ${where}
     GROUP BY touchpoint, split, kind, metric, score`,
    { ...params, ...bound, ...(scope.start === null ? {} : { now: instant(scope.start) }) },
  );
}

/** A bit mask holds this many touchpoints; a map with more takes several. */
const bits = 64;

/**
 * Distinct people (or cases) of each group, all together and for each value of the split. Each person becomes a set of
 * touchpoints, as bits; equal sets are counted together, and a group's count is that of the sets that meet it. So the
 * events are read once and nobody is held in memory more than once, however many groups there are.
 */
async function countDistinct(
  clickhouse: ClickHouseClient,
  { scope, groups, splitBy }: Question,
  { id, where: extra, by }: { id: string; where: string; by: SplitExpression },
): Promise<Counted["people"]> {
  const { where, params } = conditionOf(scope);
  const words = Array.from({ length: Math.ceil(scope.touchpoints.length / bits) }, (_, word) => word);
  const mask = (word: number) => `bitShiftLeft(toUInt64(intDiv(place, ${bits}) = ${word}), place % ${bits})`;
  const met = words.map((word) => `bitAnd(mask${word}, wanted[${word + 1}]) != 0`).join(" OR ");
  const count = (split: SplitExpression["split"]) =>
    ask<{ split: string; counts: number[] }>(
      clickhouse,
      `SELECT split, sumForEach(arrayMap(wanted -> if(${met}, alike, 0), {groups:Array(Array(UInt64))})) AS counts
       FROM (
         SELECT split, ${words.map((word) => `mask${word}`).join(", ")}, count() AS alike
         FROM (
           SELECT ${split} AS split, ${words.map((word) => `groupBitOr(${mask(word)}) AS mask${word}`).join(", ")}
           FROM (SELECT *, indexOf({touchpoints:Array(String)}, touchpoint_key) - 1 AS place FROM event WHERE ${where} AND ${extra})
           GROUP BY ${id}, split
         )
         GROUP BY ALL
       )
       GROUP BY split`,
      { ...params, ...by.bound, groups: groups.map((group) => masksOf(group, scope.touchpoints)) },
    );
  if (words.length === 0) return [];
  const [together, apart] = await Promise.all([count(unsplit.split), splitBy === null ? [] : count(by.split)]);
  const spread = (split: string | null, counts: readonly number[]) =>
    groups.map(({ id: group }, i) => ({ group, split, count: counts[i] ?? 0 }));
  return [
    ...together.flatMap(({ counts }) => spread(null, counts)),
    ...apart.flatMap(({ split, counts }) => spread(split, counts)),
  ];
}

/** A group as bits over the touchpoints in their order, 64 a word; a number would hold only 53. */
function masksOf({ keys }: Group, touchpoints: readonly string[]): bigint[] {
  const words: bigint[] = [];
  for (const [place, key] of touchpoints.entries()) {
    const word = Math.floor(place / bits);
    words[word] = (words[word] ?? 0n) | (keys.has(key) ? 1n << BigInt(place % bits) : 0n);
  }
  return words;
}

/** The property by which an import says of a contact that it invites to answer, and at which touchpoint. */
export const invitesProperty = "invites";

/** An invitation may be sent from anywhere in the workspace: what matters is the touchpoint it invites to. */
function countInvitations(
  clickhouse: ClickHouseClient,
  scope: Scope,
  { split, bound }: SplitExpression,
): Promise<InvitationCount[]> {
  const invited = `properties['${invitesProperty}']`;
  const { where, params } = conditionOf(scope, invited);
  return ask<InvitationCount>(
    clickhouse,
    `SELECT ${invited} AS touchpoint, ${split} AS split, count() AS now
     FROM event
     PREWHERE has(properties.keys, '${invitesProperty}')
     WHERE kind = 'contact' AND ${where}
     GROUP BY touchpoint, split`,
    { ...params, ...bound },
  );
}

/** The commonest values of a property are told apart, all others are one. */
async function splitExpression(clickhouse: ClickHouseClient, scope: Scope, splitBy: string): Promise<SplitExpression> {
  const { where, params } = conditionOf(scope);
  const rows = await ask<{ value: string }>(
    clickhouse,
    `SELECT properties[{splitBy:String}] AS value FROM event WHERE ${where}
     GROUP BY value ORDER BY count() DESC, value LIMIT ${mostSplits}`,
    { ...params, splitBy },
  );
  return {
    split: "transform(properties[{splitBy:String}], {common:Array(String)}, {common:Array(String)}, {other:String})",
    bound: { splitBy, common: rows.map(({ value }) => value), other: otherValues },
  };
}
