import { acceptEvents, type AcceptedEvent } from "#activity/index.ts";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Asked, Relation, Way } from "../model.ts";

/** What of an answer and its survey stands in its event. */
export interface Counted {
  responseId: string;
  workspaceId: string;
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

/** Lets an answer count at its touchpoint, if the transaction commits; one without a score measures nothing. */
export async function countAnswer(transaction: Kysely<Database>, answer: Counted): Promise<void> {
  const { score, relation } = answer;
  if (score === null) return;
  await acceptEvents(transaction, [
    {
      id: answer.responseId,
      workspaceId: answer.workspaceId,
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
    },
  ]);
}
