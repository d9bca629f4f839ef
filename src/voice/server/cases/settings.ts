import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { Calendar } from "../../cases/business-hours.ts";
import { type Agent, CaseSettings } from "../../cases/model.ts";
import type { CaseTables } from "./tables.ts";

/** What a workspace says of its cases, with what is usual where it says nothing. */
export async function getCaseSettings(db: Kysely<Database>, workspaceId: string): Promise<CaseSettings> {
  const found = await db
    .withTables<CaseTables>()
    .selectFrom("case_settings")
    .select("settings")
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return CaseSettings.parse(found?.settings ?? {});
}

/** When work is done in a workspace. */
export async function calendarOf(
  db: Kysely<Database>,
  workspaceId: string,
  { hours }: CaseSettings,
): Promise<Calendar> {
  const { timeZone } = await getWorkspace(db, workspaceId);
  return { ...hours, timeZone };
}

/** Says anew how a workspace follows cases up, and who takes them. */
export async function saveCaseSettings(
  db: Kysely<Database>,
  workspaceId: string,
  { settings, agents }: { settings: CaseSettings; agents: readonly Agent[] },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<CaseTables>();
    await tables
      .insertInto("case_settings")
      .values({ workspace_id: workspaceId, settings: JSON.stringify(settings) })
      .onConflict((conflict) => conflict.column("workspace_id").doUpdateSet({ settings: JSON.stringify(settings) }))
      .execute();
    for (const { userId, teamIds, touchpointIds, isAvailable } of agents) {
      const said = { team_ids: teamIds, touchpoint_ids: touchpointIds, is_available: isAvailable };
      await tables
        .insertInto("case_agent")
        .values({ workspace_id: workspaceId, user_id: userId, ...said })
        .onConflict((conflict) => conflict.columns(["workspace_id", "user_id"]).doUpdateSet(said))
        .execute();
    }
  });
}
