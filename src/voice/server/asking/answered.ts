import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { AskingTables } from "./tables.ts";

/** Says in the transaction of the answer that an invitation is answered: nobody is reminded of it, and its link is used up. */
export async function markAnswered(transaction: Kysely<Database>, invitationId: string, now: Date): Promise<void> {
  await transaction
    .withTables<AskingTables>()
    .updateTable("survey_invitation")
    .set({ state: "answered", answered_at: now, due_at: null })
    .where("id", "=", invitationId)
    .execute();
}
