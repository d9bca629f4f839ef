import type { Kysely, Selectable } from "kysely";
import type { Database } from "#platform/database.ts";
import { openCase } from "../cases/open.ts";
import type { StoredPerson } from "../cases/tables.ts";
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

export type RaisingRule = Selectable<AlertTables["alert_rule"]> & { canMail: boolean };

/** Raises an alert of a rule and opens its case, which is about `subject`; not where the rule has raised it already. */
export async function raiseByRule(
  transaction: Kysely<Database>,
  rule: RaisingRule,
  alert: Omit<NewAlert, "workspaceId" | "caseId">,
  { subject, person }: { subject: string; person: StoredPerson | null },
): Promise<void> {
  const workspaceId = rule.workspace_id;
  const alertId = await insertAlert(transaction, { ...alert, workspaceId, caseId: null }, rule);
  if (alertId === null || rule.opens_case === null) return;
  const { caseId } = await openCase(transaction, {
    workspaceId,
    responseId: alert.responseId,
    touchpointId: alert.touchpointId,
    title: `${rule.name} · ${subject}`,
    reason: rule.name,
    person,
    ruleId: rule.id,
    priority: rule.opens_case,
  });
  await transaction
    .withTables<AlertTables>()
    .updateTable("alert")
    .set({ case_id: caseId })
    .where("id", "=", alertId)
    .execute();
}
