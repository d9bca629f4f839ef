import type { Kysely, Selectable } from "kysely";
import { identifiersLike } from "#activity/index.ts";
import { zone } from "#activity/rules/time-zone.ts";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { type Letter, type Mail, MailError } from "#platform/mail.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import { getWorkspace } from "#workspace/index.ts";
import { quietAt } from "../../asking/calendar.ts";
import { mostTries, retryAfter } from "../../asking/rules.ts";
import type { UnsentReason } from "../../letters/model.ts";
import { linkSigner } from "../asking/links.ts";
import { hasRefused } from "../asking/refuse.ts";
import { getPolicy } from "../asking/settings.ts";
import { writeReply, writeSolvedQuestion } from "../cases/letters.ts";
import { writePromoterLetter } from "../promoters/letters.ts";
import type { LetterTables } from "./tables.ts";

export interface LetterDeps {
  db: Kysely<Database>;
  now: () => Date;
  publicUrl: string;
  /** Null: no letters can be sent. */
  mail: Mail | null;
}

export type DueLetter = Selectable<LetterTables["customer_letter"]>;

/** What a letter is made with when it goes out. */
export interface Writing {
  db: Kysely<Database>;
  now: Date;
  publicUrl: string;
  sign: Awaited<ReturnType<typeof linkSigner>>;
}

const roundMilliseconds = 5_000;
/** Letters taken together. */
const batch = 20;
/** Longer than any mail server is waited for, in milliseconds. */
const longestSending = 600_000;
const day = 86_400_000;
/** Days in which what a letter asks can be answered. */
const linkDays = 30;

/**
 * Sends what is written to customers. A letter is marked before it goes: however many processes do so, and wherever one is
 * killed, nobody is sent the same one twice.
 */
export function startLetters(deps: LetterDeps, log: Pick<Log, "warn">): Rounds {
  return startRounds(roundMilliseconds, log, "customers cannot be written to now", async (signal) => {
    const { mail } = deps;
    if (mail === null) return;
    await giveUpInterrupted(deps);
    for (let taken = batch; taken === batch && !signal.aborted;) {
      const { ready, seen } = await takeDue(deps);
      taken = seen;
      await Promise.all(ready.map(async ({ due, letter }) => settle(deps, due, await send(mail, letter))));
    }
  });
}

interface Ready {
  due: DueLetter;
  letter: Letter;
}

/** Decides of each letter whose time has come, and marks what goes out now. */
async function takeDue({ db, now, publicUrl }: LetterDeps): Promise<{ ready: Ready[]; seen: number }> {
  const at = now();
  return db.transaction().execute(async (transaction) => {
    const due = await transaction
      .withTables<LetterTables>()
      .selectFrom("customer_letter")
      .selectAll()
      .where("state", "=", "waiting")
      .where("due_at", "<=", at)
      .orderBy("due_at")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute();
    const writing: Writing = { db: transaction, now: at, publicUrl, sign: await linkSigner(transaction, at) };
    const ready: Ready[] = [];
    for (const one of due) {
      const prepared = await prepare(writing, one);
      if ("letter" in prepared) {
        ready.push({ due: one, letter: prepared.letter });
        const expires = new Date(at.getTime() + linkDays * day);
        await change(transaction, one.id, { state: "sending", sending_since: at, expires_at: expires, due_at: null });
      } else if ("until" in prepared) await change(transaction, one.id, { due_at: prepared.until });
      else await change(transaction, one.id, { state: "notSent", reason: prepared.unsent, due_at: null });
    }
    return { ready, seen: due.length };
  });
}

/** What goes out, when it may, or why it never does. */
export type Prepared = { letter: Letter } | { until: Date } | { unsent: UnsentReason };

async function prepare(writing: Writing, due: DueLetter): Promise<Prepared> {
  // Somebody who complained is answered, at whatever hour: only what nobody waits for is held back.
  if (due.kind === "reply") return writeReply(writing, due);
  const held = await heldBack(writing, due);
  if (held !== null) return held;
  return due.kind === "solved"
    ? writeSolvedQuestion(writing, due)
    : writePromoterLetter(writing, { ...due, kind: due.kind });
}

/** By what they refused, and by the workspace's quiet times where they are; quarantine is about questions of surveys. */
async function heldBack({ db, now }: Writing, due: DueLetter): Promise<Prepared | null> {
  const { workspace_id: workspaceId, person_ref: ref, time_zone: where } = due;
  if (await hasRefused(db, workspaceId, await identifiersLike(db, ref))) return { unsent: "optedOut" };
  const { timeZone } = await getWorkspace(db, workspaceId);
  const quiet = quietAt(await getPolicy(db, workspaceId), zone(where ?? timeZone), now.getTime());
  return quiet === null ? null : { until: new Date(quiet.until) };
}

/** Why it was not taken; null: it was. */
async function send(mail: Mail, letter: Letter): Promise<{ isFinal: boolean } | null> {
  try {
    await mail.send(letter);
    return null;
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return { isFinal: error.isFinal };
  }
}

async function settle({ db, now }: LetterDeps, due: DueLetter, failure: { isFinal: boolean } | null): Promise<void> {
  const at = now();
  if (failure === null) return change(db, due.id, { state: "sent", sending_since: null, sent_at: at });
  const failures = due.failures + 1;
  if (failure.isFinal || failures >= mostTries)
    return change(db, due.id, { state: "failed", reason: "refused", sending_since: null, failures });
  const again = new Date(at.getTime() + retryAfter(failures));
  await change(db, due.id, { state: "waiting", sending_since: null, failures, due_at: again });
}

/** What was cut off while it was sent may have gone out: it is not sent again. */
async function giveUpInterrupted({ db, now }: LetterDeps): Promise<void> {
  await db
    .withTables<LetterTables>()
    .updateTable("customer_letter")
    .set({ state: "failed", reason: "interrupted", sending_since: null })
    .where("state", "=", "sending")
    .where("sending_since", "<", new Date(now().getTime() - longestSending))
    .execute();
}

async function change(db: Kysely<Database>, id: string, values: Partial<DueLetter>): Promise<void> {
  await db.withTables<LetterTables>().updateTable("customer_letter").set(values).where("id", "=", id).execute();
}
