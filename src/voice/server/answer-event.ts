import { acceptEvents, type AcceptedEvent, type InboxEvent } from "#activity/index.ts";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Asked, Relation, Way } from "../model.ts";

/** What of an answer and its survey stands in its event. */
export interface Counted {
  touchpointKey: string;
  surveyName: string;
  relation: Relation;
  way: Way;
  metric: Asked;
  score: number | null;
  comment: string;
  properties: Readonly<Record<string, string>>;
  identifiers: AcceptedEvent["identifiers"];
  answeredAt: Date;
}

/** How an answer counts at its touchpoint; null: without a score it measures nothing. */
export function eventOf(answer: Counted): InboxEvent | null {
  const { score, relation } = answer;
  if (score === null) return null;
  return {
    kind: "answer",
    touchpoint: answer.touchpointKey,
    at: answer.answeredAt.getTime(),
    identifiers: answer.identifiers,
    metric: answer.metric,
    score,
    comment: answer.comment,
    properties: {
      ...answer.properties,
      survey: answer.surveyName,
      way: answer.way,
      // What is thought of the whole relation is never mixed with what a contact was like.
      ...(relation === "relational" ? { relational: "yes" } : {}),
    },
  };
}

/** Lets an answer count, if the transaction commits. */
export async function countAnswer(
  transaction: Kysely<Database>,
  answer: Counted & { responseId: string; workspaceId: string },
): Promise<void> {
  const event = eventOf(answer);
  if (event !== null)
    await acceptEvents(transaction, [{ id: answer.responseId, workspaceId: answer.workspaceId, ...event }]);
}
