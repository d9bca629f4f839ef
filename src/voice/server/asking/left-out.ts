import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import type { Reach } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { type Channel, Recipient, type Refusal } from "../../asking/model.ts";
import { numberIn } from "../../asking/recipients.ts";
import type { AskingTables } from "./tables.ts";

/** 0 ≤ draw < 1, the same whenever it is drawn for the same. */
export function drawFor(...parts: readonly string[]): number {
  return createHash("sha256").update(parts.join(" ")).digest().readUIntBE(0, 6) / 2 ** 48;
}

interface Told {
  workspaceId: string;
  channel: Channel;
  people: readonly Reach[];
}

/**
 * How to write to each of these people: at the address of their last invitation, else at one that was kept in clear. Nobody is
 * in it who cannot be written to.
 */
export async function recipientsOf(
  db: Kysely<Database>,
  { workspaceId, channel, people }: Told,
): Promise<Map<Reach, Recipient>> {
  const refs = people.flatMap((person) => person.refs);
  const invited = await db
    .withTables<AskingTables>()
    .selectFrom("survey_invitation")
    .distinctOn("person_ref")
    .select(["person_ref", "address", "language", "time_zone"])
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "=", sql<string>`any(${refs}::uuid[])`)
    .where("channel", "=", channel)
    .where("address", "is not", null)
    .orderBy("person_ref")
    .orderBy("created_at", "desc")
    .execute();
  const last = new Map(invited.map((row) => [row.person_ref, row]));
  return new Map(
    people.flatMap((person) => {
      const known = person.refs.flatMap((ref) => last.get(ref) ?? [])[0];
      const { data } = Recipient.safeParse({
        ...addressed(channel, known?.address ?? person.address),
        language: known?.language ?? undefined,
        timeZone: known?.time_zone ?? undefined,
      });
      return data === undefined ? [] : [[person, data] as const];
    }),
  );
}

function addressed(channel: Channel, address: string | null): Partial<Record<Channel, string>> {
  if (address === null) return {};
  return channel === "email" ? { email: address } : { phone: numberIn(address) ?? address };
}

interface Left {
  ref: string;
  reason: Refusal;
}

/** Keeps in the ledger whom a trigger has left out, and why. */
export async function keepLeftOut(
  db: Kysely<Database>,
  trigger: { id: string; workspaceId: string; surveyId: string; priority: string },
  left: readonly Left[],
  now: Date,
): Promise<void> {
  if (left.length === 0) return;
  await sql`
    INSERT INTO asking_decision (workspace_id, survey_id, trigger_id, person_ref, priority, is_reminder, outcome, reason, decided_at)
    SELECT ${trigger.workspaceId}::uuid, ${trigger.surveyId}::uuid, ${trigger.id}::uuid, ref, ${trigger.priority}, false,
      'notAsked', reason, ${now}::timestamptz
    FROM unnest(${left.map(({ ref }) => ref)}::uuid[], ${left.map(({ reason }) => reason)}::text[]) AS left_out (ref, reason)`.execute(
    db,
  );
}
