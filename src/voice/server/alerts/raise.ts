import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { findIn } from "../../alerts/rules.ts";
import { openCase } from "../cases/open.ts";
import type { CommentReader } from "../comments/reader.ts";
import type { FollowedAnswer, Follower } from "../follow-up.ts";
import { insertAlert, nameCase } from "./insert.ts";
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

/** Raises the alerts that answers set off, and opens their cases; one that is kept apart sets off none. */
export function alertsFrom({ reader, now, canMail, onRaised }: RaiseDeps): Follower {
  return async (transaction, answers) => {
    const counted = answers.filter(({ isApart }) => !isApart);
    const rules = await rulesFor(transaction, counted);
    for (const answer of counted) {
      let reading: ReturnType<CommentReader["read"]> | null = null;
      const read = () => (reading ??= reader.read(answer.workspaceId, answer));
      let isRaised = false;
      for (const rule of rules.filter((one) => watches(one, answer))) {
        const spans = await findIn(rule.trigger.conditions, answer, read);
        if (spans === null) continue;
        await raise(transaction, { ...rule, canMail }, { answer, found: { kind: "answer", spans }, now: now() });
        isRaised = true;
      }
      if (isRaised)
        await onRaised(transaction, { workspaceId: answer.workspaceId, touchpoints: [answer.touchpointKey] });
    }
  };
}

/** The rules of the workspaces in which these answers were given, in the order they were made. */
async function rulesFor(transaction: Kysely<Database>, answers: readonly FollowedAnswer[]) {
  const workspaceIds = [...new Set(answers.map(({ workspaceId }) => workspaceId))];
  return transaction
    .withTables<AlertTables>()
    .selectFrom("alert_rule")
    .selectAll()
    .where(sql<boolean>`workspace_id = any(${workspaceIds}::uuid[])`)
    .where("is_active", "=", true)
    .orderBy("id")
    .execute();
}

/** Whether a rule looks where the answer was given. */
function watches(
  { workspace_id, touchpoint_ids, survey_ids }: Pick<Rule, "workspace_id" | "touchpoint_ids" | "survey_ids">,
  { workspaceId, touchpointId, surveyId }: FollowedAnswer,
): boolean {
  const names = (ids: readonly string[], id: string) => ids.length === 0 || ids.includes(id);
  return workspace_id === workspaceId && names(touchpoint_ids, touchpointId) && names(survey_ids, surveyId);
}

type Rule = Awaited<ReturnType<typeof rulesFor>>[number] & { canMail: boolean };

/** Raises one alert, unless this rule has raised it already. */
async function raise(
  transaction: Kysely<Database>,
  rule: Rule,
  { answer, found, now }: { answer: FollowedAnswer; found: Found; now: Date },
): Promise<void> {
  const { responseId, workspaceId, touchpointId } = answer;
  const alert = { workspaceId, touchpointId, responseId, occasion: responseId, found, now, caseId: null };
  const alertId = await insertAlert(transaction, alert, rule);
  if (alertId === null || rule.opens_case === null) return;
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
  await nameCase(transaction, alertId, caseId);
}
