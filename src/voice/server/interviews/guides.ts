import { type Kysely, sql } from "kysely";
import { getJourney } from "#journey/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import type { createGuide as createRoute, saveGuide as saveRoute } from "../../api/interviews.ts";
import { proposeGuide } from "../../interviews/guide-questions.ts";
import type { InterviewGuide } from "../../interviews/model.ts";
import type { InterviewTables } from "./tables.ts";

interface GuideDeps {
  db: Kysely<Database>;
  newId: () => string;
}

/** The guides of a workspace, the last changed first. */
export async function listGuides(db: Kysely<Database>, workspaceId: string): Promise<InterviewGuide[]> {
  return guides(db).where("g.workspace_id", "=", workspaceId).orderBy("g.updated_at", "desc").execute();
}

/** @throws AppError `not_found` */
export async function getGuide(db: Kysely<Database>, guideId: string): Promise<InterviewGuide> {
  const row = await guides(db).where("g.id", "=", guideId).executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such guide.");
  return row;
}

/**
 * Makes a guide that goes through the steps of a journey.
 * @throws AppError `invalid_input` for a journey of another workspace
 */
export async function createGuide(
  { db, newId }: GuideDeps,
  workspaceId: string,
  { name, audience, language, journeyId }: RouteBody<typeof createRoute>,
): Promise<InterviewGuide> {
  const journey = journeyId === null ? null : await getJourney(db, journeyId);
  if (journeyId !== null && journey?.workspaceId !== workspaceId) throw notHere("journeyId");
  const sections = proposeGuide(journey?.document.steps ?? [], { audience, language, newId });
  const { id } = await db
    .withTables<InterviewTables>()
    .insertInto("interview_guide")
    .values({
      workspace_id: workspaceId,
      journey_id: journeyId,
      name,
      audience,
      language,
      sections: JSON.stringify(sections),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return getGuide(db, id);
}

/** @throws AppError `not_found`; `conflict` when somebody else has changed it since that version */
export async function saveGuide(
  { db }: GuideDeps,
  guideId: string,
  { version, name, sections }: RouteBody<typeof saveRoute>,
): Promise<InterviewGuide> {
  const saved = await db
    .withTables<InterviewTables>()
    .updateTable("interview_guide")
    .set({ name, sections: JSON.stringify(sections), version: sql<number>`version + 1`, updated_at: sql`now()` })
    .where("id", "=", guideId)
    .where("version", "=", version)
    .executeTakeFirst();
  const guide = await getGuide(db, guideId);
  if (saved.numUpdatedRows === 0n) throw changedMeanwhile();
  return guide;
}

/** What was said in interviews held with it stays. */
export async function deleteGuide(db: Kysely<Database>, guideId: string): Promise<void> {
  await db.withTables<InterviewTables>().deleteFrom("interview_guide").where("id", "=", guideId).execute();
}

export async function workspaceOfGuide(db: Kysely<Database>, guideId: string): Promise<string | null> {
  const found = await db
    .withTables<InterviewTables>()
    .selectFrom("interview_guide")
    .select("workspace_id")
    .where("id", "=", guideId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

export function changedMeanwhile(): AppError {
  return new AppError("conflict", "Somebody has changed this meanwhile.", { remedy: "Look at it again." });
}

/** What is named is of no workspace, or of another one. */
export function notHere(path: string): AppError {
  const message = "There is no such thing in this workspace.";
  return new AppError("invalid_input", message, { issues: [{ path, code: "not_found", message }] });
}

function guides(db: Kysely<Database>) {
  return db
    .withTables<InterviewTables>()
    .selectFrom("interview_guide as g")
    .select(["g.id", "g.name", "g.audience", "g.language", "g.journey_id as journeyId", "g.sections", "g.version"])
    .select((eb) =>
      eb
        .selectFrom("interview as i")
        .whereRef("i.guide_id", "=", "g.id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("interviews"),
    );
}
