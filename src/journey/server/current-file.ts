import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { listPersonas } from "#persona/index.ts";
import { getLibrary } from "#touchpoint/index.ts";
import { type JourneyFile, journeyFile, type Names } from "../format/journey-file.ts";
import type { JourneyDocument } from "../model.ts";
import { readProjection } from "./projection.ts";
import type { JourneyTables } from "./tables.ts";

/** What the ids on the maps of a workspace stand for. */
export async function namesOfWorkspace(db: Kysely<Database>, workspaceId: string): Promise<Names> {
  const library = await getLibrary(db, workspaceId);
  return { ...library, personas: await listPersonas(db, workspaceId) };
}

/** A journey in the open format, as it was last stored or as a document says it. @throws AppError `not_found` */
export async function currentFile(
  db: Kysely<Database>,
  journeyId: string,
  said?: JourneyDocument,
): Promise<JourneyFile> {
  const tables = db.withTables<JourneyTables>();
  const journey = await tables
    .selectFrom("journey")
    .select(["workspace_id", "name", "kind", "state", "tags"])
    .where("id", "=", journeyId)
    .executeTakeFirst();
  if (journey === undefined) throw new AppError("not_found", "There is no such journey.");
  const document = said ?? { name: journey.name, ...(await readProjection(tables, journeyId)) };
  return journeyFile(journey, document, await namesOfWorkspace(db, journey.workspace_id));
}
