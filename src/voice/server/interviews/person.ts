import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { endInterview, type EndingDeps } from "./ending.ts";
import type { InterviewTables } from "./tables.ts";

interface Whose {
  workspaceId: string;
  /** Every identifier of one person. */
  refs: readonly string[];
}

/** The interviews of a person as they are given out to them, with the words that were marked. */
export async function tellInterviews(db: Kysely<Database>, whose: Whose) {
  const interviews = await interviewsOf(db, whose).selectAll().orderBy("held_on").execute();
  const tables = db.withTables<InterviewTables>();
  return Promise.all(
    interviews.map(async ({ id, ...interview }) => ({
      ...interview,
      highlights: await tables
        .selectFrom("interview_highlight")
        .select(["kind", "quote", "note", "tags", "from_ms", "to_ms"])
        .where("interview_id", "=", id)
        .execute(),
      recordings: await tables
        .selectFrom("interview_recording")
        .select(["name", "bytes", "media_type"])
        .where("interview_id", "=", id)
        .execute(),
    })),
  );
}

/** Erases what a person said in interviews, and answers how many they were. */
export async function eraseInterviews(deps: EndingDeps, whose: Whose): Promise<number> {
  const interviews = await interviewsOf(deps.db, whose).select("id").execute();
  for (const { id } of interviews) await endInterview(deps, id, "erased");
  return interviews.length;
}

function interviewsOf(db: Kysely<Database>, { workspaceId, refs }: Whose) {
  return db
    .withTables<InterviewTables>()
    .selectFrom("interview")
    .where("workspace_id", "=", workspaceId)
    .where("person_ref", "in", refs);
}
