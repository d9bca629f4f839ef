import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Asked } from "../../asking/letter.ts";
import type { Channel } from "../../asking/model.ts";
import { mostTries, retryAfter } from "../../asking/rules.ts";
import type { Senders } from "./senders.ts";
import type { AskingTables } from "./tables.ts";

export interface DeliverDeps {
  db: Kysely<Database>;
  now: () => Date;
  senders: Senders;
}

/** What is to be sent: its invitation says `sending` already, so that whoever is killed over it does not send it again. */
export interface Letter {
  invitationId: string;
  decisionId: string;
  channel: Channel;
  address: string;
  asked: Asked;
  isReminder: boolean;
  /** Reminders, this one included. */
  reminders: number;
  failures: number;
  /** When there is something to do again once it is sent. */
  next: Date;
}

/** Sends it, and keeps what came of it. */
export async function deliver(deps: DeliverDeps, letter: Letter): Promise<void> {
  const failure = await send(deps.senders, letter);
  const now = deps.now();
  await deps.db.transaction().execute(async (transaction) => {
    if (failure === null) await settle(transaction, letter, sentNow(letter, now));
    else {
      await settle(transaction, letter, failedNow(letter, failure, now));
      await tellLedger(transaction, letter.decisionId, failure.reason);
    }
  });
}

interface Failure {
  reason: string;
  isFinal: boolean;
}

async function send(senders: Senders, { channel, address, asked }: Letter): Promise<Failure | null> {
  const sender = senders[channel];
  if (sender === null) return { reason: `Nothing can be sent by ${channel} from here.`, isFinal: false };
  try {
    await sender(address, asked);
    return null;
  } catch (error) {
    const { message, isFinal = false } = error as { message: string; isFinal?: boolean };
    return { reason: message.slice(0, 500), isFinal };
  }
}

function sentNow({ isReminder, reminders, next }: Letter, now: Date) {
  return { state: "sent" as const, failures: 0, due_at: next, reminders, ...(isReminder ? {} : { sent_at: now }) };
}

function failedNow(letter: Letter, { reason, isFinal }: Failure, now: Date) {
  const failures = letter.failures + 1;
  const isOver = isFinal || failures >= mostTries;
  const again = new Date(now.getTime() + retryAfter(failures));
  // What was sent once stays sent: only its reminder failed.
  if (letter.isReminder && isOver)
    return { state: "sent" as const, failures: 0, due_at: letter.next, reminders: letter.reminders };
  if (isOver) return { state: "failed" as const, failures, reason, due_at: null };
  return { state: letter.isReminder ? ("sent" as const) : ("waiting" as const), failures, due_at: again };
}

/** Whoever answered or refused meanwhile stays at that. */
async function settle(
  db: Kysely<Database>,
  { invitationId }: Letter,
  values: ReturnType<typeof sentNow> | ReturnType<typeof failedNow>,
): Promise<void> {
  await db
    .withTables<AskingTables>()
    .updateTable("survey_invitation")
    .set({ ...values, sending_since: null })
    .where("id", "=", invitationId)
    .where("state", "=", "sending")
    .execute();
}

async function tellLedger(db: Kysely<Database>, decisionId: string, failure: string): Promise<void> {
  await db
    .withTables<AskingTables>()
    .updateTable("asking_decision")
    .set({ failure })
    .where("id", "=", decisionId)
    .execute();
}

/** Longer than any mail server is waited for, in milliseconds. */
const longestSending = 600_000;

/** What was cut off while it was sent may have gone out: it is not sent again. */
export async function settleInterrupted({ db, now }: DeliverDeps): Promise<void> {
  const cutOff = db
    .withTables<AskingTables>()
    .updateTable("survey_invitation")
    .set({ sending_since: null })
    .where("state", "=", "sending")
    .where("sending_since", "<", new Date(now().getTime() - longestSending));
  await cutOff.set({ state: "failed", reason: "interrupted" }).where("sent_at", "is", null).execute();
  await cutOff.set((eb) => ({ state: "sent" as const, due_at: eb.ref("expires_at") })).execute();
}
