import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { AskingPolicy, AskingRules } from "../../asking/model.ts";
import type { AskingTables } from "./tables.ts";

/** When people of a workspace are left alone. */
export async function getPolicy(db: Kysely<Database>, workspaceId: string): Promise<AskingPolicy> {
  const found = await db
    .withTables<AskingTables>()
    .selectFrom("asking_policy")
    .select("policy")
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return AskingPolicy.parse(found?.policy ?? {});
}

export async function setPolicy(
  db: Kysely<Database>,
  workspaceId: string,
  policy: AskingPolicy,
): Promise<AskingPolicy> {
  const kept = JSON.stringify(policy);
  await db
    .withTables<AskingTables>()
    .insertInto("asking_policy")
    .values({ workspace_id: workspaceId, policy: kept })
    .onConflict((conflict) => conflict.column("workspace_id").doUpdateSet({ policy: kept }))
    .execute();
  return policy;
}

/**
 * Whom a survey asks.
 * @throws AppError `not_found`
 */
export async function getRules(db: Kysely<Database>, surveyId: string): Promise<AskingRules> {
  const found = await db
    .withTables<AskingTables>()
    .selectFrom("survey")
    .select("asking")
    .where("id", "=", surveyId)
    .executeTakeFirst();
  if (found === undefined) throw new AppError("not_found", "There is no such survey.");
  return AskingRules.parse(found.asking);
}

export async function setRules(db: Kysely<Database>, surveyId: string, rules: AskingRules): Promise<AskingRules> {
  await db
    .withTables<AskingTables>()
    .updateTable("survey")
    .set({ asking: JSON.stringify(rules) })
    .where("id", "=", surveyId)
    .execute();
  return rules;
}
