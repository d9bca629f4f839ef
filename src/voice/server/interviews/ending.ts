import { sql } from "kysely";
import type { Log } from "#platform/log.ts";
import type { Ending } from "../../interviews/model.ts";
import { type CardDeps, tellCards } from "./cards.ts";
import { workspaceOfInterview } from "./queries.ts";
import type { RecordingFiles } from "./recording-files.ts";
import { deleteRecording } from "./recordings.ts";
import type { InterviewTables } from "./tables.ts";

export interface EndingDeps extends CardDeps {
  recordings: RecordingFiles;
}

/**
 * Erases what a participant said and who they are; highlights stay without their words, so that an insight still tells how
 * much stood behind it. Killed in between, `keepConsents` does the rest. An interview that has ended already stays as it is.
 */
export async function endInterview(deps: EndingDeps, interviewId: string, why: Ending): Promise<void> {
  const { db, now } = deps;
  const workspaceId = await workspaceOfInterview(db, interviewId);
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<InterviewTables>();
    const ended = await tables
      .updateTable("interview")
      .set({
        ended_at: now(),
        ending: why,
        pseudonym: "",
        segment: "",
        contact: null,
        person_ref: null,
        notes: "",
        transcript: null,
        version: sql<number>`version + 1`,
      })
      .where("id", "=", interviewId)
      .where("ended_at", "is", null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return;
    await tables
      .updateTable("interview_highlight")
      .set({ quote: "", note: "", starts: null, ends: null, from_ms: null, to_ms: null })
      .where("interview_id", "=", interviewId)
      .execute();
  });
  await deleteRecordings(deps, interviewId);
  await tellCards(deps, workspaceId);
}

/** Deletes an interview with its highlights and the files of its recordings. */
export async function deleteInterview(deps: EndingDeps, interviewId: string): Promise<void> {
  const workspaceId = await workspaceOfInterview(deps.db, interviewId);
  await deleteRecordings(deps, interviewId);
  await deps.db.withTables<InterviewTables>().deleteFrom("interview").where("id", "=", interviewId).execute();
  await tellCards(deps, workspaceId);
}

/** A recording that is still not all here after so long will not come any more. */
const unfinishedHours = 48;

/**
 * Ends the interviews whose consent is over by the calendar of their workspace, deletes recordings that never came whole,
 * and finishes what was interrupted.
 */
export async function keepConsents(deps: EndingDeps, log: Pick<Log, "warn">): Promise<void> {
  for (const { id } of await overdue(deps)) await endInterview(deps, id, "expired");
  for (const { id } of await abandoned(deps)) await deleteRecording(deps, id);
  await tellCards(deps, null, (reason) => log.warn("a card of a map does not take its evidence now", { reason }));
}

async function overdue({ db, now }: EndingDeps): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT i.id FROM interview i JOIN workspace w ON w.id = i.workspace_id
    WHERE i.ended_at IS NULL AND (i.consent ->> 'until')::date < (${now()}::timestamptz AT TIME ZONE w.time_zone)::date`.execute(
    db,
  );
  return rows;
}

function abandoned({ db, now }: EndingDeps): Promise<{ id: string }[]> {
  const before = new Date(now().getTime() - unfinishedHours * 3_600_000);
  return db
    .withTables<InterviewTables>()
    .selectFrom("interview_recording as r")
    .innerJoin("interview as i", "i.id", "r.interview_id")
    .select("r.id")
    .where((eb) =>
      eb.or([
        eb("i.ended_at", "is not", null),
        eb.and([eb("r.received", "<", eb.ref("r.bytes")), eb("r.created_at", "<", before)]),
      ]),
    )
    .execute();
}

async function deleteRecordings(deps: EndingDeps, interviewId: string): Promise<void> {
  const recordings = await deps.db
    .withTables<InterviewTables>()
    .selectFrom("interview_recording")
    .select("id")
    .where("interview_id", "=", interviewId)
    .execute();
  for (const { id } of recordings) await deleteRecording(deps, id);
}
