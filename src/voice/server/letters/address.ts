import type { Kysely } from "kysely";
import { clearIdentifier, identifiersLike } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import { getWorkspace } from "#workspace/index.ts";
import type { AskingTables } from "../asking/tables.ts";
import type { VoiceTables } from "../tables.ts";

/** Where somebody can be written to. */
export interface Address {
  ref: string;
  email: string;
  language: string | null;
  timeZone: string | null;
}

/** The e-mail address of whose identifier this is: that of their last invitation, else one that an import kept in clear; null: none is known. */
export async function addressOf(db: Kysely<Database>, workspaceId: string, ref: string): Promise<Address | null> {
  const invited = await db
    .withTables<AskingTables>()
    .selectFrom("survey_invitation")
    .select(["address", "language", "time_zone"])
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "in", await identifiersLike(db, ref))
    .where("channel", "=", "email")
    .where("address", "is not", null)
    .$narrowType<{ address: string }>()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (invited !== undefined) {
    const { address: email, language, time_zone: timeZone } = invited;
    return { ref, email, language, timeZone };
  }
  const email = await clearIdentifier(db, { workspaceId, ref, kind: "email" });
  return email === null ? null : { ref, email, language: null, timeZone: null };
}

/** Where a letter to a customer goes, in the language that they answered in, else were invited in, else of the workspace. */
export async function addressed(
  db: Kysely<Database>,
  { workspaceId, responseId }: { workspaceId: string; responseId: string | null },
  { ref, email, language, timeZone }: Address,
) {
  const answer = await db
    .withTables<VoiceTables>()
    .selectFrom("response")
    .select("language")
    .where("id", "=", responseId)
    .executeTakeFirst();
  const said = answer?.language ?? language ?? (await getWorkspace(db, workspaceId)).locale;
  return { workspace_id: workspaceId, person_ref: ref, address: email, language: said, time_zone: timeZone };
}
