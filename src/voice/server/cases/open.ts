import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { findTouchpoint } from "#touchpoint/index.ts";
import { addWorkMinutes } from "../../cases/business-hours.ts";
import { caseLimits, type CaseDeed, CaseSettings, type Priority } from "../../cases/model.ts";
import { nextAgent } from "../../cases/rules.ts";
import { agentsOf } from "./agents.ts";
import { calendarOf } from "./settings.ts";
import type { CaseTables, StoredPerson } from "./tables.ts";

export interface NewCase {
  workspaceId: string;
  /** The answer it is about; null: none. */
  responseId: string | null;
  touchpointId: string | null;
  title: string;
  /** Why it is opened, in the team's words. */
  reason: string;
  person: StoredPerson | null;
  /** The rule that opens it; null: somebody does. */
  ruleId?: string | null;
  priority?: Priority;
  /** Who opens it by hand. */
  userId?: string | null;
}

/**
 * Opens a case, due by the workspace's hours of work, and gives it to whose turn it is. For an answer there is one case of
 * each rule and one opened by hand: asked again, it is that one, whatever has become of it.
 */
export async function openCase(transaction: Kysely<Database>, wanted: NewCase): Promise<{ caseId: string }> {
  const { workspaceId, responseId, touchpointId, ruleId = null, priority = "normal", userId = null } = wanted;
  const tables = transaction.withTables<CaseTables>();
  const { settings, last_number, now } = await lockSettings(tables, workspaceId);
  const known = responseId === null ? null : await caseOf(tables, responseId, ruleId);
  if (known !== null) return { caseId: known };

  const said = CaseSettings.parse(settings);
  const calendar = await calendarOf(transaction, workspaceId, said);
  const touchpoint = touchpointId === null ? null : await findTouchpoint(transaction, workspaceId, touchpointId);
  const place = { touchpointId: touchpoint?.id ?? null, teamId: touchpoint?.teamId ?? null };
  const assignee = said.isAssigned ? nextAgent(await agentsOf(transaction, workspaceId), place) : null;
  const { id: caseId } = await tables
    .insertInto("customer_case")
    .values({
      workspace_id: workspaceId,
      number: last_number + 1,
      response_id: responseId,
      rule_id: ruleId,
      touchpoint_id: place.touchpointId,
      title: wanted.title.slice(0, caseLimits.title),
      reason: wanted.reason.slice(0, caseLimits.text),
      person: wanted.person === null ? null : JSON.stringify(wanted.person),
      priority,
      assignee_id: assignee,
      opened_at: now,
      due_at: addWorkMinutes(calendar, now, said.sla[priority] * 60),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tables
    .updateTable("case_settings")
    .set({ last_number: last_number + 1 })
    .where("workspace_id", "=", workspaceId)
    .execute();
  await tell(transaction, caseId, userId, [{ kind: "opened", isByRule: ruleId !== null }]);
  if (assignee !== null) {
    await tables
      .updateTable("case_agent")
      .set({ given_at: now })
      .where("workspace_id", "=", workspaceId)
      .where("user_id", "=", assignee)
      .execute();
    await tell(transaction, caseId, null, [{ kind: "assigned", to: assignee, isAutomatic: true }]);
  }
  return { caseId };
}

/** Adds to the history of a case. */
export async function tell(
  transaction: Kysely<Database>,
  caseId: string,
  userId: string | null,
  deeds: readonly CaseDeed[],
): Promise<void> {
  if (deeds.length === 0) return;
  await transaction
    .withTables<CaseTables>()
    .insertInto("case_event")
    .values(deeds.map((deed) => ({ case_id: caseId, user_id: userId, event: JSON.stringify(deed) })))
    .execute();
}

/** Nobody else opens a case in the workspace until the transaction ends. */
async function lockSettings(tables: Kysely<CaseTables>, workspaceId: string) {
  await tables
    .insertInto("case_settings")
    .values({ workspace_id: workspaceId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tables
    .selectFrom("case_settings")
    .select(["settings", "last_number", sql<Date>`clock_timestamp()`.as("now")])
    .where("workspace_id", "=", workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function caseOf(tables: Kysely<CaseTables>, responseId: string, ruleId: string | null): Promise<string | null> {
  const found = await tables
    .selectFrom("customer_case")
    .select("id")
    .where("response_id", "=", responseId)
    .where("rule_id", "is not distinct from", ruleId)
    .executeTakeFirst();
  return found?.id ?? null;
}
