import type { Kysely } from "kysely";
import type { Customers, KnownContact, Reach } from "#activity/index.ts";
import { zone } from "#activity/rules/time-zone.ts";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { type Rounds, startRounds } from "#platform/rounds.ts";
import { AskingRules, type AskingWhen, type Refusal } from "../../asking/model.ts";
import { periodOf } from "../../asking/triggers.ts";
import { addInvitations, type InviteDeps, type Wanted } from "./invite.ts";
import { drawFor, keepLeftOut, recipientsOf } from "./left-out.ts";
import { takeOccasions } from "./occasions.ts";
import type { AskingTables } from "./tables.ts";

export interface TriggerDeps extends InviteDeps {
  customers: Customers;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Taken up by one transaction. */
const atOnce = 500;
/** An import tells of contacts that it has read some time before. */
const longestImport = 6 * hour;
export const beforeAll = "00000000-0000-0000-0000-000000000000";

/** Lets surveys ask by themselves: finds whom their triggers mean, and invites them. The rest is the asker's. */
export function startTriggers(deps: TriggerDeps, log: Pick<Log, "warn">): Rounds {
  return startRounds(minute, log, "surveys cannot ask by themselves now", (signal) => takeUp(deps, signal));
}

/**
 * Takes up what has become due since the last time. However many processes do so, and wherever one is killed, a contact and a
 * person's period are taken up once: together with what follows, or not at all.
 */
export async function takeUp(deps: TriggerDeps, signal?: AbortSignal): Promise<void> {
  for (const trigger of await runningTriggers(deps.db)) {
    if (signal?.aborted === true) return;
    if (deps.senders[trigger.trigger.channel] === null) continue;
    const { when } = trigger.trigger;
    if (when.kind === "contact") await takeUpContacts(deps, trigger, when);
    else await takeUpEveryone(deps, trigger, when);
    deps.onInvited();
  }
}

type Running = Awaited<ReturnType<typeof runningTriggers>>[number];

async function runningTriggers(db: Kysely<Database>) {
  const rows = await db
    .withTables<AskingTables & { workspace: { id: string; time_zone: string } }>()
    .selectFrom("asking_trigger as t")
    .innerJoin("survey as s", "s.id", "t.survey_id")
    .innerJoin("workspace as w", "w.id", "t.workspace_id")
    .selectAll("t")
    .select(["s.state as surveyState", "s.asking", "w.time_zone as timeZone"])
    .where("t.is_paused", "=", false)
    .orderBy("t.id")
    .execute();
  return rows.map((row) => ({ ...row, rules: AskingRules.parse(row.asking) }));
}

/** Contacts that have become due, and those that were told of since; what is beyond the survey's patience is left alone. */
async function takeUpContacts(
  deps: TriggerDeps,
  trigger: Running,
  { touchpoint, afterHours }: Extract<AskingWhen, { kind: "contact" }>,
): Promise<void> {
  const now = deps.now();
  const delay = afterHours * hour;
  const until = now.getTime() - delay;
  const from = Math.max(trigger.since.getTime(), until - trigger.rules.patienceDays * day);
  const seen = trigger.looked_until.getTime();
  const scope = { workspaceId: trigger.workspace_id, touchpoint, from, until, most: atOnce };
  const news = { happenedAfter: seen - delay, toldAfter: seen - longestImport };
  for (let after: KnownContact | null = null; ;) {
    const contacts: KnownContact[] = await deps.customers.contacts({ ...scope, news, after });
    const people = await reached(deps, trigger, contacts);
    await deps.db.transaction().execute(async (transaction) => {
      const eventIds = contacts.map(({ id }) => id);
      const taken = await takeOccasions(transaction, { surveyId: trigger.survey_id, eventIds, now });
      const occasions = contacts
        .filter(({ id }) => taken.has(id))
        .map(({ id, person, at, properties }) => ({
          person: people.get(person),
          draw: drawFor(trigger.id, id),
          dueAt: new Date(at + delay),
          properties,
        }));
      await decideAll(transaction, trigger, occasions, now);
    });
    after = contacts.at(-1) ?? null;
    if (contacts.length < atOnce) break;
  }
  await tables(deps.db).updateTable("asking_trigger").set({ looked_until: now }).where("id", "=", trigger.id).execute();
}

/** Everybody who is known, from where it was left, once in a period. */
async function takeUpEveryone(
  deps: TriggerDeps,
  trigger: Running,
  { every }: Extract<AskingWhen, { kind: "everyone" }>,
): Promise<void> {
  const now = deps.now();
  const period = periodOf(every, zone(trigger.timeZone), now.getTime());
  await tables(deps.db)
    .updateTable("asking_trigger")
    .set({ period, after_person: beforeAll })
    .where("id", "=", trigger.id)
    .where("period", "<>", period)
    .execute();
  for (let goesOn = true; goesOn;)
    goesOn = await deps.db.transaction().execute(async (transaction) => {
      const place = await tables(transaction)
        .selectFrom("asking_trigger")
        .select("after_person")
        .where("id", "=", trigger.id)
        .where("is_paused", "=", false)
        .where("after_person", "is not", null)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (place === undefined) return false;
      const page = { after: place.after_person ?? beforeAll, most: atOnce };
      const ids = await deps.customers.after(trigger.workspace_id, page);
      const people = await reached(
        deps,
        trigger,
        ids.map((person) => ({ person })),
      );
      const occasions = ids.map((id) => ({
        person: people.get(id),
        draw: drawFor(trigger.id, period, id),
        dueAt: now,
        properties: {},
      }));
      await decideAll(transaction, trigger, occasions, now);
      const isLast = ids.length < atOnce;
      await tables(transaction)
        .updateTable("asking_trigger")
        .set({ after_person: isLast ? null : (ids.at(-1) ?? null) })
        .where("id", "=", trigger.id)
        .execute();
      return !isLast;
    });
}

function reached(deps: TriggerDeps, { workspace_id, trigger }: Running, of: readonly { person: string }[]) {
  const people = [...new Set(of.map(({ person }) => person))];
  return deps.customers.reach({ workspaceId: workspace_id, people, kind: trigger.channel });
}

interface Occasion {
  /** Nobody: there is no telling who it was. */
  person: Reach | undefined;
  draw: number;
  dueAt: Date;
  properties: Record<string, string>;
}

/** Invites whom the trigger means, and keeps why it leaves out the others. */
async function decideAll(
  transaction: Kysely<Database>,
  trigger: Running,
  occasions: readonly Occasion[],
  now: Date,
): Promise<void> {
  const known = occasions.flatMap(({ person, ...rest }) => (person === undefined ? [] : [{ person, ...rest }]));
  const { channel, share } = trigger.trigger;
  const people = known.map(({ person }) => person);
  const recipients = await recipientsOf(transaction, { workspaceId: trigger.workspace_id, channel, people });
  const left: { ref: string; reason: Refusal }[] = [];
  const wanted: (Wanted & { ref: string })[] = [];
  for (const { person, draw, dueAt, properties } of known) {
    const [ref = ""] = person.refs;
    const recipient = recipients.get(person);
    const reason = leftBecause({ isOpen: trigger.surveyState === "open", isDrawn: draw < share, recipient });
    if (reason !== null) left.push({ ref, reason });
    else if (recipient !== undefined) wanted.push({ ref, recipient: { ...recipient, properties }, dueAt });
  }
  const survey = { id: trigger.survey_id, workspace_id: trigger.workspace_id, asking: trigger.asking };
  const made = await addInvitations(transaction, { survey, wanted, now, userId: null, triggerId: trigger.id });
  for (const one of wanted) if (!made.has(one)) left.push({ ref: one.ref, reason: "alreadyInvited" });
  const { id, workspace_id: workspaceId, survey_id: surveyId, rules } = trigger;
  await keepLeftOut(transaction, { id, workspaceId, surveyId, priority: rules.priority }, left, now);
}

/** Why a trigger leaves somebody out before anything else is asked; null: it does not. */
export function leftBecause({
  isOpen,
  isDrawn,
  recipient,
}: {
  isOpen: boolean;
  isDrawn: boolean;
  recipient: unknown;
}): Refusal | null {
  if (!isOpen) return "surveyClosed";
  if (!isDrawn) return "notSampled";
  return recipient === undefined ? "noAddress" : null;
}

function tables(db: Kysely<Database>) {
  return db.withTables<AskingTables>();
}
