import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import type { Journey } from "../model.ts";
import type { JourneyEditor } from "./editor.ts";
import { existingJourney } from "./queries.ts";

/** A journey with everything that is being edited in it, which is stored first. @throws AppError `not_found` */
export async function currentJourney(
  { db, editor }: { db: Kysely<Database>; editor: JourneyEditor },
  id: string,
): Promise<Journey> {
  await editor.edit(id, null, () => undefined);
  return existingJourney(db, id);
}
