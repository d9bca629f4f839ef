import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { type Mail, MailError } from "#platform/mail.ts";
import { type Outgoing, OutgoingError } from "#platform/outgoing.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { getWorkspace, listMembers, localesOf } from "#workspace/index.ts";
import { letterOf } from "../../alerts/letter.ts";
import { messageOf, type RaisedAlert } from "../../alerts/message.ts";
import type { Try } from "../../alerts/model.ts";
import { causeOf } from "./alerts.ts";
import { presentAnswer } from "./answers.ts";
import { signatureHeaders } from "./signature.ts";
import type { AlertTables } from "./tables.ts";

export interface DeliverDeps {
  db: Kysely<Database>;
  now: () => Date;
  publicUrl: string;
  outgoing: Outgoing;
  /** Null: no letters can be sent. */
  mail: Mail | null;
}

/** Finds what an answer has left to deliver, also one that another process followed up. */
const roundMilliseconds = 2_000;
/** Deliveries under way at once in one process. */
const atOnce = 8;
/** Who takes a delivery and is killed has it tried again after this. */
const leaseMilliseconds = 60_000;
/** Milliseconds between tries, as Standard Webhooks proposes. */
const pauses = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400].map((seconds) => seconds * 1_000);

/**
 * Sends what alerts have to say to webhooks and by letter, and tries again later what did not arrive. A message keeps its
 * id, so that one that comes twice, after a kill in between, counts once.
 */
export function startDeliveries(deps: DeliverDeps, log: Pick<Log, "warn">): Rounds {
  return startRounds(roundMilliseconds, log, "alerts cannot be delivered now", async (signal) => {
    for (let taken = atOnce; taken === atOnce && !signal.aborted;) {
      const due = await takeDue(deps);
      taken = due.length;
      await Promise.all(due.map(async (delivery) => record(deps, delivery, await deliver(deps, delivery))));
    }
  });
}

type Due = Awaited<ReturnType<typeof takeDue>>[number];

/** Takes what is due for as long as sending may last, so that no other process does. */
async function takeDue({ db, now }: DeliverDeps) {
  const at = now();
  return db
    .withTables<AlertTables>()
    .updateTable("alert_delivery")
    .set({ due_at: new Date(at.getTime() + leaseMilliseconds) })
    .where("id", "in", (eb) =>
      eb
        .selectFrom("alert_delivery")
        .select("id")
        .where("state", "=", "waiting")
        .where("due_at", "<=", at)
        .orderBy("due_at")
        .limit(atOnce)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();
}

interface Outcome {
  status: number | null;
  /** Null when it was taken. */
  failure: string | null;
  /** It is of no use to try again. */
  isFinal?: boolean;
}

async function deliver(deps: DeliverDeps, delivery: Due): Promise<Outcome> {
  const alert = delivery.alert_id === null ? null : await raisedAlert(deps, delivery.alert_id);
  if (delivery.webhook_id !== null) return post(deps, delivery.webhook_id, { id: delivery.id, alert });
  return alert === null || delivery.user_id === null
    ? { status: null, failure: "there is nothing to write about", isFinal: true }
    : write(deps, delivery.user_id, alert);
}

async function post(
  { db, now, outgoing }: DeliverDeps,
  webhookId: string,
  { id, alert }: { id: string; alert: RaisedAlert | null },
): Promise<Outcome> {
  const tables = db.withTables<AlertTables>();
  const webhook = await tables.selectFrom("webhook").selectAll().where("id", "=", webhookId).executeTakeFirstOrThrow();
  if (!webhook.is_active) return { status: null, failure: "the webhook is switched off", isFinal: true };
  const at = now();
  const body = JSON.stringify(messageOf(alert, at));
  const isOldValid = webhook.old_secret_until !== null && webhook.old_secret_until > at;
  const secrets = [webhook.secret, ...(isOldValid && webhook.old_secret !== null ? [webhook.old_secret] : [])];
  try {
    const headers = { "content-type": "application/json", ...signatureHeaders({ id, at, body }, secrets) };
    const { status } = await outgoing({ url: webhook.url, headers, body });
    // Gone: the receiver asks to be left alone.
    if (status === 410)
      await tables.updateTable("webhook").set({ is_active: false }).where("id", "=", webhookId).execute();
    return {
      status,
      failure: status >= 200 && status < 300 ? null : `answered ${status}`,
      isFinal: status === 410,
    };
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    return { status: null, failure: error.message, isFinal: error.reason !== "away" };
  }
}

async function write({ db, mail }: DeliverDeps, userId: string, alert: RaisedAlert): Promise<Outcome> {
  const [members, { name, timeZone }, locales] = await Promise.all([
    listMembers(db, alert.workspaceId),
    getWorkspace(db, alert.workspaceId),
    localesOf(db, [userId]),
  ]);
  const member = members.find((one) => one.userId === userId);
  if (member === undefined || mail === null)
    return { status: null, failure: "there is nobody to write to, or no way", isFinal: true };
  try {
    // RFC 3834: nobody's absence is to answer.
    const headers = { "Auto-Submitted": "auto-generated" };
    const letter = letterOf(alert, { locale: locales.get(userId) ?? "en", timeZone });
    await mail.send({ ...letter, to: member.email, fromName: name, headers });
    return { status: null, failure: null };
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    return { status: null, failure: error.message, isFinal: error.isFinal };
  }
}

/** What became of a try; it is done, given up, or tried again later. */
async function record({ db, now }: DeliverDeps, delivery: Due, outcome: Outcome): Promise<void> {
  const tried: Try = { at: now().toISOString(), status: outcome.status, failure: outcome.failure };
  // Sent again by hand, a message has its tries anew.
  const pause = pauses[delivery.tries.length % (pauses.length + 1)];
  const isGivenUp = outcome.isFinal === true || pause === undefined;
  await db
    .withTables<AlertTables>()
    .updateTable("alert_delivery")
    .set({
      tries: sql`tries || ${JSON.stringify([tried])}::jsonb`,
      state: outcome.failure === null ? "delivered" : isGivenUp ? "failed" : "waiting",
      due_at: new Date(now().getTime() + (pause ?? 0)),
    })
    .where("id", "=", delivery.id)
    .execute();
}

async function raisedAlert({ db, publicUrl }: DeliverDeps, alertId: string): Promise<RaisedAlert | null> {
  const row = await db
    .withTables<AlertTables>()
    .selectFrom("alert as a")
    .leftJoin("response as r", "r.id", "a.response_id")
    .leftJoin("survey as s", "s.id", "r.survey_id")
    .select(["a.id", "a.workspace_id", "a.rule_id", "a.rule_name", "a.touchpoint_id", "a.created_at", "a.found"])
    .select(["r.id as response_id", "r.metric", "r.score", "r.comment", "r.answered_at"])
    .select(["s.id as survey_id", "s.name as survey_name", "s.touchpoint_id as asked_at"])
    .where("a.id", "=", alertId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { touchpoints } = await getLibrary(db, row.workspace_id);
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    cause: causeOf(row.found),
    rule: { id: row.rule_id, name: row.rule_name },
    touchpoint: touchpoints.find(({ id }) => id === row.touchpoint_id) ?? null,
    answer: presentAnswer(row, []),
    raisedAt: row.created_at.toISOString(),
    url: `${publicUrl}/w/${row.workspace_id}/voice/alerts?alert=${row.id}`,
  };
}
