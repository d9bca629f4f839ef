import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { findIn } from "../../alerts/rules.ts";
import type { CommentReader } from "../comments/reader.ts";
import type { FollowedAnswer, Follower } from "../follow-up.ts";
import { raiseByRule } from "./insert.ts";
import type { AlertTables } from "./tables.ts";

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
        const { responseId, touchpointId, surveyName, person } = answer;
        const found = { kind: "answer" as const, spans };
        const alert = { responseId, touchpointId, occasion: responseId, found, now: now() };
        await raiseByRule(transaction, { ...rule, canMail }, alert, { subject: surveyName, person });
        isRaised = true;
      }
      if (isRaised)
        await onRaised(transaction, { workspaceId: answer.workspaceId, touchpoints: [answer.touchpointKey] });
    }
  };
}

/** The rules of the workspaces in which these answers were given that look at answers, in the order they were made. */
async function rulesFor(transaction: Kysely<Database>, answers: readonly FollowedAnswer[]) {
  const workspaceIds = [...new Set(answers.map(({ workspaceId }) => workspaceId))];
  const rules = await transaction
    .withTables<AlertTables>()
    .selectFrom("alert_rule")
    .selectAll()
    .where(sql<boolean>`workspace_id = any(${workspaceIds}::uuid[])`)
    .where("is_active", "=", true)
    .orderBy("id")
    .execute();
  return rules.flatMap(({ trigger, ...rule }) => (trigger.kind === "answer" ? [{ ...rule, trigger }] : []));
}

/** Whether a rule looks where the answer was given. */
function watches(
  { workspace_id, touchpoint_ids, survey_ids }: Awaited<ReturnType<typeof rulesFor>>[number],
  { workspaceId, touchpointId, surveyId }: FollowedAnswer,
): boolean {
  const names = (ids: readonly string[], id: string | null) => ids.length === 0 || (id !== null && ids.includes(id));
  return workspace_id === workspaceId && names(touchpoint_ids, touchpointId) && names(survey_ids, surveyId);
}
