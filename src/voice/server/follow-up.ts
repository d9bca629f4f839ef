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
  touchpointId: string;
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

/** Does what follows from an answer, all of it in this transaction: whatever else it needs is left there for another worker. */
export type Follower = (transaction: Kysely<Database>, answer: FollowedAnswer) => Promise<void>;

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

/** Finds what another process left, and what is to be tried again. */
const roundMilliseconds = 5_000;
/** Answers of one transaction. */
const batch = 20;
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
    for (const { followed, failures, ...answer } of waiting) {
      const done = [...followed];
      let reason: string | null = null;
      for (const [name, follow] of Object.entries(followers)) {
        if (done.includes(name)) continue;
        const failure = await attempt(transaction, () => follow(transaction, answer));
        if (failure === null) done.push(name);
        else reason = `${name}: ${failure}`;
      }
      if (reason === null) await forget(transaction, answer.responseId);
      else {
        const isSetApart = failures + 1 >= mostFailures;
        await postpone(transaction, answer.responseId, {
          followed: done,
          failures: failures + 1,
          reason,
          due_at: new Date(now().getTime() + pauseAfter(failures + 1)),
          is_set_apart: isSetApart,
        });
        const fields = { response: answer.responseId, reason };
        if (isSetApart) log.error("what follows from an answer failed too often and is set apart", fields);
        else log.warn("what follows from an answer failed and is tried again", fields);
      }
    }
    return waiting.length;
  });
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

async function forget(transaction: Kysely<Database>, responseId: string): Promise<void> {
  await transaction
    .withTables<VoiceTables>()
    .deleteFrom("answer_outbox")
    .where("response_id", "=", responseId)
    .execute();
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
