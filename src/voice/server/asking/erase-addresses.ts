import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";

/**
 * Erases where people were written to, and what was known of them with it, once their invitation is over and older than their
 * survey keeps answers. That they were asked stays, by a hash: else they would be asked again too soon.
 */
export async function eraseAddresses(db: Kysely<Database>, now: Date): Promise<void> {
  await sql`
    UPDATE survey_invitation i SET address = NULL, properties = '{}', time_zone = NULL, language = NULL
    FROM survey s
    WHERE s.id = i.survey_id AND i.address IS NOT NULL AND i.state NOT IN ('waiting', 'sending', 'sent')
      AND coalesce(i.sent_at, i.created_at) < ${now}::timestamptz - s.retention_days * interval '1 day'`.execute(db);
}
