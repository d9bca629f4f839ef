import { type Kysely, sql } from "kysely";
import type { Readable } from "node:stream";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { Context } from "#platform/http/handler.ts";
import type { RouteBody } from "#platform/http/route.ts";
import type * as api from "../../api/interviews.ts";
import { byteRange, headBytes, type MediaType, mediaTypeOf } from "../../interviews/media.ts";
import { interviewLimits, type Recording } from "../../interviews/model.ts";
import { lockInterview, noConsent } from "./commands.ts";
import { getRecording, noRecording } from "./queries.ts";
import type { Piece, RecordingFiles } from "./recording-files.ts";
import type { InterviewTables } from "./tables.ts";

type Db = Kysely<Database>;

export interface RecordingDeps {
  db: Db;
  recordings: RecordingFiles;
  newId: () => string;
}

/**
 * Keeps a place for a recording.
 * @throws AppError `not_found`; `conflict` without a consent; `limit_reached` when the workspace has no room for it
 */
export async function createRecording(
  { db }: RecordingDeps,
  interviewId: string,
  { name, bytes }: RouteBody<typeof api.createRecording>,
): Promise<Recording> {
  const id = await db.transaction().execute(async (transaction) => {
    const { workspace_id: workspaceId, consent } = await lockInterview(transaction, interviewId);
    if (consent === null) throw noConsent();
    await refuseWhenFull(transaction, { workspaceId, interviewId, more: bytes });
    const { id } = await transaction
      .withTables<InterviewTables>()
      .insertInto("interview_recording")
      .values({ workspace_id: workspaceId, interview_id: interviewId, name, bytes, media_type: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
  return getRecording(db, id);
}

/**
 * Takes the next piece of a recording; acknowledged, it is on the disk.
 * @throws AppError `not_found`; `conflict` when it does not begin where what is here ends; `too_large`; `file_unreadable`
 *   when it is no recording, of which nothing is kept then
 */
export async function sendPiece(
  { db, recordings, newId }: RecordingDeps,
  { params: { recordingId }, query: { from }, request }: Context<typeof api.sendPiece>,
): Promise<Recording> {
  const limits = { fileSize: interviewLimits.chunkBytes, files: 1 };
  const part = request.isMultipart() ? await request.file({ limits }) : undefined;
  if (part === undefined) throw new AppError("bad_request", "There is no file in this request.");
  const piece = await recordings.receive(recordingId, newId(), part.file);
  const type = await takePiece({ db, recordings }, { recordingId, from, piece }).catch(async (error: unknown) => {
    await recordings.discard(recordingId, piece);
    throw error;
  });
  if (type === "none") {
    await deleteRecording({ db, recordings }, recordingId);
    throw new AppError("file_unreadable", "This is no recording that can be played.", {
      remedy: "Save it as WAV, MP3, M4A, Ogg, FLAC, MP4 or WebM and send it again.",
    });
  }
  return getRecording(db, recordingId);
}

/** What of a recording answers a request. */
export interface Played {
  status: 200 | 206 | 416;
  headers: Record<string, string>;
  content: Readable | string;
}

/** @throws AppError `not_found` also while it is not all here, or once the consent has ended */
export async function playRecording(
  { db, recordings }: Pick<RecordingDeps, "db" | "recordings">,
  recordingId: string,
  rangeHeader: string | undefined,
): Promise<Played> {
  const row = await db
    .withTables<InterviewTables>()
    .selectFrom("interview_recording as r")
    .innerJoin("interview as i", "i.id", "r.interview_id")
    .select(["r.bytes", "r.media_type"])
    .where("r.id", "=", recordingId)
    .whereRef("r.received", "=", "r.bytes")
    .where("i.ended_at", "is", null)
    .executeTakeFirst();
  if (row === undefined || row.media_type === null) throw noRecording();
  const { bytes, media_type: type } = row;
  const range = byteRange(rangeHeader, bytes);
  const headers = { ...headersOf(type), "accept-ranges": "bytes" };
  if (range === "unsatisfiable")
    return { status: 416, headers: { ...headers, "content-range": `bytes */${bytes}` }, content: "" };
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  return {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      "content-length": String(end - start + 1),
      ...(range !== null && { "content-range": `bytes ${start}-${end}/${bytes}` }),
    },
    content: recordings.read(recordingId, { start, end }),
  };
}

/** The file first: killed in between, the row is still there to tell of it. */
export async function deleteRecording(
  { db, recordings }: Pick<RecordingDeps, "db" | "recordings">,
  recordingId: string,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<InterviewTables>();
    // Nobody is adding to it meanwhile.
    await tables.selectFrom("interview_recording").select("id").where("id", "=", recordingId).forUpdate().execute();
    await recordings.remove(recordingId);
    await tables.deleteFrom("interview_recording").where("id", "=", recordingId).execute();
  });
}

/** Whatever the name a file was given, a browser that is led to it plays it, or saves it under a name of ours. */
function headersOf(type: MediaType): Record<string, string> {
  return {
    "content-type": type,
    "content-disposition": `inline; filename="recording.${type.split("/")[1] === "mpeg" ? "mp3" : type.split("/")[1]}"`,
    "content-security-policy": "default-src 'none'; sandbox",
  };
}

/** Answers what the recording is as far as that is known, `none` when it is no recording. */
async function takePiece(
  { db, recordings }: Pick<RecordingDeps, "db" | "recordings">,
  { recordingId, from, piece }: { recordingId: string; from: number; piece: Piece },
): Promise<MediaType | "none" | null> {
  return db.transaction().execute(async (transaction) => {
    const row = await lockRecording(transaction, recordingId);
    const received = from + piece.bytes;
    if (row.received !== from) throw new AppError("conflict", `The next byte is ${row.received}, not ${from}.`);
    if (received > row.bytes) throw new AppError("too_large", `The recording was said to have ${row.bytes} bytes.`);
    await recordings.append(recordingId, from, piece);
    const isTold = row.media_type === null && (received >= headBytes || received === row.bytes);
    const type = isTold ? mediaTypeOf(await recordings.head(recordingId, headBytes)) : row.media_type;
    await transaction
      .withTables<InterviewTables>()
      .updateTable("interview_recording")
      .set({ received, media_type: type })
      .where("id", "=", recordingId)
      .execute();
    return isTold && type === null ? "none" : type;
  });
}

async function lockRecording(transaction: Db, recordingId: string) {
  const row = await transaction
    .withTables<InterviewTables>()
    .selectFrom("interview_recording as r")
    .innerJoin("interview as i", "i.id", "r.interview_id")
    .select(["r.bytes", "r.received", "r.media_type"])
    .where("r.id", "=", recordingId)
    .where("i.ended_at", "is", null)
    .forUpdate("r")
    .executeTakeFirst();
  if (row === undefined) throw noRecording();
  return row;
}

/** What is still to come counts as well, so that two at once do not fill the disk. */
async function refuseWhenFull(
  transaction: Db,
  { workspaceId, interviewId, more }: { workspaceId: string; interviewId: string; more: number },
): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`recordings ${workspaceId}`}, 0))`.execute(transaction);
  const { bytes, here } = await transaction
    .withTables<InterviewTables>()
    .selectFrom("interview_recording")
    .select([
      sql<number>`coalesce(sum(bytes), 0)::bigint`.as("bytes"),
      sql<number>`count(*) FILTER (WHERE interview_id = ${interviewId})`.as("here"),
    ])
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirstOrThrow();
  const { workspaceBytes, recordings } = interviewLimits;
  if (bytes + more <= workspaceBytes && here < recordings) return;
  const most = here < recordings ? `${workspaceBytes / 1024 ** 3} GiB in a workspace` : `${recordings} in an interview`;
  throw new AppError("limit_reached", `Recordings take up ${most} at most.`, {
    remedy: "Delete recordings that are not needed any more.",
  });
}
