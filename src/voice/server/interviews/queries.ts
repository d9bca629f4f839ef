import { type Kysely, sql } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { namesOf } from "#workspace/index.ts";
import type { Ending, Highlight, Interview, InterviewDetails, Recording } from "../../interviews/model.ts";
import type { InterviewTables } from "./tables.ts";

type Db = Kysely<Database>;

/** The interviews of a workspace, the latest first. */
export async function listInterviews(db: Db, workspaceId: string): Promise<Interview[]> {
  const rows = await interviews(db)
    .where("i.workspace_id", "=", workspaceId)
    .orderBy("i.held_on", "desc")
    .orderBy("i.id", "desc")
    .execute();
  return rows.map(present);
}

/**
 * An interview with what was said and marked; whom it was with only for who may know.
 * @throws AppError `not_found`
 */
export async function getInterview(db: Db, interviewId: string, mayReadPeople: boolean): Promise<InterviewDetails> {
  const row = await interviews(db)
    .select(["i.notes", "i.contact", "i.transcript"])
    .where("i.id", "=", interviewId)
    .executeTakeFirst();
  if (row === undefined) throw noInterview();
  const by = row.consent?.by ?? null;
  const [files, marks, names] = await Promise.all([
    recordings(db).where("interview_id", "=", interviewId).orderBy("id").execute(),
    highlights(db).where("h.interview_id", "=", interviewId).orderBy("h.starts").orderBy("h.from_ms").execute(),
    namesOf(db, by === null ? [] : [by]),
  ]);
  return {
    ...present(row),
    notes: row.notes,
    contact: mayReadPeople ? row.contact : null,
    consentBy: names.get(by ?? "") ?? null,
    transcript: row.transcript ?? [],
    files,
    marks: marks.map(presentHighlight),
  };
}

/** @throws AppError `not_found` */
export async function getRecording(db: Db, recordingId: string): Promise<Recording> {
  const row = await recordings(db).where("id", "=", recordingId).executeTakeFirst();
  if (row === undefined) throw noRecording();
  return row;
}

/** @throws AppError `not_found` */
export async function getHighlight(db: Db, highlightId: string): Promise<Highlight> {
  const row = await highlights(db).where("h.id", "=", highlightId).executeTakeFirst();
  if (row === undefined) throw new AppError("not_found", "There is no such highlight.");
  return presentHighlight(row);
}

export async function workspaceOfInterview(db: Db, interviewId: string): Promise<string | null> {
  const found = await db
    .withTables<InterviewTables>()
    .selectFrom("interview")
    .select("workspace_id")
    .where("id", "=", interviewId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

export async function workspaceOfRecording(db: Db, recordingId: string): Promise<string | null> {
  const found = await db
    .withTables<InterviewTables>()
    .selectFrom("interview_recording")
    .select("workspace_id")
    .where("id", "=", recordingId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

export async function workspaceOfHighlight(db: Db, highlightId: string): Promise<string | null> {
  const found = await db
    .withTables<InterviewTables>()
    .selectFrom("interview_highlight as h")
    .innerJoin("interview as i", "i.id", "h.interview_id")
    .select("i.workspace_id")
    .where("h.id", "=", highlightId)
    .executeTakeFirst();
  return found?.workspace_id ?? null;
}

export function noInterview(): AppError {
  return new AppError("not_found", "There is no such interview.");
}

export function noRecording(): AppError {
  return new AppError("not_found", "There is no such recording.");
}

/** Highlights, with the card that each stands behind. */
export function highlights(db: Db) {
  return db
    .withTables<InterviewTables>()
    .selectFrom("interview_highlight as h")
    .leftJoin("interview_card as c", "c.id", "h.card_id")
    .select(["h.id", "h.kind", "h.quote", "h.note", "h.tags", "h.starts", "h.ends", "h.from_ms", "h.to_ms"])
    .select(["h.recording_id", "h.journey_id", "h.step_id", "h.touchpoint_id"])
    .select(["c.journey_id as card_journey_id", "c.card_id as map_card_id"]);
}

type HighlightRow = Awaited<ReturnType<ReturnType<typeof highlights>["executeTakeFirstOrThrow"]>>;

export function presentHighlight(row: HighlightRow): Highlight {
  const { starts, ends, from_ms: fromMs, to_ms: toMs, journey_id: journeyId, step_id: stepId } = row;
  const { card_journey_id: cardJourneyId, map_card_id: cardId } = row;
  return {
    id: row.id,
    kind: row.kind,
    quote: row.quote,
    note: row.note,
    tags: row.tags,
    passage: starts === null || ends === null ? null : { start: starts, end: ends },
    moment: fromMs === null || toMs === null ? null : { recordingId: row.recording_id, fromMs, toMs },
    step: journeyId === null || stepId === null ? null : { journeyId, stepId },
    touchpointId: row.touchpoint_id,
    card: cardJourneyId === null || cardId === null ? null : { journeyId: cardJourneyId, cardId },
  };
}

export function presentEnd(endedAt: Date | null, ending: Ending | null): Interview["ended"] {
  return endedAt === null || ending === null ? null : { at: endedAt.toISOString(), why: ending };
}

function recordings(db: Db) {
  return db
    .withTables<InterviewTables>()
    .selectFrom("interview_recording")
    .select(["id", "name", "bytes", "received", "media_type as mediaType"]);
}

function interviews(db: Db) {
  return db
    .withTables<InterviewTables>()
    .selectFrom("interview as i")
    .select(["i.id", "i.pseudonym", "i.participant", "i.persona_id as personaId", "i.segment", "i.guide_id as guideId"])
    .select(["i.held_on as heldOn", "i.interviewer", "i.channel", "i.state", "i.consent", "i.ended_at", "i.ending"])
    .select(["i.version", sql<boolean>`i.transcript IS NOT NULL`.as("hasTranscript")])
    .select((eb) => [
      eb
        .selectFrom("interview_highlight as h")
        .whereRef("h.interview_id", "=", "i.id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("highlights"),
      eb
        .selectFrom("interview_recording as r")
        .whereRef("r.interview_id", "=", "i.id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .$asScalar()
        .$notNull()
        .as("recordings"),
    ]);
}

function present(row: Awaited<ReturnType<ReturnType<typeof interviews>["executeTakeFirstOrThrow"]>>): Interview {
  const { ended_at, ending, consent, ...facts } = row;
  return { ...facts, consent, ended: presentEnd(ended_at, ending) };
}
