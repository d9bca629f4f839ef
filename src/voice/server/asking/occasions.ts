import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import type { AskingTables } from "./tables.ts";

/** Those of the contacts that a survey has not dealt with yet: from now on it has, if the transaction commits. */
export async function takeOccasions(
  transaction: Kysely<Database>,
  { surveyId, eventIds, now }: { surveyId: string; eventIds: readonly string[]; now: Date },
): Promise<Set<string>> {
  const { rows } = await sql<{ event_id: string }>`
    INSERT INTO asking_occasion (survey_id, event_id, taken_at)
    SELECT ${surveyId}::uuid, id, ${now}::timestamptz FROM unnest(${[...eventIds]}::uuid[]) AS id
    ON CONFLICT DO NOTHING RETURNING event_id`.execute(transaction);
  return new Set(rows.map(({ event_id }) => event_id));
}

/** Longer than any trigger looks back, in days. */
const keptDays = 200;

/** Forgets contacts that no trigger can come upon any more. */
export async function forgetOccasions(db: Kysely<Database>, now: Date): Promise<void> {
  await db
    .withTables<AskingTables>()
    .deleteFrom("asking_occasion")
    .where("taken_at", "<", new Date(now.getTime() - keptDays * 86_400_000))
    .execute();
}
