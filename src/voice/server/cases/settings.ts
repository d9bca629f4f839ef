import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { Calendar } from "../../cases/business-hours.ts";
import { CaseSettings } from "../../cases/model.ts";
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
