import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { findIn } from "../../alerts/rules.ts";
import { openCase } from "../cases/open.ts";
import type { CommentReader } from "../comments/reader.ts";
import type { FollowedAnswer, Follower } from "../follow-up.ts";
import { leaveDeliveries } from "./leave.ts";
import type { AlertTables, Found } from "./tables.ts";

export interface RaiseDeps {
  reader: CommentReader;
  now: () => Date;
  /** Whether letters can be sent. */
  canMail: boolean;
  /** Tells open maps, if the transaction commits. */
  onRaised: (
    transaction: Kysely<Database>,
    at: { workspaceId: string; touchpoints: readonly string[] },
  ) => Promise<void>;
}

/** Raises the alerts that an answer sets off, and opens their cases; one that is kept apart sets off none. */
export function alertsFrom({ reader, now, canMail, onRaised }: RaiseDeps): Follower {
  return async (transaction, answer) => {
    if (answer.isApart) return;
    let reading: ReturnType<CommentReader["read"]> | null = null;
    const read = () => (reading ??= reader.read(answer.workspaceId, answer));
    let isRaised = false;
    for (const rule of await rulesFor(transaction, answer)) {
      const spans = await findIn(rule.trigger.conditions, answer, read);
      if (spans === null) continue;
      await raise(transaction, { ...rule, canMail }, { answer, found: { spans }, now: now() });
      isRaised = true;
    }
    if (isRaised) await onRaised(transaction, { workspaceId: answer.workspaceId, touchpoints: [answer.touchpointKey] });
  };
}

/** The rules that watch where the answer was given, in the order they were made. */
async function rulesFor(transaction: Kysely<Database>, { workspaceId, touchpointId, surveyId }: FollowedAnswer) {
  return transaction
    .withTables<AlertTables>()
    .selectFrom("alert_rule")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("is_active", "=", true)
    .where(sql<boolean>`(touchpoint_ids = '{}' OR ${touchpointId} = ANY (touchpoint_ids))`)
    .where(sql<boolean>`(survey_ids = '{}' OR ${surveyId} = ANY (survey_ids))`)
    .orderBy("id")
    .execute();
}

type Rule = Awaited<ReturnType<typeof rulesFor>>[number] & { canMail: boolean };

/** Raises one alert, unless this rule has raised it already. */
async function raise(
  transaction: Kysely<Database>,
  rule: Rule,
  { answer, found, now }: { answer: FollowedAnswer; found: Found; now: Date },
): Promise<void> {
  const { responseId, workspaceId, touchpointId } = answer;
  const tables = transaction.withTables<AlertTables>();
  const raised = await tables
    .insertInto("alert")
    .values({
      workspace_id: workspaceId,
      rule_id: rule.id,
      rule_name: rule.name,
      touchpoint_id: touchpointId,
      response_id: responseId,
      occasion: responseId,
      found: JSON.stringify(found),
      roles: rule.roles,
      user_ids: rule.user_ids,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (raised === undefined) return;
  await leaveDeliveries(transaction, { id: raised.id, workspaceId, now }, rule);
  if (rule.opens_case === null) return;
  const { caseId } = await openCase(transaction, {
    workspaceId,
    responseId,
    touchpointId,
    title: `${rule.name} · ${answer.surveyName}`,
    reason: rule.name,
    person: answer.person,
    ruleId: rule.id,
    priority: rule.opens_case,
  });
  await tables.updateTable("alert").set({ case_id: caseId }).where("id", "=", raised.id).execute();
}
