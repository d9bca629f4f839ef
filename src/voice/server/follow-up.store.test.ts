import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { type TestStores, testStores } from "#testing/stores.ts";
import { type Follower, leaveForFollowUp, mostFailures, pauseAfter, startFollowUp } from "./follow-up.ts";
import type { VoiceTables } from "./tables.ts";

let stores: TestStores;
let surveyId: string;
let now = new Date("2026-11-22T10:00:00Z");
const logged: string[] = [];
const log = {
  warn: (message: string) => void logged.push(message),
  error: (message: string) => void logged.push(message),
};

beforeAll(async () => {
  stores = await testStores();
  const { rows } = await stores.pool.query(
    `WITH w AS (INSERT INTO workspace (name, locale, time_zone) VALUES ('W', 'fr', 'Europe/Paris') RETURNING id),
      t AS (INSERT INTO touchpoint (workspace_id, key, name, initiator) SELECT id, 'till', 'Caisse', 'customer' FROM w RETURNING id, workspace_id),
      s AS (INSERT INTO survey (workspace_id, touchpoint_id, touchpoint_key, name, state, relation, token)
        SELECT workspace_id, id, 'till', 'Après', 'open', 'transactional', 'token' FROM t RETURNING id)
    SELECT id FROM s`,
  );
  surveyId = rows[0].id;
  await stores.pool.query("INSERT INTO survey_version (survey_id, version, content) VALUES ($1, 1, '{}')", [surveyId]);
  await stores.pool.query("CREATE TABLE effect (follower text, response_id uuid)");
});
afterAll(() => stores.close());
beforeEach(async () => {
  logged.length = 0;
  await stores.pool.query("TRUNCATE effect, response CASCADE");
});

/** A complete answer that waits for its followers. */
async function leave(comment = "Trop long"): Promise<string> {
  return stores.db.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .withTables<VoiceTables>()
      .insertInto("response")
      .values({
        survey_id: surveyId,
        version: 1,
        workspace_id: sql`(SELECT workspace_id FROM survey WHERE id = ${surveyId})`,
        attempt: randomUUID(),
        way: "link",
        language: "fr",
        metric: "nps",
        score: 3,
        comment,
        answers: "{}",
        person: null,
        properties: JSON.stringify({ store: "Lyon" }),
        is_partial: false,
        suspicions: [],
        answered_at: now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await leaveForFollowUp(transaction, id, now);
    return id;
  });
}

/** Leaves a trace that would be there twice if it were done twice. */
const tracing =
  (name: string): Follower =>
  async (transaction, answers) => {
    for (const { responseId } of answers)
      await sql`INSERT INTO effect VALUES (${name}, ${responseId})`.execute(transaction);
  };
const begin = (followers: Record<string, Follower>) => {
  const followUp = startFollowUp({ db: stores.db, now: () => now }, log, followers);
  onTestFinished(() => followUp.close());
  return followUp;
};
const effects = async (): Promise<string[]> => {
  const { rows } = await stores.pool.query("SELECT follower || ' ' || response_id AS effect FROM effect");
  return rows.map(({ effect }) => effect as string).toSorted();
};
const outbox = async () => (await stores.pool.query("SELECT * FROM answer_outbox")).rows;
const emptied = async (): Promise<void> => {
  await expect.poll(outbox, { timeout: 15_000 }).toEqual([]);
};

test("[V190] each of several processes hands on other answers, and every follower has each of them once", async () => {
  const ids: string[] = [];
  for (let n = 0; n < 130; n++) ids.push(await leave());
  const followers = { first: tracing("first"), second: tracing("second") };
  for (const process of [begin(followers), begin(followers), begin(followers)]) process.wake();
  await emptied();
  expect(await effects()).toEqual(ids.flatMap((id) => [`first ${id}`, `second ${id}`]).toSorted());
});

test("[V190] a follower has the whole answer, with its survey and touchpoint", async () => {
  const responseId = await leave();
  const seen: unknown[] = [];
  begin({ look: async (_, answers) => void seen.push(...answers) }).wake();
  await emptied();
  expect(seen).toEqual([
    expect.objectContaining({
      responseId,
      surveyId,
      surveyName: "Après",
      touchpointKey: "till",
      score: 3,
      comment: "Trop long",
      person: null,
      properties: { store: "Lyon" },
      answeredAt: now,
      isApart: false,
    }),
  ]);
});

test("[V190] killed before it commits, what a follower did is undone and done again", async () => {
  const id = await leave();
  const reached = Promise.withResolvers<number>();
  const follow: Follower = async (transaction, answers) => {
    await tracing("once")(transaction, answers);
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(transaction);
    reached.resolve(rows[0]?.pid ?? 0);
    await sql`SELECT pg_sleep(60)`.execute(transaction);
  };
  begin({ once: follow }).wake();
  await stores.pool.query("SELECT pg_terminate_backend($1)", [await reached.promise]);
  await expect.poll(() => logged).toEqual(["answers cannot be followed up now"]);
  expect(await effects()).toEqual([]);
  begin({ once: tracing("once") }).wake();
  await emptied();
  expect(await effects()).toEqual([`once ${id}`]);
});

test("[V191] a follower that fails leaves nothing behind, the others go on, and it is tried again later", async () => {
  const id = await leave();
  let isBroken = true;
  const followUp = begin({
    broken: async (transaction, answers) => {
      await tracing("broken")(transaction, answers);
      if (isBroken) await sql`SELECT 1 / 0`.execute(transaction);
    },
    sound: tracing("sound"),
  });
  followUp.wake();
  await expect.poll(outbox).toMatchObject([{ followed: ["sound"], failures: 1, is_set_apart: false }]);
  expect(await effects()).toEqual([`sound ${id}`]);
  isBroken = false;
  now = new Date(now.getTime() + pauseAfter(1));
  followUp.wake();
  await emptied();
  expect(await effects()).toEqual([`broken ${id}`, `sound ${id}`]);
});

test("[V191] after too many failures an answer is set apart with the reason, and those beside and behind it go on", async () => {
  const [before, poison, after] = [await leave(), await leave("poison"), await leave()];
  const followUp = begin({
    picky: async (transaction, answers) => {
      await tracing("picky")(transaction, answers);
      if (answers.some(({ comment }) => comment === "poison")) throw new Error("not this one");
    },
  });
  for (let failures = 1; failures <= mostFailures; failures++) {
    followUp.wake();
    await expect.poll(outbox).toMatchObject([{ failures }]);
    now = new Date(now.getTime() + pauseAfter(failures));
  }
  expect(await outbox()).toMatchObject([
    { response_id: poison, is_set_apart: true, reason: "picky: Error: not this one" },
  ]);
  expect(logged.at(-1)).toBe("what follows from an answer failed too often and is set apart");
  const id = await leave();
  followUp.wake();
  await expect.poll(effects).toEqual([before, after, id].map((one) => `picky ${one}`).toSorted());
});
