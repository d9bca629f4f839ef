import type { ClickHouseClient } from "@clickhouse/client";
import { ask } from "#platform/ask.ts";
import type { Counted, DistinctCount, Group, InvitationCount, Tally } from "../measure.ts";
import { mostSplits, otherValues } from "../model.ts";
import { conditionOf, instant, type Scope } from "./scope.ts";

/** What to count: the events in scope from `since`, told apart by whether they came before the scope's own start. */
export interface Question {
  scope: Scope;
  /** Where the period before begins; null: nothing to compare with. It ends where the scope starts. */
  since: number | null;
  splitBy: string | null;
  groups: readonly Group[];
}

/**
 * The values of a split, numbered by an expression over an event: small numbers group several times faster than texts.
 * `values[0]` stands for those that have no number of their own.
 */
interface Split {
  number: string;
  values: readonly string[];
  bound: Record<string, unknown>;
}

const unsplit: Split = { number: "0", values: [""], bound: {} };

/** Counts every group for every value of the split. */
export async function countEvents(clickhouse: ClickHouseClient, question: Question): Promise<Counted> {
  const split = await splitOf(clickhouse, question);
  const [tallies, invitations, people, cases] = await Promise.all([
    countTallies(clickhouse, question, split),
    countInvitations(clickhouse, question.scope, split),
    countDistinct(clickhouse, question, { id: "person_id", where: "true", split }),
    countDistinct(clickhouse, question, { id: "case_id", where: "case_id != ''", split }),
  ]);
  return { tallies, invitations, people, cases };
}

/** Only what adds up, for every value of the split: without people and cases, which take the longest. */
export async function tallyEvents(
  clickhouse: ClickHouseClient,
  question: Omit<Question, "groups">,
): Promise<Pick<Counted, "tallies" | "invitations">> {
  const { scope, splitBy } = question;
  const every = splitBy === null ? null : await tallyEveryValue(clickhouse, question, splitBy);
  if (splitBy !== null && every !== null) {
    const common = commonest(every);
    const invitations = await countInvitations(clickhouse, scope, numbered(splitBy, common));
    return { tallies: othersTogether(every, new Set(common)), invitations };
  }
  const split = await splitOf(clickhouse, question);
  const [tallies, invitations] = await Promise.all([
    countTallies(clickhouse, question, split),
    countInvitations(clickhouse, scope, split),
  ]);
  return { tallies, invitations };
}

async function splitOf(
  clickhouse: ClickHouseClient,
  { scope, splitBy }: Pick<Question, "scope" | "splitBy">,
): Promise<Split> {
  return splitBy === null ? unsplit : numberValues(clickhouse, scope, splitBy);
}

/** All that adds up: contacts and answers of both periods, in one pass that reads neither people nor comments. */
export async function countTallies(
  clickhouse: ClickHouseClient,
  question: Pick<Question, "scope" | "since">,
  split = unsplit,
): Promise<Tally[]> {
  const rows = await tallyBy<number>(clickhouse, question, { value: split.number, bound: split.bound });
  return rows.map(({ value, ...tally }) => ({ ...tally, split: valueOf(split, value) }));
}

/** With more groups than these it is less work to read the properties twice, first for their commonest values. */
const mostGroups = 50_000;

/** The same for each value there is; null when there are too many. */
async function tallyEveryValue(
  clickhouse: ClickHouseClient,
  question: Pick<Question, "scope" | "since">,
  splitBy: string,
): Promise<Tally[] | null> {
  const by = { value: "properties[{splitBy:String}]", bound: { splitBy } };
  // Cut off it has more groups, never as many.
  const limit = `SETTINGS max_rows_to_group_by = ${mostGroups}, group_by_overflow_mode = 'break'`;
  const rows = await tallyBy<string>(clickhouse, question, by, limit);
  return rows.length > mostGroups ? null : rows.map(({ value, ...tally }) => ({ ...tally, split: value }));
}

function tallyBy<Value>(
  clickhouse: ClickHouseClient,
  { scope, since }: Pick<Question, "scope" | "since">,
  { value, bound }: { value: string; bound: Record<string, unknown> },
  limit = "",
): Promise<(Omit<Tally, "split"> & { value: Value })[]> {
  const { where, params } = conditionOf({ ...scope, start: since ?? scope.start });
  const isNow = since === null || scope.start === null ? "true" : "occurred_at >= {now:DateTime64(3, 'UTC')}";
  return ask(
    clickhouse,
    `SELECT touchpoint_key AS touchpoint, ${value} AS value, kind, metric, score, countIf(${isNow}) AS now, countIf(NOT ${isNow}) AS before
     FROM event
     WHERE ${where}
     GROUP BY touchpoint, value, kind, metric, score ${limit}`,
    { ...params, ...bound, ...(scope.start === null ? {} : { now: instant(scope.start) }) },
  );
}

/** The values of most events now, as `numberValues` finds them. */
function commonest(tallies: readonly Tally[]): string[] {
  const events = new Map<string, number>();
  for (const { split, now } of tallies) events.set(split, (events.get(split) ?? 0) + now);
  return [...events]
    .filter(([, count]) => count > 0)
    .toSorted(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, mostSplits)
    .map(([value]) => value);
}

function othersTogether(tallies: readonly Tally[], common: ReadonlySet<string>): Tally[] {
  const together = new Map<string, Tally>();
  for (const tally of tallies.filter(({ split }) => !common.has(split))) {
    const key = JSON.stringify([tally.touchpoint, tally.kind, tally.metric, tally.score]);
    const { now, before } = together.get(key) ?? { now: 0, before: 0 };
    together.set(key, { ...tally, split: otherValues, now: now + tally.now, before: before + tally.before });
  }
  return [...tallies.filter(({ split }) => common.has(split)), ...together.values()];
}

const bitsInWord = 64;

/**
 * Distinct people (or cases) of each group, all together and for each value of the split. A person becomes the set of
 * their touchpoints, as bits, and counts in every group that the set meets: the events are read once and nobody is held
 * in memory more than once, however many groups there are.
 */
async function countDistinct(
  clickhouse: ClickHouseClient,
  { scope, groups, splitBy }: Question,
  counted: { id: string; where: string; split: Split },
): Promise<DistinctCount[]> {
  const { where, params } = conditionOf(scope);
  const words = wordsOf(scope.touchpoints);
  if (words.length === 0) return [];
  const masks = words.map(
    (_, w) =>
      `groupBitOr(transform(touchpoint_key, {touchpoints:Array(String)}, {bits${w}:Array(UInt64)}, toUInt64(0))) AS mask${w}`,
  );
  const counts = groups.map(
    (group) => `countIf(${words.map((word, w) => `bitAnd(mask${w}, ${bitsWhere(word, group)}) != 0`).join(" OR ")})`,
  );
  const bits = Object.fromEntries(
    words.map((word, w) => [`bits${w}`, scope.touchpoints.map((key) => word.get(key) ?? 0n)]),
  );

  const count = async ({ number, bound }: Split) =>
    ask<{ counts: number[] } & Numbered>(
      clickhouse,
      `SELECT number, [${counts.join(", ")}] AS counts
       FROM (SELECT ${number} AS number, ${masks.join(", ")} FROM event WHERE ${where} AND ${counted.where} GROUP BY ${counted.id}, number)
       GROUP BY number`,
      { ...params, ...bits, ...bound },
    );
  const [together, apart] = await Promise.all([count(unsplit), splitBy === null ? [] : count(counted.split)]);
  const spread = (split: string | null, { counts }: { counts: number[] }) =>
    groups.map(({ id: group }, i) => ({ group, split, count: counts[i] ?? 0 }));
  return [
    ...together.flatMap((row) => spread(null, row)),
    ...apart.flatMap((row) => spread(valueOf(counted.split, row.number), row)),
  ];
}

/** A bit for each touchpoint, in as many machine words as it takes. */
function wordsOf(touchpoints: readonly string[]): Map<string, bigint>[] {
  const words: Map<string, bigint>[] = [];
  for (const [place, key] of touchpoints.entries()) {
    const word = (words[Math.floor(place / bitsInWord)] ??= new Map());
    word.set(key, 1n << BigInt(place % bitsInWord));
  }
  return words;
}

function bitsWhere(word: ReadonlyMap<string, bigint>, { keys }: Group): bigint {
  return word.entries().reduce((bits, [key, bit]) => (keys.has(key) ? bits | bit : bits), 0n);
}

/** The property by which an import says of a contact that it invites to answer, and at which touchpoint. */
export const invitesProperty = "invites";

/** An invitation may be sent from anywhere in the workspace: what matters is the touchpoint it invites to. */
async function countInvitations(clickhouse: ClickHouseClient, scope: Scope, split: Split): Promise<InvitationCount[]> {
  const invited = `properties['${invitesProperty}']`;
  const { where, params } = conditionOf(scope, invited);
  const rows = await ask<Omit<InvitationCount, "split"> & Numbered>(
    clickhouse,
    `SELECT ${invited} AS touchpoint, ${split.number} AS number, count() AS now
     FROM event
     PREWHERE has(properties.keys, '${invitesProperty}')
     WHERE kind = 'contact' AND ${where}
     GROUP BY touchpoint, number`,
    { ...params, ...split.bound },
  );
  return rows.map(({ number, ...count }) => ({ ...count, split: valueOf(split, number) }));
}

/** The commonest values of a property have a number each, all others 0. */
async function numberValues(clickhouse: ClickHouseClient, scope: Scope, splitBy: string): Promise<Split> {
  const { where, params } = conditionOf(scope);
  const rows = await ask<{ value: string }>(
    clickhouse,
    `SELECT properties[{splitBy:String}] AS value FROM event WHERE ${where}
     GROUP BY value ORDER BY count() DESC, value LIMIT ${mostSplits}`,
    { ...params, splitBy },
  );
  return numbered(
    splitBy,
    rows.map(({ value }) => value),
  );
}

function numbered(splitBy: string, common: readonly string[]): Split {
  return {
    number: "transform(properties[{splitBy:String}], {common:Array(String)}, {numbers:Array(UInt8)}, toUInt8(0))",
    values: [otherValues, ...common],
    bound: { splitBy, common, numbers: common.map((_, i) => i + 1) },
  };
}

/** A row that says which value of the split it is about. */
interface Numbered {
  number: number;
}

function valueOf({ values }: Split, number: number): string {
  return values[number] ?? otherValues;
}
