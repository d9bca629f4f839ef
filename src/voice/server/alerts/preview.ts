import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import { type AlertAnswer, type AlertCondition, alertLimits } from "../../alerts/model.ts";
import { findIn, issuesOf, type Watched } from "../../alerts/rules.ts";
import type { previewAlertRule as previewRoute } from "../../api/alerts.ts";
import type { CommentReader } from "../comments/reader.ts";
import { presentAnswer } from "./answers.ts";
import { recent, refuseIssues, type RuleDeps } from "./rules.ts";
import { type SightDeps, sightsOf } from "./sights.ts";
import type { AlertTables } from "./tables.ts";

export interface PreviewDeps extends RuleDeps, SightDeps {
  reader: CommentReader;
}

type Preview = RouteResponse<typeof previewRoute>;

/** What a rule would have raised of late; raises nothing. @throws AppError `invalid_input` for what cannot be watched; `too_large` */
export async function previewRule(
  deps: PreviewDeps,
  workspaceId: string,
  rule: RouteBody<typeof previewRoute>,
): Promise<Preview> {
  refuseIssues(issuesOf(rule));
  const { trigger } = rule;
  if (trigger.kind === "answer") return previewAnswers(deps, workspaceId, rule, trigger.conditions);
  const { looked, seen } = await sightsOf(deps, workspaceId, { ...rule, trigger }, alertLimits.previewDays);
  const latestFirst = seen.toSorted((a, b) => (a.occasion.mark < b.occasion.mark ? 1 : -1));
  return {
    kind: "overTime",
    looked,
    raised: seen.length,
    sights: latestFirst
      .slice(0, alertLimits.previewShown)
      .map(({ touchpoint, found }) => ({ touchpointName: touchpoint.name, cause: found })),
  };
}

async function previewAnswers(
  { db, now, reader }: PreviewDeps,
  workspaceId: string,
  { touchpointIds, surveyIds }: Watched,
  conditions: readonly AlertCondition[],
): Promise<Preview> {
  const rows = await db
    .withTables<AlertTables>()
    .selectFrom("response as r")
    .innerJoin("survey as s", "s.id", "r.survey_id")
    .select(["r.id as response_id", "r.metric", "r.score", "r.comment", "r.language", "r.answered_at"])
    .select(["s.id as survey_id", "s.name as survey_name", "s.touchpoint_id as asked_at"])
    .where("s.workspace_id", "=", workspaceId)
    .where("r.is_partial", "=", false)
    .where("r.is_apart", "=", false)
    .where("r.answered_at", ">=", recent(now()))
    .$if(touchpointIds.length > 0, (query) => query.where("s.touchpoint_id", "in", touchpointIds))
    .$if(surveyIds.length > 0, (query) => query.where("s.id", "in", surveyIds))
    .orderBy("r.answered_at", "desc")
    .limit(alertLimits.previewAnswers)
    .execute();
  const raised: AlertAnswer[] = [];
  for (const row of rows) {
    const spans = await findIn(conditions, row, () => reader.read(workspaceId, row));
    const answer = spans === null ? null : presentAnswer(row, spans);
    if (answer !== null) raised.push(answer);
  }
  return {
    kind: "answers",
    looked: rows.length,
    raised: raised.length,
    isCut: rows.length === alertLimits.previewAnswers,
    answers: raised.slice(0, alertLimits.previewShown),
  };
}
