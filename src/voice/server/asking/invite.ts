import { type Kysely, sql } from "kysely";
import { identify } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type { invite as inviteRoute } from "../../api/asking.ts";
import { AskingRules, type Channel, type Recipient } from "../../asking/model.ts";
import type { Senders } from "./senders.ts";
import type { AskingTables } from "./tables.ts";

export interface InviteDeps {
  db: Kysely<Database>;
  now: () => Date;
  senders: Senders;
  /** Says that there is somebody to ask. */
  onInvited: () => void;
}

const day = 86_400_000;
/** Rows of one statement: each has a dozen values. */
const atOnce = 1000;

/**
 * Takes people in; the rest is the asker's. Who has an open invitation to the survey gets no other.
 * @throws AppError `not_found`; `conflict` for a survey that is not open, or when nothing can be sent that way from here
 */
export async function invite(
  deps: InviteDeps,
  { surveyId, userId }: { surveyId: string; userId: string | null },
  { recipients }: RouteBody<typeof inviteRoute>,
): Promise<RouteResponse<typeof inviteRoute>> {
  const survey = await surveyToAsk(deps.db, surveyId);
  refuseUnsendable(deps.senders, recipients.map(channelOf));
  const now = deps.now();
  const wanted = recipients.map((recipient) => ({ recipient, dueAt: now }));
  const made = await deps.db
    .transaction()
    .execute((transaction) => addInvitations(transaction, { survey, wanted, now, userId }));
  const invited = made.size;
  if (invited > 0) deps.onInvited();
  return { invited, alreadyInvited: recipients.length - invited };
}

/** Somebody to invite, to be asked from then on. */
export interface Wanted {
  recipient: Recipient;
  dueAt: Date;
}

interface Asked {
  survey: { id: string; workspace_id: string; asking: Partial<AskingRules> };
  wanted: readonly Wanted[];
  now: Date;
  userId: string | null;
  /** By which a survey asks by itself. */
  triggerId?: string;
}

/** Makes an invitation for each of them who has no open one to the survey, and answers which. */
export async function addInvitations(db: Kysely<Database>, asked: Asked): Promise<Set<Wanted>> {
  const { survey, wanted, now, userId, triggerId = null } = asked;
  const { patienceDays } = AskingRules.parse(survey.asking);
  const people = await identify(
    db,
    survey.workspace_id,
    wanted.map(({ recipient }) => identifierOf(recipient)),
  );
  const rows = wanted.map(({ recipient, dueAt }, index) => ({
    workspace_id: survey.workspace_id,
    survey_id: survey.id,
    channel: channelOf(recipient),
    address: addressOf(recipient),
    person_ref: people[index]?.ref ?? "",
    language: recipient.language ?? null,
    time_zone: recipient.timeZone ?? null,
    properties: JSON.stringify(recipient.properties ?? {}),
    due_at: dueAt,
    last_chance: new Date(dueAt.getTime() + patienceDays * day),
    trigger_id: triggerId,
    created_by: userId,
    created_at: now,
  }));
  const made = new Set<string>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const inserted = await db
      .withTables<AskingTables>()
      .insertInto("survey_invitation")
      .values(rows.slice(from, from + atOnce))
      .onConflict((conflict) =>
        conflict
          .columns(["survey_id", "person_ref"])
          .where(sql<boolean>`state IN ('waiting', 'sending', 'sent')`)
          .doNothing(),
      )
      .returning("person_ref")
      .execute();
    for (const { person_ref } of inserted) made.add(person_ref);
  }
  // Of several who are the same person, the first is invited.
  return new Set(wanted.filter((_, index) => made.delete(people[index]?.ref ?? "")));
}

/** Takes back the invitations that wait; what is sent is sent. */
export async function withdraw(db: Kysely<Database>, surveyId: string): Promise<{ withdrawn: number }> {
  const { numUpdatedRows } = await db
    .withTables<AskingTables>()
    .updateTable("survey_invitation")
    .set({ state: "notAsked", reason: "withdrawn", due_at: null })
    .where("survey_id", "=", surveyId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  return { withdrawn: Number(numUpdatedRows) };
}

async function surveyToAsk(db: Kysely<Database>, surveyId: string) {
  const survey = await db
    .withTables<AskingTables>()
    .selectFrom("survey")
    .select(["id", "workspace_id", "state", "asking"])
    .where("id", "=", surveyId)
    .executeTakeFirst();
  if (survey === undefined) throw new AppError("not_found", "There is no such survey.");
  if (survey.state !== "open") {
    throw new AppError("conflict", "This survey is not open.", { remedy: "Open it, then invite people." });
  }
  return survey;
}

const settingOf: Record<Channel, string> = { email: "SMTP_URL and MAIL_FROM", phone: "SMS_URL and SMS_FROM" };

/** @throws AppError `conflict` where nothing can be sent by one of these channels */
export function refuseUnsendable(senders: Senders, wanted: readonly Channel[]): void {
  for (const channel of new Set(wanted)) {
    if (senders[channel] !== null) continue;
    throw new AppError("conflict", `Nothing can be sent by ${channel} from here.`, {
      remedy: `Set ${settingOf[channel]}, and start the server again.`,
    });
  }
}

export function identifierOf(recipient: Recipient): { kind: Channel; value: string } {
  return { kind: channelOf(recipient), value: addressOf(recipient) };
}

export function channelOf({ email }: Recipient): Channel {
  return email === undefined ? "phone" : "email";
}

function addressOf({ email, phone }: Recipient): string {
  return email ?? phone ?? "";
}
