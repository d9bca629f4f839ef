import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";

/** Which invitations to count; bounds in milliseconds since 1970, null: none on that side. */
export interface InvitationScope {
  workspaceId: string;
  start: number | null;
  end: number | null;
  /** Property → the values allowed; all must hold. */
  filter: ReadonlyMap<string, readonly string[]>;
}

/** How many people were asked at each touchpoint about a contact there, and how many of those have answered since. */
export async function countResponses(
  db: Kysely<Database>,
  { workspaceId, start, end, filter }: InvitationScope,
): Promise<{ touchpoint: string; invited: number; answered: number }[]> {
  const bounds = [
    sql`i.sent_at IS NOT NULL`,
    ...(start === null ? [] : [sql`i.sent_at >= ${new Date(start)}`]),
    ...(end === null ? [] : [sql`i.sent_at < ${new Date(end)}`]),
    ...[...filter].map(([name, values]) => sql`i.properties->>${name} = any(${[...values]}::text[])`),
  ];
  const { rows } = await sql<{ touchpoint: string; invited: number; answered: number }>`
    SELECT s.touchpoint_key AS touchpoint, count(*)::integer AS invited, count(i.answered_at)::integer AS answered
    FROM survey_invitation i JOIN survey s ON s.id = i.survey_id
    WHERE i.workspace_id = ${workspaceId} AND s.relation = 'transactional' AND ${sql.join(bounds, sql` AND `)}
    GROUP BY s.touchpoint_key`.execute(db);
  return rows;
}
