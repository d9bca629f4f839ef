import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { SurveySummary } from "../model.ts";
import { invitationOfLink } from "./asking/links.ts";
import { hasFollowedHiddenLink, type Visitor } from "./collect/visitor.ts";
import type { VoiceTables } from "./tables.ts";

export interface QueryDeps {
  db: Kysely<Database>;
  publicUrl: string;
}

/** The surveys of a workspace, or of one touchpoint of it, the newest first. */
export async function listSurveys(
  { db, publicUrl }: QueryDeps,
  workspaceId: string,
  touchpointId: string | undefined,
): Promise<SurveySummary[]> {
  const rows = await summaries(db)
    .where("s.workspace_id", "=", workspaceId)
    .$if(touchpointId !== undefined, (query) => query.where("s.touchpoint_id", "=", touchpointId ?? ""))
    .orderBy("s.created_at", "desc")
    .orderBy("s.id")
    .execute();
  return rows.map((row) => present(row, publicUrl));
}

/** @throws AppError `not_found` */
export async function getSurvey({ db, publicUrl }: QueryDeps, surveyId: string): Promise<SurveySummary> {
  const row = await summaries(db).where("s.id", "=", surveyId).executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such survey.");
  return present(row, publicUrl);
}

/** The workspace of a survey, null when there is no such survey. */
export async function workspaceOfSurvey(db: Kysely<Database>, surveyId: string): Promise<string | null> {
  const found = await db
    .withTables<VoiceTables>()
    .selectFrom("survey")
    .select("workspace_id")
    .where("id", "=", surveyId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

/**
 * What the link with this token asks, null when there is none. The link of an invitation names who answers, and closes the
 * survey once it is answered or over. `seen` is another after every change of the survey: the transaction that wrote its row.
 */
export async function surveyOfToken(db: Kysely<Database>, token: string, visitor?: Visitor) {
  const invitation = await invitationOfLink(db, token);
  const found = await surveys(db)
    .select(["s.workspace_id", "s.touchpoint_key", "s.token", "s.asking", sql<string>`s.xmin::text`.as("seen")])
    .select(hasFollowedHiddenLink(visitor).as("hasFollowedHiddenLink"))
    .where((eb) => (invitation === null ? eb("s.token", "=", token) : eb("s.id", "=", invitation.surveyId)))
    .executeTakeFirst();
  if (found === undefined) return null;
  const state = found.state === "open" && invitation?.isOpen === false ? ("closed" as const) : found.state;
  return { ...found, state, invitation };
}
export type AskedSurvey = NonNullable<Awaited<ReturnType<typeof surveyOfToken>>>;

/** A survey with what it asks now. */
function surveys(db: Kysely<Database>) {
  return db
    .withTables<VoiceTables>()
    .selectFrom("survey as s")
    .innerJoin("survey_version as v", (join) =>
      join.onRef("v.survey_id", "=", "s.id").onRef("v.version", "=", "s.version"),
    )
    .select(["s.id", "s.name", "s.state", "s.relation", "s.version", "s.created_at", "v.content"])
    .select("s.review_links as reviewLinks");
}

/** The same with what came of it; what is suspicious counts as that and nothing else. */
function summaries(db: Kysely<Database>) {
  return surveys(db)
    .select(["s.touchpoint_id", "s.task", "s.purpose", "s.retention_days", "s.token"])
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("response")
          .whereRef("response.survey_id", "=", "s.id")
          .select(({ fn }) => [
            fn.countAll<number>().filterWhere(isCounted).as("answers"),
            fn.countAll<number>().filterWhere("is_partial", "=", true).as("partial"),
            fn.countAll<number>().filterWhere(isToJudge).as("suspicious"),
            fn.max("received_at").filterWhere(isCounted).as("last_answer_at"),
          ])
          .as("r"),
      (join) => join.onTrue(),
    )
    .select(["r.answers", "r.partial", "r.suspicious", "r.last_answer_at"]);
}

const isCounted = sql<boolean>`NOT is_partial AND NOT is_apart`;
const isToJudge = sql<boolean>`NOT is_partial AND is_apart AND verdict IS NULL`;

type Row = Awaited<ReturnType<ReturnType<typeof summaries>["executeTakeFirstOrThrow"]>>;

function present(row: Row, publicUrl: string): SurveySummary {
  return {
    id: row.id,
    touchpointId: row.touchpoint_id,
    name: row.name,
    state: row.state,
    relation: row.relation,
    task: row.task,
    purpose: row.purpose,
    retentionDays: row.retention_days,
    reviewLinks: row.reviewLinks,
    content: row.content,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    url: `${publicUrl}/s/${row.token}`,
    answers: row.answers ?? 0,
    partial: row.partial ?? 0,
    suspicious: row.suspicious ?? 0,
    lastAnswerAt: row.last_answer_at?.toISOString() ?? null,
  };
}
