import type { Kysely } from "kysely";
import { workspaceOfJourney } from "#journey/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { findTouchpoint } from "#touchpoint/index.ts";
import type * as api from "../../api/interviews.ts";
import { interviewLimits, type Moment, type Passage } from "../../interviews/model.ts";
import { textOf } from "../../interviews/transcript.ts";
import { type CardDeps, tellCards } from "./cards.ts";
import { lockInterview } from "./commands.ts";
import { notHere } from "./guides.ts";
import type { InterviewTables } from "./tables.ts";

type Db = Kysely<Database>;

/**
 * Marks words of the transcript, a moment, or both, and answers the highlight's id.
 * @throws AppError `not_found`; `conflict` when the transcript is not that version any more; `invalid_input` for words or
 *   a recording that are not there, or a step or touchpoint of another workspace; `limit_reached`
 */
export async function addHighlight(
  db: Db,
  { interviewId, userId }: { interviewId: string; userId: string | null },
  { version, passage, moment, ...facts }: RouteBody<typeof api.addHighlight>,
): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    const { workspace_id: workspaceId, transcript } = await lockInterview(
      transaction,
      interviewId,
      passage === null ? undefined : version,
    );
    await checkPlace(transaction, workspaceId, facts);
    await checkMoment(transaction, interviewId, moment);
    await refuseWhenFull(transaction, interviewId);
    const { id } = await transaction
      .withTables<InterviewTables>()
      .insertInto("interview_highlight")
      .values({
        interview_id: interviewId,
        ...rowOf(facts),
        kind: facts.kind,
        note: facts.note,
        tags: facts.tags,
        quote: passage === null ? "" : quoteOf(textOf(transcript ?? []), passage),
        starts: passage?.start ?? null,
        ends: passage?.end ?? null,
        from_ms: moment?.fromMs ?? null,
        to_ms: moment?.toMs ?? null,
        recording_id: moment?.recordingId ?? null,
        created_by: userId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** @throws AppError `invalid_input` for a step or touchpoint of another workspace */
export async function changeHighlight(
  db: Db,
  { highlightId, workspaceId }: { highlightId: string; workspaceId: string },
  facts: RouteBody<typeof api.changeHighlight>,
): Promise<void> {
  await checkPlace(db, workspaceId, facts);
  const row = rowOf(facts);
  if (Object.keys(row).length === 0) return;
  await db
    .withTables<InterviewTables>()
    .updateTable("interview_highlight")
    .set(row)
    .where("id", "=", highlightId)
    .execute();
}

export async function deleteHighlight(
  deps: CardDeps,
  { highlightId, workspaceId }: { highlightId: string; workspaceId: string },
): Promise<void> {
  await deps.db.withTables<InterviewTables>().deleteFrom("interview_highlight").where("id", "=", highlightId).execute();
  await tellCards(deps, workspaceId);
}

function quoteOf(text: string, { start, end }: Passage): string {
  const quote = text.slice(start, end);
  if (end <= text.length && end - start <= interviewLimits.quote && quote.trim() !== "") return quote.toWellFormed();
  const message = `A highlight holds at most ${interviewLimits.quote} characters of the transcript.`;
  throw new AppError("invalid_input", message, { issues: [{ path: "passage", code: "out_of_range", message }] });
}

async function checkPlace(
  db: Db,
  workspaceId: string,
  { step, touchpointId }: RouteBody<typeof api.changeHighlight>,
): Promise<void> {
  if (step != null && (await workspaceOfJourney(db, step.journeyId)) !== workspaceId) throw notHere("step.journeyId");
  if (touchpointId != null && (await findTouchpoint(db, workspaceId, touchpointId)) === null)
    throw notHere("touchpointId");
}

async function checkMoment(db: Db, interviewId: string, moment: Moment | null): Promise<void> {
  if (moment === null || moment.recordingId === null) return;
  const found = await db
    .withTables<InterviewTables>()
    .selectFrom("interview_recording")
    .select("id")
    .where("id", "=", moment.recordingId)
    .where("interview_id", "=", interviewId)
    .executeTakeFirst();
  if (found === undefined) throw notHere("moment.recordingId");
}

async function refuseWhenFull(db: Db, interviewId: string): Promise<void> {
  const { count } = await db
    .withTables<InterviewTables>()
    .selectFrom("interview_highlight")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("interview_id", "=", interviewId)
    .executeTakeFirstOrThrow();
  if (count < interviewLimits.highlights) return;
  throw new AppError("limit_reached", `An interview has ${interviewLimits.highlights} highlights at most.`);
}

/** What is said, as columns. */
function rowOf({ step, touchpointId, kind, note, tags }: RouteBody<typeof api.changeHighlight>) {
  return {
    ...(kind !== undefined && { kind }),
    ...(note !== undefined && { note }),
    ...(tags !== undefined && { tags }),
    ...(step !== undefined && { journey_id: step?.journeyId ?? null, step_id: step?.stepId ?? null }),
    ...(touchpointId !== undefined && { touchpoint_id: touchpointId }),
  };
}
