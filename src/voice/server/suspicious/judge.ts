import type { ClickHouseClient } from "@clickhouse/client";
import { type Kysely, sql } from "kysely";
import { forgetEvents, type Moved } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type { judgeSuspicious as judgeRoute } from "../../api/suspicious.ts";
import { countAnswer } from "../answer-event.ts";
import { markAnswered, reopenInvitation } from "../asking/answered.ts";
import { forgetComments } from "../comments/forgetting.ts";
import { leaveForFollowUp } from "../follow-up.ts";
import type { VoiceTables } from "../tables.ts";
import type { SuspiciousTables } from "./tables.ts";

export interface JudgeDeps {
  db: Kysely<Database>;
  clickhouse: ClickHouseClient;
  now: () => Date;
  /** Says that answers count that did not. */
  onAccepted: () => void;
  /** Says, if the transaction commits, where answers no longer count. */
  onWithdrawn: (transaction: Kysely<Database>, moved: Moved) => Promise<void>;
}

type Verdict = RouteBody<typeof judgeRoute>["verdict"];

/**
 * Gives suspicious answers a verdict, or takes back theirs. What was accepted counts from now on, and what follows from an
 * answer follows; taken back, it no longer counts, while alerts and cases that it has set off stay with whoever works on
 * them. Killed in between, it is done again by deciding again.
 */
export async function judgeSuspicious(
  deps: JudgeDeps,
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
  { answerIds, verdict }: RouteBody<typeof judgeRoute>,
): Promise<RouteResponse<typeof judgeRoute>> {
  const now = deps.now();
  const { judged, answeredSince } = await deps.db.transaction().execute(async (transaction) => {
    const answers = await takeAnswers(transaction, workspaceId, { answerIds, verdict });
    const withdrawn = answers.filter((answer) => answer.verdict === "accepted");
    await withdraw(deps, transaction, workspaceId, withdrawn);
    const usable: Answer[] = [];
    for (const answer of answers)
      if (verdict !== "accepted" || (await accept(transaction, answer, now))) usable.push(answer);
    const ids = usable.map(({ responseId }) => responseId);
    await keepVerdict(transaction, ids, { verdict, decided_by: userId, decided_at: now });
    const left = answers.map(({ responseId }) => responseId).filter((id) => !ids.includes(id));
    return { judged: ids, answeredSince: left };
  });
  if (verdict === "accepted") deps.onAccepted();
  return { judged, answeredSince };
}

/** The answers whose verdict is another one, so that nobody else decides about them meanwhile. */
async function takeAnswers(
  transaction: Kysely<Database>,
  workspaceId: string,
  { answerIds, verdict }: RouteBody<typeof judgeRoute>,
) {
  return transaction
    .withTables<VoiceTables>()
    .selectFrom("response as r")
    .innerJoin("survey as s", "s.id", "r.survey_id")
    .select(["r.id as responseId", "r.workspace_id as workspaceId", "s.touchpoint_key as touchpointKey"])
    .select(["s.name as surveyName", "s.relation", "r.way", "r.metric", "r.score", "r.comment", "r.properties"])
    .select(["r.person", "r.answered_at as answeredAt", "r.invitation_id as invitationId", "r.verdict"])
    .where("r.workspace_id", "=", workspaceId)
    .where("r.id", "in", answerIds)
    .where(sql<boolean>`r.suspicions <> '{}' AND NOT r.is_partial AND r.verdict IS DISTINCT FROM ${verdict}`)
    .orderBy("r.id")
    .forUpdate("r")
    .execute();
}
type Answer = Awaited<ReturnType<typeof takeAnswers>>[number];

/** Lets an answer count; false when whoever was invited has answered since: theirs stands. */
async function accept(transaction: Kysely<Database>, answer: Answer, now: Date): Promise<boolean> {
  const { invitationId, person, responseId } = answer;
  if (invitationId !== null && !(await markAnswered(transaction, invitationId, now))) return false;
  // A person is known again by `ref`; what it was made from is not kept with the answer.
  const identifiers = person === null ? [] : [{ ...person, value: person.ref, isHashed: true }];
  await countAnswer(transaction, { ...answer, identifiers });
  await leaveForFollowUp(transaction, responseId, now);
  return true;
}

async function withdraw(
  deps: JudgeDeps,
  transaction: Kysely<Database>,
  workspaceId: string,
  answers: readonly Answer[],
): Promise<void> {
  const byTouchpoint = Map.groupBy(answers, ({ touchpointKey }) => touchpointKey);
  for (const [touchpoint, there] of byTouchpoint) {
    const ids = there.map(({ responseId }) => responseId);
    await forgetEvents(deps, { workspaceId, touchpoint, ids });
  }
  for (const { invitationId } of answers) if (invitationId !== null) await reopenInvitation(transaction, invitationId);
  if (answers.length === 0) return;
  await forgetComments(transaction, workspaceId);
  await deps.onWithdrawn(transaction, { workspaceId, touchpoints: [...byTouchpoint.keys()] });
}

async function keepVerdict(
  transaction: Kysely<Database>,
  ids: readonly string[],
  decision: { verdict: Verdict; decided_by: string | null; decided_at: Date },
): Promise<void> {
  if (ids.length === 0) return;
  const tables = transaction.withTables<VoiceTables & SuspiciousTables>();
  await tables.updateTable("response").set({ verdict: decision.verdict }).where("id", "in", ids).execute();
  await tables
    .insertInto("answer_verdict")
    .values(ids.map((id) => ({ response_id: id, ...decision })))
    .execute();
}
