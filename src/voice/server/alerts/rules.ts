import type { Kysely, Selectable } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { listMembers } from "#workspace/index.ts";
import { alertLimits, type AlertRule, type AlertRuleDraft, type AlertRuleSummary } from "../../alerts/model.ts";
import { issuesOf } from "../../alerts/rules.ts";
import type { AlertTables } from "./tables.ts";

export interface RuleDeps {
  db: Kysely<Database>;
  now: () => Date;
}

const day = 86_400_000;

/** When the days begin that a rule is looked at for. */
export function recent(now: Date): Date {
  return new Date(now.getTime() - alertLimits.previewDays * day);
}

/** The rules of a workspace in the order they were made, with how often each was set off lately. */
export async function listRules({ db, now }: RuleDeps, workspaceId: string): Promise<AlertRuleSummary[]> {
  const rows = await db
    .withTables<AlertTables>()
    .selectFrom("alert_rule as rule")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("alert")
          .whereRef("alert.rule_id", "=", "rule.id")
          .select(({ fn }) => [
            fn.countAll<number>().filterWhere("created_at", ">=", recent(now())).as("recent"),
            fn.max("created_at").as("last"),
          ])
          .as("raised"),
      (join) => join.onTrue(),
    )
    .selectAll("rule")
    .select(["raised.recent", "raised.last"])
    .where("rule.workspace_id", "=", workspaceId)
    .orderBy("rule.id")
    .execute();
  return rows.map((row) => ({
    ...present(row),
    recentAlerts: row.recent ?? 0,
    lastAlertAt: row.last?.toISOString() ?? null,
  }));
}

/** @throws AppError `invalid_input` for what cannot be watched or told; `limit_reached` */
export async function createRule({ db }: RuleDeps, workspaceId: string, draft: AlertRuleDraft): Promise<AlertRule> {
  await refuseUnusable(db, workspaceId, draft);
  const tables = db.withTables<AlertTables>();
  const { others } = await tables
    .selectFrom("alert_rule")
    .select(({ fn }) => fn.countAll<number>().as("others"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  if (others >= alertLimits.rules) {
    throw new AppError("limit_reached", `A workspace has ${alertLimits.rules} rules at most.`, {
      remedy: "Delete one that is no longer needed, or change one.",
    });
  }
  const row = await tables
    .insertInto("alert_rule")
    .values({ workspace_id: workspaceId, ...columnsOf(draft) })
    .returningAll()
    .executeTakeFirstOrThrow();
  return present(row);
}

/** @throws AppError `not_found`; `invalid_input` for what cannot be watched or told */
export async function updateRule(
  { db }: RuleDeps,
  ruleId: string,
  change: { [Key in keyof AlertRuleDraft]?: AlertRuleDraft[Key] | undefined },
): Promise<AlertRule> {
  return db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<AlertTables>();
    const before = await tables
      .selectFrom("alert_rule")
      .selectAll()
      .where("id", "=", ruleId)
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) throw new AppError("not_found", "There is no such rule.");
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const draft: AlertRuleDraft = { ...present(before), ...said };
    await refuseUnusable(transaction, before.workspace_id, draft);
    const row = await tables
      .updateTable("alert_rule")
      .set(columnsOf(draft))
      .where("id", "=", ruleId)
      .returningAll()
      .executeTakeFirstOrThrow();
    return present(row);
  });
}

/** Deletes a rule; what it raised stays. */
export async function deleteRule({ db }: RuleDeps, ruleId: string): Promise<void> {
  await db.withTables<AlertTables>().deleteFrom("alert_rule").where("id", "=", ruleId).execute();
}

/** The workspace of a rule, null when there is no such rule. */
export async function workspaceOfRule(db: Kysely<Database>, ruleId: string): Promise<string | null> {
  const found = await db
    .withTables<AlertTables>()
    .selectFrom("alert_rule")
    .select("workspace_id")
    .where("id", "=", ruleId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

async function refuseUnusable(db: Kysely<Database>, workspaceId: string, draft: AlertRuleDraft): Promise<void> {
  const named = (table: "survey" | "webhook") =>
    db.withTables<AlertTables>().selectFrom(table).select("id").where("workspace_id", "=", workspaceId).execute();
  const [{ touchpoints }, members, surveys, webhooks] = await Promise.all([
    getLibrary(db, workspaceId),
    listMembers(db, workspaceId),
    named("survey"),
    named("webhook"),
  ]);
  const unknown = (path: keyof AlertRuleDraft, wanted: readonly string[], there: readonly { id: string }[]) =>
    wanted.every((wantedId) => there.some(({ id }) => id === wantedId))
      ? []
      : [{ path, code: "not_found", message: "names what is not there" }];
  refuseIssues([
    ...issuesOf(draft),
    ...unknown("touchpointIds", draft.touchpointIds, touchpoints),
    ...unknown("surveyIds", draft.surveyIds, surveys),
    ...unknown("webhookIds", draft.webhookIds, webhooks),
    ...unknown(
      "userIds",
      draft.userIds,
      members.map(({ userId }) => ({ id: userId })),
    ),
  ]);
}

/** @throws AppError `invalid_input` where there are any */
export function refuseIssues(issues: ReturnType<typeof issuesOf>): void {
  if (issues.length > 0) throw new AppError("invalid_input", "This rule cannot be watched as it is.", { issues });
}

function columnsOf(draft: AlertRuleDraft) {
  return {
    name: draft.name,
    is_active: draft.isActive,
    trigger: JSON.stringify(draft.trigger),
    touchpoint_ids: draft.touchpointIds,
    survey_ids: draft.surveyIds,
    roles: draft.roles,
    user_ids: draft.userIds,
    by_mail: draft.byMail,
    webhook_ids: draft.webhookIds,
    opens_case: draft.opensCase,
  };
}

function present(row: Selectable<AlertTables["alert_rule"]>): AlertRule {
  return {
    id: row.id,
    name: row.name,
    isActive: row.is_active,
    trigger: row.trigger,
    touchpointIds: row.touchpoint_ids,
    surveyIds: row.survey_ids,
    roles: row.roles,
    userIds: row.user_ids,
    byMail: row.by_mail,
    webhookIds: row.webhook_ids,
    opensCase: row.opens_case,
    createdAt: row.created_at.toISOString(),
  };
}
