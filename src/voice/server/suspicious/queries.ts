import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { RouteQuery, RouteResponse } from "#platform/http/route.ts";
import { namesOf } from "#workspace/index.ts";
import type { listSuspicious as listRoute } from "../../api/suspicious.ts";
import { judgedAtOnce } from "../../suspicious/model.ts";
import type { VoiceTables } from "../tables.ts";
import type { SuspiciousTables } from "./tables.ts";

/** Complete answers of a workspace, or of one of its surveys, that are or were kept apart, in one state, a page at a time. */
export async function listSuspicious(
  db: Kysely<Database>,
  workspaceId: string,
  { state, surveyId, before }: RouteQuery<typeof listRoute>,
): Promise<RouteResponse<typeof listRoute>> {
  const rows = await suspiciousOf(db, workspaceId, surveyId)
    .innerJoin("survey as s", "s.id", "r.survey_id")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("answer_verdict")
          .select(["decided_by", "decided_at"])
          .whereRef("response_id", "=", "r.id")
          .orderBy("id", "desc")
          .limit(1)
          .as("last"),
      (join) => join.onTrue(),
    )
    .select(["r.id", "s.id as surveyId", "s.name as surveyName", "s.touchpoint_id as touchpointId", "r.metric"])
    .select(["r.score", "r.first_score as firstScore", "r.comment", "r.way", "r.suspicions", "r.answered_at"])
    .select(["r.verdict", "last.decided_by", "last.decided_at"])
    .where("r.verdict", state === "undecided" ? "is" : "=", state === "undecided" ? null : state)
    // Ids grow with time.
    .$if(before !== undefined, (query) => query.where("r.id", "<", before ?? ""))
    .orderBy("r.id", "desc")
    .limit(judgedAtOnce)
    .execute();
  const names = await namesOf(
    db,
    rows.flatMap(({ decided_by }) => decided_by ?? []),
  );
  return {
    answers: rows.map(({ answered_at, decided_by, decided_at, ...row }) => ({
      ...row,
      answeredAt: answered_at.toISOString(),
      decidedBy: names.get(decided_by ?? "") ?? null,
      decidedAt: decided_at?.toISOString() ?? null,
    })),
    counts: await countsOf(db, workspaceId, surveyId),
    next: rows.length === judgedAtOnce ? (rows.at(-1)?.id ?? null) : null,
  };
}

async function countsOf(db: Kysely<Database>, workspaceId: string, surveyId: string | undefined) {
  return suspiciousOf(db, workspaceId, surveyId)
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere("r.verdict", "is", null).as("undecided"),
      fn.countAll<number>().filterWhere("r.verdict", "=", "accepted").as("accepted"),
      fn.countAll<number>().filterWhere("r.verdict", "=", "rejected").as("rejected"),
    ])
    .executeTakeFirstOrThrow();
}

/** A partial one may still be completed, and is looked at then. */
function suspiciousOf(db: Kysely<Database>, workspaceId: string, surveyId: string | undefined) {
  return db
    .withTables<VoiceTables & SuspiciousTables>()
    .selectFrom("response as r")
    .where("r.workspace_id", "=", workspaceId)
    .where(sql<boolean>`r.suspicions <> '{}' AND NOT r.is_partial`)
    .$if(surveyId !== undefined, (query) => query.where("r.survey_id", "=", surveyId ?? ""));
}
