import { type JSONColumnType, type Kysely, sql } from "kysely";
import { AppError } from "#platform/errors.ts";
import type { Database } from "#platform/database.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type * as api from "../api/templates.ts";
import type { TemplateSummary } from "../api/templates.ts";
import { keptLimits } from "../limits.ts";
import { JourneyDocument, type JourneyKind } from "../model.ts";
import type { JourneyDeps } from "./commands.ts";
import { currentJourney } from "./current.ts";
import { workspaceOfJourney } from "./queries.ts";

type TemplateTables = {
  journey_template: {
    id: string;
    workspace_id: string;
    name: string;
    summary: string;
    kind: JourneyKind;
    document: JSONColumnType<JourneyDocument>;
    published_by: string;
    published_at: Date;
  };
};
type Stored = RouteResponse<typeof api.getTemplate>;

const templates = (db: Kysely<Database>, workspaceId: string) =>
  db
    .withTables<TemplateTables>()
    .selectFrom("journey_template")
    .select(["id", "name", "summary", "kind", "published_by as publishedBy", "published_at as publishedAt"])
    .select([
      sql<number>`jsonb_array_length(document -> 'steps')`.as("steps"),
      sql<number>`jsonb_array_length(document -> 'lanes')`.as("lanes"),
    ])
    .where("workspace_id", "=", workspaceId);

/** The templates of a workspace by name. */
export async function listTemplates(db: Kysely<Database>, workspaceId: string): Promise<TemplateSummary[]> {
  return (await templates(db, workspaceId).orderBy("name").orderBy("id").execute()).map(present);
}

/** @throws AppError `not_found` */
export async function getTemplate(db: Kysely<Database>, workspaceId: string, id: string): Promise<Stored> {
  const found = await templates(db, workspaceId).select("document").where("id", "=", id).executeTakeFirst();
  if (found === undefined) throw noTemplate();
  const document = JourneyDocument.safeParse(found.document);
  if (!document.success) throw new AppError("internal", `The template ${id} cannot be read.`);
  return { ...present(found), document: document.data };
}

/** Keeps a journey as it is now for others to start from. @throws AppError `not_found`, `limit_reached` */
export async function publishTemplate(
  { db, editor, now, newId }: Pick<JourneyDeps, "db" | "editor" | "newId"> & { now: () => Date },
  workspaceId: string,
  userId: string,
  { journeyId, name, summary, withCards }: RouteBody<typeof api.publishTemplate>,
): Promise<TemplateSummary> {
  if ((await workspaceOfJourney(db, journeyId)) !== workspaceId)
    throw new AppError("not_found", "There is no such journey.");
  const { count } = await db
    .withTables<TemplateTables>()
    .selectFrom("journey_template")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  if (count >= keptLimits.templates) {
    throw new AppError("limit_reached", `A workspace has ${keptLimits.templates} templates at most.`, {
      remedy: "Delete templates that are no longer used.",
    });
  }
  const journey = await currentJourney({ db, editor }, journeyId);
  const id = newId();
  await db
    .withTables<TemplateTables>()
    .insertInto("journey_template")
    .values({
      id,
      workspace_id: workspaceId,
      name,
      summary,
      kind: journey.kind,
      document: JSON.stringify(withCards ? journey.document : structureOf(journey.document)),
      published_by: userId,
      published_at: now(),
    })
    .execute();
  return getSummary(db, workspaceId, id);
}

/** @throws AppError `not_found` */
export async function updateTemplate(
  db: Kysely<Database>,
  workspaceId: string,
  id: string,
  change: RouteBody<typeof api.updateTemplate>,
): Promise<TemplateSummary> {
  const { name, summary } = change;
  if (name !== undefined || summary !== undefined)
    await db
      .withTables<TemplateTables>()
      .updateTable("journey_template")
      .set({ ...(name !== undefined && { name }), ...(summary !== undefined && { summary }) })
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", id)
      .execute();
  return getSummary(db, workspaceId, id);
}

/** @throws AppError `not_found` */
export async function deleteTemplate(db: Kysely<Database>, workspaceId: string, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .withTables<TemplateTables>()
    .deleteFrom("journey_template")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw noTemplate();
}

/** A map without what was learnt on it: no cards, no emotions, no personas, no judgement on touchpoints. */
function structureOf(document: JourneyDocument): JourneyDocument {
  return {
    ...document,
    framing: JourneyDocument.shape.framing.parse(undefined),
    cards: [],
    emotions: [],
    personas: [],
    placements: document.placements.map((placement) => ({
      ...placement,
      expectation: null,
      selfScore: null,
      flag: null,
    })),
  };
}

function present({
  publishedAt,
  ...row
}: Omit<TemplateSummary, "publishedAt"> & { publishedAt: Date }): TemplateSummary {
  return { ...row, publishedAt: publishedAt.toISOString() };
}

async function getSummary(db: Kysely<Database>, workspaceId: string, id: string): Promise<TemplateSummary> {
  const found = await templates(db, workspaceId).where("id", "=", id).executeTakeFirst();
  if (found === undefined) throw noTemplate();
  return present(found);
}

function noTemplate(): AppError {
  return new AppError("not_found", "There is no such template.");
}
