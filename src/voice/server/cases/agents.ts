import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { listMembers } from "#workspace/index.ts";
import { may } from "#workspace/rules.ts";
import type { Turn } from "../../cases/rules.ts";
import type { CaseTables } from "./tables.ts";

/** The members who may work on cases, each with what is said of them; who is not said to be there is not. */
export async function agentsOf(db: Kysely<Database>, workspaceId: string): Promise<Turn[]> {
  const [members, rows] = [
    await listMembers(db, workspaceId),
    await db
      .withTables<CaseTables>()
      .selectFrom("case_agent")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .execute(),
  ];
  const said = new Map(rows.map((row) => [row.user_id, row]));
  return members
    .filter(({ role }) => may(role, "case:work"))
    .map(({ userId }) => {
      const row = said.get(userId);
      return {
        userId,
        teamIds: row?.team_ids ?? [],
        touchpointIds: row?.touchpoint_ids ?? [],
        isAvailable: row?.is_available ?? false,
        givenAt: row?.given_at ?? null,
      };
    });
}
