import type { JSONColumnType, Kysely } from "kysely";
import { AppError } from "#platform/errors.ts";
import type { Database } from "#platform/database.ts";
import type { RouteBody, RouteResponse } from "#platform/http/route.ts";
import type * as api from "../api/templates.ts";
import type { TemplateSummary } from "../api/templates.ts";
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

const columns = [
  "id",
  "name",
  "summary",
  "kind",
  "document",
  "published_by as publishedBy",
  "published_at as publishedAt",
] as const;

const templates = (db: Kysely<Database>, workspaceId: string) =>
  db
    .withTables<TemplateTables>()
    .selectFrom("journey_template")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .orderBy("name")
    .orderBy("id");

/** The templates of a workspace by name. */
export async function listTemplates(db: Kysely<Database>, workspaceId: string): Promise<TemplateSummary[]> {
  return (await templates(db, workspaceId).execute()).map((row) => summaryOf(present(row)));
}

/** @throws AppError `not_found` */
export async function getTemplate(db: Kysely<Database>, workspaceId: string, id: string): Promise<Stored> {
  const found = await templates(db, workspaceId).where("id", "=", id).executeTakeFirst();
  if (found === undefined) throw new AppError("not_found", "There is no such template.");
  return present(found);
}

/** Keeps a journey as it is now for others to start from. @throws AppError `not_found` */
export async function publishTemplate(
  { db, editor, now, newId }: Pick<JourneyDeps, "db" | "editor" | "newId"> & { now: () => Date },
  workspaceId: string,
  userId: string,
  { journeyId, name, summary, withCards }: RouteBody<typeof api.publishTemplate>,
): Promise<TemplateSummary> {
  if ((await workspaceOfJourney(db, journeyId)) !== workspaceId)
    throw new AppError("not_found", "There is no such journey.");
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
  return summaryOf(await getTemplate(db, workspaceId, id));
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
  return summaryOf(await getTemplate(db, workspaceId, id));
}

/** @throws AppError `not_found` */
export async function deleteTemplate(db: Kysely<Database>, workspaceId: string, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .withTables<TemplateTables>()
    .deleteFrom("journey_template")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new AppError("not_found", "There is no such template.");
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
  document,
  publishedAt,
  ...row
}: Omit<Stored, "document" | "publishedAt" | "steps" | "lanes"> & { document: unknown; publishedAt: Date }): Stored {
  const { data } = JourneyDocument.safeParse(document);
  if (data === undefined) throw new AppError("internal", `The template ${row.id} cannot be read.`);
  return {
    ...row,
    document: data,
    steps: data.steps.length,
    lanes: data.lanes.length,
    publishedAt: publishedAt.toISOString(),
  };
}

function summaryOf({ document: _document, ...summary }: Stored): TemplateSummary {
  return summary;
}
