import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { AskingTables } from "./tables.ts";

/**
 * Says in the transaction of the answer that an invitation is answered: nobody is reminded of it, and its link is used up.
 * False when another answer has used it up already.
 */
export async function markAnswered(transaction: Kysely<Database>, invitationId: string, now: Date): Promise<boolean> {
  const marked = await transaction
    .withTables<AskingTables>()
    .updateTable("survey_invitation")
    .set({ state: "answered", answered_at: now, due_at: null })
    .where("id", "=", invitationId)
    .where("state", "!=", "answered")
    .executeTakeFirst();
  return marked.numUpdatedRows > 0n;
}

/** Lets an invitation's link be answered again, until it ends. */
export async function reopenInvitation(transaction: Kysely<Database>, invitationId: string): Promise<void> {
  await transaction
    .withTables<AskingTables>()
    .updateTable("survey_invitation")
    .set((eb) => ({ state: "sent", answered_at: null, due_at: eb.ref("expires_at") }))
    .where("id", "=", invitationId)
    .execute();
}

/** The part of a statement that uses up the invitations that `rows` name (`uses`, `received_at`), and says which it did. */
export function usingUpInvitations(rows: string): string {
  return `UPDATE survey_invitation SET state = 'answered', answered_at = ${rows}.received_at, due_at = NULL
    FROM ${rows} WHERE survey_invitation.id = ${rows}.uses AND state <> 'answered' RETURNING survey_invitation.id`;
}
