import { isDeepStrictEqual } from "node:util";
import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { newSecret } from "#platform/secrets.ts";
import { findTouchpoint } from "#touchpoint/index.ts";
import type { createSurvey as createSurveyRoute, updateSurvey as updateSurveyRoute } from "../api.ts";
import { checkContent } from "../content-issues.ts";
import { limits, type SurveyContent, type SurveySummary } from "../model.ts";
import { hasInvited } from "./asking/queries.ts";
import { getSurvey, type QueryDeps } from "./queries.ts";
import type { VoiceTables } from "./tables.ts";

/**
 * Puts a survey at a touchpoint, with a link of its own.
 * @throws AppError `invalid_input` for a content that cannot be asked or a touchpoint of another workspace; `limit_reached`
 */
export async function createSurvey(
  deps: QueryDeps,
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
  wanted: RouteBody<typeof createSurveyRoute>,
): Promise<SurveySummary> {
  refuseUnaskable(wanted.content);
  const place = await placeOf(deps.db, workspaceId, wanted);
  return deps.db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<VoiceTables>();
    const { others } = await tables
      .selectFrom("survey")
      .select(({ fn }) => fn.countAll<number>().as("others"))
      .where("workspace_id", "=", workspaceId)
      .where("touchpoint_id", place.touchpoint_id === null ? "is" : "=", place.touchpoint_id)
      .executeTakeFirstOrThrow();
    if (others >= limits.surveysPerTouchpoint) {
      throw new AppError("limit_reached", `At most ${limits.surveysPerTouchpoint} surveys ask at one place.`, {
        remedy: "Delete one that nobody has answered, or change one.",
      });
    }
    const { id } = await tables
      .insertInto("survey")
      .values({
        workspace_id: workspaceId,
        ...place,
        name: wanted.name,
        state: wanted.state,
        relation: wanted.relation,
        task: wanted.task,
        purpose: wanted.purpose,
        retention_days: wanted.retentionDays,
        review_links: JSON.stringify(wanted.reviewLinks),
        token: newSecret(),
        created_by: userId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tables
      .insertInto("survey_version")
      .values({ survey_id: id, version: 1, content: JSON.stringify(wanted.content) })
      .execute();
    return getSurvey({ ...deps, db: transaction }, id);
  });
}

/**
 * Changes a survey. A version that somebody has answered stays as it was asked: new content is then the next version.
 * @throws AppError `not_found`; `invalid_input` for a content that cannot be asked
 */
export async function updateSurvey(
  deps: QueryDeps,
  surveyId: string,
  change: RouteBody<typeof updateSurveyRoute>,
): Promise<SurveySummary> {
  if (change.content !== undefined) refuseUnaskable(change.content);
  return deps.db.transaction().execute(async (transaction) => {
    await lock(transaction, surveyId);
    const before = await getSurvey({ ...deps, db: transaction }, surveyId);
    const { content = before.content, ...said } = { ...before, ...change };
    refuseNowhere({ touchpointId: before.touchpointId, relation: change.relation ?? before.relation });
    const version = isDeepStrictEqual(content, before.content)
      ? before.version
      : await keepContent(transaction, before, content);
    await transaction
      .withTables<VoiceTables>()
      .updateTable("survey")
      .set({
        name: said.name,
        state: said.state,
        relation: said.relation,
        task: said.task,
        purpose: said.purpose,
        retention_days: said.retentionDays,
        review_links: JSON.stringify(said.reviewLinks),
        version,
      })
      .where("id", "=", surveyId)
      .execute();
    return getSurvey({ ...deps, db: transaction }, surveyId);
  });
}

/** @throws AppError `not_found`; `conflict` once somebody has answered or was invited. */
export async function deleteSurvey({ db }: QueryDeps, surveyId: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lock(transaction, surveyId);
    if (await isAnswered(transaction, surveyId)) {
      throw new AppError("conflict", "This survey has answers.", { remedy: "Close it: what was answered is kept." });
    }
    if (await hasInvited(transaction, surveyId)) {
      throw new AppError("conflict", "People were invited to this survey.", {
        remedy: "Close it: who was asked, and when, is kept.",
      });
    }
    await transaction.withTables<VoiceTables>().deleteFrom("survey").where("id", "=", surveyId).execute();
  });
}

/** Where a survey asks: at a touchpoint, or of the whole relation at none. */
async function placeOf(
  db: Kysely<Database>,
  workspaceId: string,
  wanted: Pick<SurveySummary, "touchpointId" | "relation">,
): Promise<{ touchpoint_id: string | null; touchpoint_key: string }> {
  refuseNowhere(wanted);
  if (wanted.touchpointId === null) return { touchpoint_id: null, touchpoint_key: "" };
  const touchpoint = await findTouchpoint(db, workspaceId, wanted.touchpointId);
  if (touchpoint !== null) return { touchpoint_id: touchpoint.id, touchpoint_key: touchpoint.key };
  const message = "There is no such touchpoint.";
  throw new AppError("invalid_input", message, { issues: [{ path: "touchpointId", code: "not_found", message }] });
}

/** @throws AppError `invalid_input` for a survey about a contact that is nowhere. */
function refuseNowhere({ touchpointId, relation }: Pick<SurveySummary, "touchpointId" | "relation">): void {
  if (touchpointId !== null || relation === "relational") return;
  const message = "A survey about a contact is put at a touchpoint.";
  throw new AppError("invalid_input", message, { issues: [{ path: "relation", code: "needs_touchpoint", message }] });
}

/** Waits for answers under way, and lets none begin. */
async function lock(transaction: Kysely<Database>, surveyId: string): Promise<void> {
  await transaction
    .withTables<VoiceTables>()
    .selectFrom("survey")
    .select("id")
    .where("id", "=", surveyId)
    .forUpdate()
    .execute();
}

/** Writes the content over a version that nobody has answered, else as the next; answers its number. */
async function keepContent(
  transaction: Kysely<Database>,
  { id, version }: SurveySummary,
  content: SurveyContent,
): Promise<number> {
  const tables = transaction.withTables<VoiceTables>();
  const kept = JSON.stringify(content);
  if (await isAnswered(transaction, id, version)) {
    await tables
      .insertInto("survey_version")
      .values({ survey_id: id, version: version + 1, content: kept })
      .execute();
    return version + 1;
  }
  await tables
    .updateTable("survey_version")
    .set({ content: kept })
    .where("survey_id", "=", id)
    .where("version", "=", version)
    .execute();
  return version;
}

async function isAnswered(db: Kysely<Database>, surveyId: string, version?: number): Promise<boolean> {
  const found = await db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .select("id")
    .where("survey_id", "=", surveyId)
    .$if(version !== undefined, (query) => query.where("version", "=", version ?? 0))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

function refuseUnaskable(content: SurveyContent): void {
  const issues = checkContent(content).map((issue) => ({ ...issue, path: `content.${issue.path}` }));
  if (issues.length > 0) throw new AppError("invalid_input", "This cannot be asked as it is.", { issues });
}
