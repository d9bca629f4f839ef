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
    .set(({ ref }) => ({ state: "sent", answered_at: null, due_at: ref("expires_at") }))
    .where("id", "=", invitationId)
    .execute();
}
