import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { type Audience, leaveDeliveries } from "./leave.ts";
import type { AlertTables, Found } from "./tables.ts";

export interface NewAlert {
  workspaceId: string;
  touchpointId: string | null;
  responseId: string | null;
  caseId: string | null;
  /** What it is about: a rule is set off once by each. */
  occasion: string;
  found: Found;
  now: Date;
}

/** The rule that raises an alert, or who is told where there is none. */
export type Raiser = Audience & { id: string | null; name: string; canMail: boolean };

/** Raises an alert and leaves to be delivered what it says outside of the product. @returns its id; null when the rule has raised it already */
export async function insertAlert(
  transaction: Kysely<Database>,
  alert: NewAlert,
  raiser: Raiser,
): Promise<string | null> {
  const { workspaceId, now } = alert;
  const raised = await transaction
    .withTables<AlertTables>()
    .insertInto("alert")
    .values({
      workspace_id: workspaceId,
      rule_id: raiser.id,
      rule_name: raiser.name,
      touchpoint_id: alert.touchpointId,
      response_id: alert.responseId,
      case_id: alert.caseId,
      occasion: alert.occasion,
      found: JSON.stringify(alert.found),
      roles: [...raiser.roles],
      user_ids: [...raiser.user_ids],
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (raised === undefined) return null;
  await leaveDeliveries(transaction, { id: raised.id, workspaceId, now }, raiser);
  return raised.id;
}

/** Says which case an alert has opened. */
export async function nameCase(transaction: Kysely<Database>, alertId: string, caseId: string): Promise<void> {
  await transaction
    .withTables<AlertTables>()
    .updateTable("alert")
    .set({ case_id: caseId })
    .where("id", "=", alertId)
    .execute();
}
