import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { roleIn } from "#workspace/index.ts";
import { wouldCircle } from "../atlas.ts";
import type { JourneyTables } from "./tables.ts";

/** What a journey is told to belong to; an absent part is left as it is. */
export interface Relations {
  ownerId?: string | null | undefined;
  parentId?: string | null | undefined;
  livedId?: string | null | undefined;
}

/**
 * Checks what a journey (null: one that is being made) is about to belong to. Until the transaction ends, no other journey
 * of the workspace gets another parent: two at once could each come to stand under the other.
 * @throws AppError `invalid_input` when the owner is no member, another journey is not of the workspace, or the journey
 * would come to stand under itself
 */
export async function checkRelations(
  transaction: Kysely<Database>,
  workspaceId: string,
  id: string | null,
  { ownerId = null, parentId = null, livedId = null }: Relations,
): Promise<void> {
  if (ownerId !== null && (await roleIn(transaction, ownerId, workspaceId)) === null)
    throw refused("ownerId", "not_a_member", "The owner is not a member of this workspace.");
  if (parentId === null && livedId === null) return;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`journey relations ${workspaceId}`}, 0))`.execute(
    transaction,
  );
  const journeys = await transaction
    .withTables<JourneyTables>()
    .selectFrom("journey")
    .select(["id", "parent_id as parentId"])
    .where("workspace_id", "=", workspaceId)
    .execute();
  const isKnown = (other: string | null) => other === null || journeys.some((journey) => journey.id === other);
  if (!isKnown(parentId)) throw refused("parentId", "not_here", "There is no such journey in this workspace.");
  if (!isKnown(livedId)) throw refused("livedId", "not_here", "There is no such journey in this workspace.");
  if (id === null) return;
  if (livedId === id) throw refused("livedId", "itself", "A journey does not answer itself.");
  if (parentId !== null && wouldCircle(journeys, id, parentId))
    throw refused("parentId", "circle", "The journey would come to stand under itself.");
}

function refused(path: string, code: string, message: string): AppError {
  return new AppError("invalid_input", message, { issues: [{ path, code, message }] });
}
