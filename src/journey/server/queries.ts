import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { type Journey, JourneyDocument, type JourneySummary } from "../model.ts";
import { readProjection } from "./projection.ts";
import type { JourneyTables } from "./tables.ts";

type Db = Kysely<Database>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The journeys of a workspace, the last changed first. */
export async function listJourneys(db: Db, workspaceId: string): Promise<JourneySummary[]> {
  const rows = await summaries(db)
    .where("workspace_id", "=", workspaceId)
    .orderBy("updated_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(presentSummary);
}

/** A journey with its document as it was last stored, null when there is none. */
export async function getJourney(db: Db, id: string): Promise<Journey | null> {
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (transaction) => {
      const row = await summaries(transaction).where("id", "=", id).executeTakeFirst();
      if (row === undefined) return null;
      const projection = await readProjection(transaction.withTables<JourneyTables>(), id);
      return { ...presentSummary(row), document: { name: row.name, ...projection } };
    });
}

/** The same of one that there is. @throws AppError `not_found` */
export async function existingJourney(db: Db, id: string): Promise<Journey> {
  const journey = await getJourney(db, id);
  if (journey === null) throw new AppError("not_found", "There is no such journey.");
  return journey;
}

/** @throws AppError `not_found` */
export async function getSummary(db: Db, id: string): Promise<JourneySummary> {
  const row = await summaries(db).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such journey.");
  return presentSummary(row);
}

/**
 * The journey of that id or key, of one workspace or of any.
 * @throws AppError `conflict` when journeys of several workspaces have the key.
 */
export async function findJourney(db: Db, idOrKey: string, workspaceId?: string): Promise<Journey | null> {
  const rows = await summaries(db)
    .where(uuid.test(idOrKey) ? "id" : "key", "=", idOrKey)
    .$if(workspaceId !== undefined, (query) => query.where("workspace_id", "=", workspaceId ?? ""))
    .execute();
  const [first, ...others] = rows;
  if (others.length > 0) {
    throw new AppError("conflict", `${rows.length} workspaces have a journey «${idOrKey}».`, {
      remedy: "Name the workspace too.",
    });
  }
  return first === undefined ? null : getJourney(db, first.id);
}

/** The workspace of a journey, null when there is no such journey. */
export async function workspaceOfJourney(db: Db, id: string): Promise<string | null> {
  const found = await db
    .withTables<JourneyTables>()
    .selectFrom("journey")
    .select("workspace_id")
    .where("id", "=", id)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

/** The names of the journeys of a workspace that a touchpoint is placed on. */
export async function journeysShowing(db: Db, workspaceId: string, touchpointId: string): Promise<string[]> {
  const rows = await db
    .withTables<JourneyTables>()
    .selectFrom("journey")
    .innerJoin("journey_placement", "journey_placement.journey_id", "journey.id")
    .select("journey.name")
    .distinct()
    .where("workspace_id", "=", workspaceId)
    .where("touchpoint_id", "=", touchpointId)
    .orderBy("journey.name")
    .execute();
  return rows.map((row) => row.name);
}

/** Where a touchpoint is placed on the maps of a workspace, and which kinds of lane those maps have. */
export async function stepsOfTouchpoint(
  db: Db,
  workspaceId: string,
  touchpointId: string,
): Promise<{ journeyId: string; journey: string; stepId: string; step: string; laneKinds: string[] }[]> {
  return db
    .withTables<JourneyTables>()
    .selectFrom("journey as j")
    .innerJoin("journey_placement as p", "p.journey_id", "j.id")
    .innerJoin("journey_step as s", (join) => join.onRef("s.journey_id", "=", "j.id").onRef("s.id", "=", "p.step_id"))
    .select(["j.id as journeyId", "j.name as journey", "s.id as stepId", "s.name as step"])
    .select((eb) =>
      eb
        .selectFrom("journey_lane as l")
        .whereRef("l.journey_id", "=", "j.id")
        .select((lanes) =>
          lanes.fn.coalesce(lanes.fn.agg<string[]>("array_agg", ["l.kind"]), sql<string[]>`'{}'`).as("kinds"),
        )
        .$asScalar()
        .$notNull()
        .as("laneKinds"),
    )
    .where("j.workspace_id", "=", workspaceId)
    .where("p.touchpoint_id", "=", touchpointId)
    .orderBy("j.updated_at", "desc")
    .orderBy("s.position")
    .execute();
}

/** The names of the journeys of a workspace that tell of a persona. */
export async function journeysTelling(db: Db, workspaceId: string, personaId: string): Promise<string[]> {
  const rows = await db
    .withTables<JourneyTables>()
    .selectFrom("journey")
    .select("name")
    .where("workspace_id", "=", workspaceId)
    .where(sql<boolean>`rest -> 'personas' @> ${JSON.stringify([{ id: personaId }])}::jsonb`)
    .orderBy("name")
    .execute();
  return rows.map((row) => row.name);
}

function summaries(db: Db) {
  return db
    .withTables<JourneyTables>()
    .selectFrom("journey")
    .select(["id", "workspace_id", "key", "name", "kind", "state", "updated_at", "owner_id", "reviewed_at"])
    .select(["review_months", "tags", "parent_id", "parent_step_id", "lived_id", "rest"])
    .select((eb) => [
      eb
        .selectFrom("journey_step")
        .whereRef("journey_step.journey_id", "=", "journey.id")
        .select((count) => count.fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("steps"),
      eb
        .selectFrom("journey_placement")
        .whereRef("journey_placement.journey_id", "=", "journey.id")
        .select((count) => count.fn.count<number>("touchpoint_id").distinct().as("count"))
        .$asScalar()
        .$notNull()
        .as("touchpoints"),
    ]);
}

function presentSummary(
  row: Awaited<ReturnType<ReturnType<typeof summaries>["executeTakeFirstOrThrow"]>>,
): JourneySummary {
  const { personas, framing } = JourneyDocument.pick({ framing: true, personas: true }).parse(row.rest);
  return {
    id: row.id,
    workspaceId: row.workspace_id,
    key: row.key,
    name: row.name,
    kind: row.kind,
    state: row.state,
    steps: row.steps,
    touchpoints: row.touchpoints,
    updatedAt: row.updated_at.toISOString(),
    ownerId: row.owner_id,
    reviewedAt: row.reviewed_at?.toISOString() ?? null,
    reviewMonths: row.review_months,
    maturity: framing.maturity,
    tags: row.tags,
    personaIds: personas.map((persona) => persona.id),
    parentId: row.parent_id,
    parentStepId: row.parent_step_id,
    livedId: row.lived_id,
  };
}
