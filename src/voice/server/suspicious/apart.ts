import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Asked, Relation } from "../../model.ts";

/** Which answers to count; bounds in milliseconds since 1970, null: none on that side. */
export interface ApartScope {
  workspaceId: string;
  /** Keys. */
  touchpoints: readonly string[];
  start: number | null;
  end: number | null;
  /** Property → the values allowed; all must hold. */
  filter: ReadonlyMap<string, readonly string[]>;
}

/** Answers that nobody has judged yet and that would count otherwise, by what they were asked and about what. */
export async function countApart(
  db: Kysely<Database>,
  { workspaceId, touchpoints, start, end, filter }: ApartScope,
): Promise<{ relation: Relation; metric: Asked; n: number }[]> {
  const bounds = [
    sql`r.workspace_id = ${workspaceId} AND r.suspicions <> '{}' AND r.verdict IS NULL AND NOT r.is_partial`,
    sql`r.score IS NOT NULL AND s.touchpoint_key = any(${[...touchpoints]}::text[])`,
    ...(start === null ? [] : [sql`r.answered_at >= ${new Date(start)}`]),
    ...(end === null ? [] : [sql`r.answered_at < ${new Date(end)}`]),
    // The properties that the event of an answer has.
    ...[...filter].map(
      ([name, values]) =>
        sql`(r.properties || jsonb_build_object('survey', s.name, 'way', r.way))->>${name} = any(${[...values]}::text[])`,
    ),
  ];
  const { rows } = await sql<{ relation: Relation; metric: Asked; n: number }>`
    SELECT s.relation, r.metric, count(*)::integer AS n
    FROM response r JOIN survey s ON s.id = r.survey_id
    WHERE ${sql.join(bounds, sql` AND `)}
    GROUP BY s.relation, r.metric`.execute(db);
  return rows;
}
