import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql, type Updateable } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import type { Asked, Way } from "../model.ts";
import type { VoiceTables } from "./tables.ts";

/** A complete answer, as what follows from it sees it. */
export interface FollowedAnswer {
  responseId: string;
  workspaceId: string;
  surveyId: string;
  surveyName: string;
  /** Null: it is about the whole relation, at no touchpoint. */
  touchpointId: string | null;
  touchpointKey: string;
  metric: Asked;
  score: number | null;
  comment: string;
  language: string;
  way: Way;
  /** The identifier as it is stored everywhere, hashed. */
  person: { kind: string; ref: string } | null;
  properties: Readonly<Record<string, string>>;
  answeredAt: Date;
  /** It is suspicious: it is kept apart and moves no figure. */
  isApart: boolean;
}

/** Does what follows from answers, all of it in this transaction: whatever else it needs is left there for another worker. */
export type Follower = (transaction: Kysely<Database>, answers: readonly FollowedAnswer[]) => Promise<void>;

export interface FollowUpDeps {
  db: Kysely<Database>;
  now: () => Date;
}

/** Leaves a complete answer to be followed up, if the transaction commits. */
export async function leaveForFollowUp(transaction: Kysely<Database>, responseId: string, now: Date): Promise<void> {
  await transaction
    .withTables<VoiceTables>()
    .insertInto("answer_outbox")
    .values({ response_id: responseId, due_at: now })
    // What is accepted while its followers still pass it over is followed all the same.
    .onConflict((conflict) => conflict.column("response_id").doUpdateSet({ followed: [], failures: 0, due_at: now }))
    .execute();
}

/** The part of a statement that leaves the answers of `rows` (`id`, `received_at`) as `leaveForFollowUp` does. */
export function leavingForFollowUp(rows: string): string {
  return `INSERT INTO answer_outbox (response_id, due_at) SELECT id, received_at FROM ${rows}`;
}

/** Finds what another process left, and what is to be tried again. */
const roundMilliseconds = 5_000;
/** Answers that come one upon the other are followed up together. */
const restMilliseconds = 500;
/** Answers of one transaction. */
const batch = 100;
export const mostFailures = 8;
const firstPause = 5_000;
const longestPause = 600_000;

/** Milliseconds until what has failed so often is tried again. */
export function pauseAfter(failures: number): number {
  return Math.min(firstPause * 2 ** (failures - 1), longestPause);
}

/**
 * Hands every complete answer to each of the named followers once in effect, however many processes do so and wherever they
 * are killed: what a follower did, and that it did, are committed together. One that fails leaves nothing behind and is tried
 * again later and later, while the others go on; after `mostFailures` the answer is set apart with the reason.
 */
export function startFollowUp(
  deps: FollowUpDeps,
  log: Pick<Log, "warn" | "error">,
  followers: Readonly<Record<string, Follower>>,
): Rounds {
  return startRounds(roundMilliseconds, log, "answers cannot be followed up now", async (signal) => {
    for (let followed = batch; followed === batch && !signal.aborted;)
      followed = await followSome(deps, log, followers);
    await sleep(restMilliseconds, undefined, { signal }).catch(() => undefined);
  });
}

/** Follows up the answers that have waited longest, and says how many they were. */
async function followSome(
  { db, now }: FollowUpDeps,
  log: Pick<Log, "warn" | "error">,
  followers: Readonly<Record<string, Follower>>,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const waiting = await takeWaiting(transaction, now());
    const reasons = new Map<string, string>();
    const done = new Map(waiting.map(({ responseId, followed }) => [responseId, [...followed]]));
    for (const [name, follow] of Object.entries(followers)) {
      const left = waiting.filter(({ followed }) => !followed.includes(name));
      const failed = await followAll(transaction, follow, left);
      for (const { responseId } of left) {
        const failure = failed.get(responseId);
        if (failure === undefined) done.get(responseId)?.push(name);
        else reasons.set(responseId, `${name}: ${failure}`);
      }
    }
    const isDone = ({ responseId }: FollowedAnswer) => !reasons.has(responseId);
    await forget(transaction, waiting.filter(isDone));
    for (const { responseId, failures } of waiting.filter((answer) => !isDone(answer))) {
      const reason = reasons.get(responseId) ?? "";
      const isSetApart = failures + 1 >= mostFailures;
      await postpone(transaction, responseId, {
        followed: done.get(responseId) ?? [],
        failures: failures + 1,
        reason,
        due_at: new Date(now().getTime() + pauseAfter(failures + 1)),
        is_set_apart: isSetApart,
      });
      const fields = { response: responseId, reason };
      if (isSetApart) log.error("what follows from an answer failed too often and is set apart", fields);
      else log.warn("what follows from an answer failed and is tried again", fields);
    }
    return waiting.length;
  });
}

/** Hands the answers on, each alone where they fail together; for those that fail then, the reason. */
async function followAll(
  transaction: Kysely<Database>,
  follow: Follower,
  answers: readonly FollowedAnswer[],
): Promise<Map<string, string>> {
  if (answers.length === 0 || (await attempt(transaction, () => follow(transaction, answers))) === null)
    return new Map();
  const failed = new Map<string, string>();
  for (const answer of answers) {
    const reason = await attempt(transaction, () => follow(transaction, [answer]));
    if (reason !== null) failed.set(answer.responseId, reason);
  }
  return failed;
}

/** Undoes what failed, and only that; says why. */
async function attempt(transaction: Kysely<Database>, work: () => Promise<void>): Promise<string | null> {
  await sql`SAVEPOINT follower`.execute(transaction);
  try {
    await work();
    await sql`RELEASE SAVEPOINT follower`.execute(transaction);
    return null;
  } catch (error) {
    await sql`ROLLBACK TO SAVEPOINT follower`.execute(transaction);
    return String(error);
  }
}

async function takeWaiting(transaction: Kysely<Database>, now: Date) {
  return transaction
    .withTables<VoiceTables>()
    .selectFrom("answer_outbox as o")
    .innerJoin("response as r", "r.id", "o.response_id")
    .innerJoin("survey as s", "s.id", "r.survey_id")
    .select(["o.followed", "o.failures", "r.id as responseId", "r.workspace_id as workspaceId"])
    .select(["s.id as surveyId", "s.name as surveyName", "s.touchpoint_id as touchpointId"])
    .select(["s.touchpoint_key as touchpointKey", "r.metric", "r.score", "r.comment", "r.language", "r.way"])
    .select(["r.person", "r.properties", "r.answered_at as answeredAt", "r.is_apart as isApart"])
    .where("o.is_set_apart", "=", false)
    .where("o.due_at", "<=", now)
    .orderBy("o.due_at")
    .orderBy("o.response_id")
    .limit(batch)
    .forUpdate("o")
    .skipLocked()
    .execute();
}

async function forget(transaction: Kysely<Database>, answers: readonly FollowedAnswer[]): Promise<void> {
  const ids = answers.map(({ responseId }) => responseId);
  await sql`DELETE FROM answer_outbox WHERE response_id = any(${ids}::uuid[])`.execute(transaction);
}

async function postpone(
  transaction: Kysely<Database>,
  responseId: string,
  change: Updateable<VoiceTables["answer_outbox"]>,
): Promise<void> {
  await transaction
    .withTables<VoiceTables>()
    .updateTable("answer_outbox")
    .set(change)
    .where("response_id", "=", responseId)
    .execute();
}
