import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Log } from "#platform/log.ts";
import { raiseByRule } from "./insert.ts";
import type { RaiseDeps } from "./raise.ts";
import { type Seen, type SightDeps, sightsOf } from "./sights.ts";
import type { AlertTables } from "./tables.ts";

export interface WatchDeps extends SightDeps, Pick<RaiseDeps, "canMail" | "onRaised"> {
  log: Pick<Log, "warn">;
}

/**
 * Raises what rules that watch over time see: scores that drop, sources that are silent. However many processes do so, and
 * however often, what was told of is not told again. A rule that cannot be looked at holds no other back.
 */
export async function watchOverTime(deps: WatchDeps): Promise<void> {
  for (const { id, workspace_id, trigger, touchpointIds, surveyIds } of await rulesOverTime(deps.db)) {
    if (trigger.kind === "answer") continue;
    try {
      const { seen } = await sightsOf(deps, workspace_id, { trigger, touchpointIds, surveyIds });
      for (const one of seen) await deps.db.transaction().execute((transaction) => tell(transaction, deps, id, one));
    } catch (error) {
      deps.log.warn("what an alert rule watches cannot be looked at now", { rule: id, reason: String(error) });
    }
  }
}

async function rulesOverTime(db: Kysely<Database>) {
  return db
    .withTables<AlertTables>()
    .selectFrom("alert_rule")
    .select(["id", "workspace_id", "trigger", "touchpoint_ids as touchpointIds", "survey_ids as surveyIds"])
    .where("is_active", "=", true)
    .where(sql<boolean>`trigger ->> 'kind' <> 'answer'`)
    .orderBy("id")
    .execute();
}

/** Raises one alert, unless the rule is gone or has told of the same. */
async function tell(
  transaction: Kysely<Database>,
  { now, canMail, onRaised }: WatchDeps,
  ruleId: string,
  { touchpoint, found, occasion: { series, mark, barredFrom } }: Seen,
): Promise<void> {
  const tables = transaction.withTables<AlertTables>();
  // Whoever wants to raise something by this rule waits here, and then finds what was raised meanwhile.
  const rule = await tables
    .selectFrom("alert_rule")
    .selectAll()
    .where("id", "=", ruleId)
    .where("is_active", "=", true)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const told = await tables
    .selectFrom("alert")
    .select("id")
    .where("rule_id", "=", ruleId)
    .where(sql<boolean>`starts_with(occasion, ${`${series} `})`)
    .where("occasion", ">=", `${series} ${barredFrom}`)
    .executeTakeFirst();
  if (rule === undefined || told !== undefined) return;
  const alert = { touchpointId: touchpoint.id, responseId: null, occasion: `${series} ${mark}`, found, now: now() };
  const subject = found.kind === "silence" && found.survey !== null ? found.survey.name : touchpoint.name;
  await raiseByRule(transaction, { ...rule, canMail }, alert, { subject, person: null });
  await onRaised(transaction, { workspaceId: rule.workspace_id, touchpoints: [touchpoint.key] });
}
