import { type Kysely, sql } from "kysely";
import { identifiersLike } from "#activity/index.ts";
import { type Zone, zone } from "#activity/rules/time-zone.ts";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import { AskingRules, type AskingPolicy } from "../../asking/model.ts";
import { type Contact, decide, type Decision } from "../../asking/rules.ts";
import { chooseLanguage } from "../../rules.ts";
import type { VoiceTables } from "../tables.ts";
import { deliver, type DeliverDeps, type Letter, settleInterrupted } from "./deliver.ts";
import { linkSigner } from "./links.ts";
import { hasRefused } from "./refuse.ts";
import { getPolicy } from "./settings.ts";
import type { AskingTables } from "./tables.ts";

export interface AskerDeps extends DeliverDeps {
  publicUrl: string;
}

const roundMilliseconds = 5_000;
/** Decided together, then written to together. */
const batch = 20;
const day = 86_400_000;

/**
 * Asks everybody whose time has come: decides and keeps why, then sends. However many processes do so, and wherever one is
 * killed, nobody is sent the same letter twice.
 */
export function startAsker(deps: AskerDeps, log: Pick<Log, "warn">): Rounds {
  return startRounds(roundMilliseconds, log, "people cannot be asked now", async (signal) => {
    await settleInterrupted(deps);
    for (let seen = batch; seen > 0 && !signal.aborted;) {
      const { letters, decided } = await decideSome(deps);
      await Promise.all(letters.map((letter) => deliver(deps, letter)));
      seen = decided;
    }
  });
}

/** Decides about those of one workspace who have waited longest, the most important surveys first. */
async function decideSome(deps: AskerDeps): Promise<{ letters: Letter[]; decided: number }> {
  const now = deps.now();
  return deps.db.transaction().execute(async (transaction) => {
    const workspaceId = await workspaceInNeed(transaction, now);
    if (workspaceId === null) return { letters: [], decided: 0 };
    // One person is one person: nobody else decides about anybody here meanwhile.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`asking in ${workspaceId}`}, 0))`.execute(transaction);
    const due = await takeDue(transaction, workspaceId, now);
    const scope: Scope = {
      db: transaction,
      now,
      policy: await getPolicy(transaction, workspaceId),
      sign: await linkSigner(transaction, now),
      publicUrl: deps.publicUrl,
    };
    const letters: Letter[] = [];
    for (const one of due) {
      const letter = await attend(scope, one);
      if (letter !== null) letters.push(letter);
    }
    return { letters, decided: due.length };
  });
}

interface Scope {
  db: Kysely<Database>;
  now: Date;
  policy: AskingPolicy;
  sign: Awaited<ReturnType<typeof linkSigner>>;
  publicUrl: string;
}
type Due = Awaited<ReturnType<typeof takeDue>>[number];

async function workspaceInNeed(db: Kysely<Database>, now: Date): Promise<string | null> {
  const found = await db
    .withTables<AskingTables>()
    .selectFrom("survey_invitation")
    .select("workspace_id")
    .where("due_at", "<=", now)
    .orderBy("due_at")
    .limit(1)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

async function takeDue(db: Kysely<Database>, workspaceId: string, now: Date) {
  // What is due is not over, and only what is over is without an address.
  return db
    .withTables<
      Omit<VoiceTables, "survey"> &
        AskingTables & { workspace: { id: string; name: string; locale: string; time_zone: string } }
    >()
    .selectFrom("survey_invitation as i")
    .innerJoin("survey as s", "s.id", "i.survey_id")
    .innerJoin("survey_version as v", (join) =>
      join.onRef("v.survey_id", "=", "s.id").onRef("v.version", "=", "s.version"),
    )
    .innerJoin("workspace as w", "w.id", "i.workspace_id")
    .selectAll("i")
    .select(["s.state as surveyState", "s.asking", "v.content", "w.name as workspaceName"])
    .select(["w.locale", "w.time_zone as workspaceZone"])
    .where("i.workspace_id", "=", workspaceId)
    .where("i.due_at", "<=", now)
    .$narrowType<{ address: string }>()
    .orderBy(sql`array_position(ARRAY['high', 'normal', 'low'], coalesce(s.asking ->> 'priority', 'normal'))`)
    .orderBy("i.due_at")
    .orderBy("i.id")
    .limit(batch)
    .forUpdate("i")
    .execute();
}

/** Does what is due with one invitation; what it says is to be sent. */
async function attend(scope: Scope, due: Due): Promise<Letter | null> {
  const { db, now } = scope;
  const rules = AskingRules.parse(due.asking);
  const isReminder = due.state === "sent";
  if (due.expires_at !== null && due.expires_at <= now) {
    await change(db, due.id, { state: "expired", due_at: null });
    return null;
  }
  const decision = decide(await questionOf(scope, due, rules));
  const decisionId = await keep(db, { due, rules, decision, isReminder, now });
  if (decision.outcome === "postponed") {
    await change(db, due.id, { due_at: new Date(decision.until) });
    return null;
  }
  if (decision.outcome === "notAsked") {
    const isRefusal = decision.reason === "optedOut";
    // A reminder that is not sent leaves the link to its end.
    if (isReminder && !isRefusal) await change(db, due.id, { due_at: due.expires_at });
    else
      await change(db, due.id, { state: isRefusal ? "optedOut" : "notAsked", reason: decision.reason, due_at: null });
    return null;
  }
  const expiresAt = due.expires_at ?? new Date(now.getTime() + rules.linkDays * day);
  await change(db, due.id, {
    state: "sending",
    sending_since: now,
    expires_at: expiresAt,
    due_at: null,
  });
  return letterTo(scope, due, { decisionId, isReminder, rules, expiresAt });
}

async function questionOf(
  { db, now, policy }: Scope,
  due: Due,
  rules: AskingRules,
): Promise<Parameters<typeof decide>[0]> {
  const refs = await identifiersLike(db, due.person_ref);
  const workspaceZone = zone(due.workspaceZone);
  const midnight = workspaceZone.day(now.getTime()) * day;
  return {
    now: now.getTime(),
    policy,
    rules,
    zone: due.time_zone === null ? workspaceZone : zone(due.time_zone),
    isReminder: due.state === "sent",
    isSurveyOpen: due.surveyState === "open",
    hasOptedOut: await hasRefused(db, due.workspace_id, refs),
    hasAnswered: await hasAnswered(db, due.id),
    draw: due.draw,
    answers: rules.mostAnswers === null ? 0 : await countAnswers(db, due.survey_id),
    askedToday: rules.mostPerDay === null ? 0 : await countAsked(db, due.survey_id, workspaceZone, midnight),
    nextDay: workspaceZone.instant(midnight + day),
    lastChance: (due.expires_at ?? due.last_chance).getTime(),
    contacts: await contactsWith(db, due, refs, new Date(now.getTime() - policy.quarantineDays * day)),
  };
}

/** Answers that count say so in the invitation; one that is kept apart names it. */
async function hasAnswered(db: Kysely<Database>, invitationId: string): Promise<boolean> {
  const found = await db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .select("id")
    .where("invitation_id", "=", invitationId)
    .where("is_partial", "=", false)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Answers of a survey that count. */
export async function countAnswers(db: Kysely<Database>, surveyId: string): Promise<number> {
  const { answers } = await db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .select(({ fn }) => fn.countAll<number>().as("answers"))
    .where("survey_id", "=", surveyId)
    .where("is_partial", "=", false)
    .where("is_apart", "=", false)
    .executeTakeFirstOrThrow();
  return answers;
}

async function countAsked(
  db: Kysely<Database>,
  surveyId: string,
  { instant }: Zone,
  midnight: number,
): Promise<number> {
  const { asked } = await reached(db)
    .select(({ fn }) => fn.countAll<number>().as("asked"))
    .where("survey_id", "=", surveyId)
    .where("is_reminder", "=", false)
    .where("decided_at", ">=", new Date(instant(midnight)))
    .executeTakeFirstOrThrow();
  return asked;
}

/** What this person was asked since then, by whatever identifier and survey. */
async function contactsWith(db: Kysely<Database>, due: Due, refs: readonly string[], since: Date): Promise<Contact[]> {
  const rows = await reached(db)
    .select(["decided_at", "priority", "is_reminder as isReminder"])
    .where("workspace_id", "=", due.workspace_id)
    .where("person_ref", "in", refs)
    .where("invitation_id", "!=", due.id)
    .where("decided_at", ">", since)
    .execute();
  return rows.map(({ decided_at, ...rest }) => ({ ...rest, at: decided_at.getTime() }));
}

/** Entries of the ledger by which somebody was disturbed, as far as anybody knows. */
function reached(db: Kysely<Database>) {
  return db
    .withTables<AskingTables>()
    .selectFrom("asking_decision")
    .where("outcome", "=", "asked")
    .where("failure", "is", null);
}

async function keep(
  db: Kysely<Database>,
  entry: { due: Due; rules: AskingRules; decision: Decision; isReminder: boolean; now: Date },
): Promise<string> {
  const { due, rules, decision, isReminder, now } = entry;
  const until = "until" in decision ? decision.until : undefined;
  const { id } = await db
    .withTables<AskingTables>()
    .insertInto("asking_decision")
    .values({
      workspace_id: due.workspace_id,
      survey_id: due.survey_id,
      invitation_id: due.id,
      trigger_id: due.trigger_id,
      person_ref: due.person_ref,
      priority: rules.priority,
      is_reminder: isReminder,
      outcome: decision.outcome,
      reason: decision.outcome === "asked" ? null : decision.reason,
      until: until === undefined ? null : new Date(until),
      failure: null,
      decided_at: now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function change(
  db: Kysely<Database>,
  id: string,
  values: Partial<Pick<Due, "state" | "reason" | "due_at" | "sending_since" | "expires_at">>,
): Promise<void> {
  await db.withTables<AskingTables>().updateTable("survey_invitation").set(values).where("id", "=", id).execute();
}

function letterTo(
  { now, sign, publicUrl }: Scope,
  due: Due,
  {
    decisionId,
    isReminder,
    rules,
    expiresAt,
  }: { decisionId: string; isReminder: boolean; rules: AskingRules; expiresAt: Date },
): Letter {
  const { content } = due;
  const link = `${publicUrl}/s/${sign("answer", due.id)}`;
  const language = chooseLanguage(content, [due.language ?? due.locale]);
  const reminders = due.reminders + (isReminder ? 1 : 0);
  const reminderAt = new Date(now.getTime() + rules.reminderDays * day);
  return {
    invitationId: due.id,
    decisionId,
    channel: due.channel,
    address: due.address,
    isReminder,
    reminders,
    failures: due.failures,
    asked: {
      content,
      language,
      from: due.workspaceName,
      url: `${link}?lang=${language}`,
      hiddenUrl: `${link}/all`,
      refuseUrl: `${publicUrl}/stop/${sign("refuse", due.id)}`,
      isReminder,
    },
    next: reminders < rules.reminders && reminderAt < expiresAt ? reminderAt : expiresAt,
  };
}
