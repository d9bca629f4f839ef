import type { Kysely } from "kysely";
import { clearIdentifier, identifiersLike } from "#activity/index.ts";
import type { Database } from "#platform/database.ts";
import type { AskingTables } from "../asking/tables.ts";

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
