import { type Kysely, sql, type Updateable } from "kysely";
import { identify } from "#activity/index.ts";
import { listPersonas } from "#persona/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import type { RouteBody } from "#platform/http/route.ts";
import type * as api from "../../api/interviews.ts";
import { passageMover } from "../../interviews/anchors.ts";
import { interviewLimits } from "../../interviews/model.ts";
import { readTranscript, textOf } from "../../interviews/transcript.ts";
import { changedMeanwhile, notHere, workspaceOfGuide } from "./guides.ts";
import { noInterview } from "./queries.ts";
import type { InterviewTables } from "./tables.ts";

type Db = Kysely<Database>;
type SomeFacts = Omit<RouteBody<typeof api.changeInterview>, "version">;
type Row = Updateable<InterviewTables["interview"]>;

/** @throws AppError `invalid_input` for a guide or persona of another workspace */
export async function createInterview(
  db: Db,
  workspaceId: string,
  facts: RouteBody<typeof api.createInterview>,
): Promise<string> {
  await checkFacts(db, workspaceId, facts);
  const row = await rowOf(db, workspaceId, facts);
  return db.transaction().execute(async (transaction) => {
    const tables = transaction.withTables<InterviewTables>();
    const pseudonym = sql<string>`'P' || ${nextNumber(workspaceId)}`;
    const { id } = await tables
      .insertInto("interview")
      .values({ workspace_id: workspaceId, held_on: facts.heldOn, pseudonym })
      .returning("id")
      .executeTakeFirstOrThrow();
    await tables.updateTable("interview").set(row).where("id", "=", id).execute();
    return id;
  });
}

/** @throws AppError `not_found`; `conflict` when changed since that version, or its consent has ended; `invalid_input` */
export async function changeInterview(
  db: Db,
  interviewId: string,
  { version, ...facts }: RouteBody<typeof api.changeInterview>,
): Promise<void> {
  await change(db, interviewId, version, async (transaction, { workspace_id: workspaceId }) => {
    await checkFacts(transaction, workspaceId, facts);
    return rowOf(transaction, workspaceId, facts);
  });
}

/** @throws AppError `not_found`; `conflict`; `invalid_input` when it would end before it was given */
export async function recordConsent(
  db: Db,
  interviewId: string,
  userId: string | null,
  { version, ...consent }: RouteBody<typeof api.recordConsent>,
): Promise<void> {
  if (consent.until < consent.givenOn) {
    const message = "The consent would end before it was given.";
    throw new AppError("invalid_input", message, { issues: [{ path: "until", code: "too_small", message }] });
  }
  await change(db, interviewId, version, async () => ({ consent: JSON.stringify({ ...consent, by: userId }) }));
}

/**
 * Writes the transcript anew; highlights stay on their words, and those whose words are gone keep them as their quote.
 * @throws AppError `not_found`; `conflict`, also without a consent; `too_large`
 */
export async function saveTranscript(
  db: Db,
  interviewId: string,
  { version, text }: RouteBody<typeof api.saveTranscript>,
): Promise<void> {
  const lines = readTranscript(text);
  if (lines.length > interviewLimits.lines)
    throw new AppError("too_large", `A transcript has ${interviewLimits.lines} lines at most.`);
  await change(db, interviewId, version, async (transaction, before) => {
    if (before.consent === null) throw noConsent();
    await moveHighlights(transaction, interviewId, textOf(before.transcript ?? []), textOf(lines));
    return { transcript: lines.length === 0 ? null : JSON.stringify(lines) };
  });
}

/**
 * An interview that nobody else changes until the transaction ends, and whose consent has not ended.
 * @throws AppError `not_found`; `conflict`
 */
export async function lockInterview(transaction: Db, interviewId: string, version?: number) {
  const row = await transaction
    .withTables<InterviewTables>()
    .selectFrom("interview")
    .select(["id", "workspace_id", "consent", "transcript", "version", "ended_at"])
    .where("id", "=", interviewId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw noInterview();
  if (row.ended_at !== null) {
    throw new AppError("conflict", "The consent of this participant has ended.", {
      remedy: "Nothing can be added any more.",
    });
  }
  if (version !== undefined && row.version !== version) throw changedMeanwhile();
  return row;
}

export function noConsent(): AppError {
  return new AppError("conflict", "This participant has not consented yet.", {
    remedy: "Write their consent down first.",
  });
}

async function change(
  db: Db,
  interviewId: string,
  version: number,
  to: (transaction: Db, before: Awaited<ReturnType<typeof lockInterview>>) => Promise<Row>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const before = await lockInterview(transaction, interviewId, version);
    await transaction
      .withTables<InterviewTables>()
      .updateTable("interview")
      .set({ ...(await to(transaction, before)), version: version + 1 })
      .where("id", "=", interviewId)
      .execute();
  });
}

async function moveHighlights(transaction: Db, interviewId: string, before: string, after: string): Promise<void> {
  const tables = transaction.withTables<InterviewTables>();
  const placed = await tables
    .selectFrom("interview_highlight")
    .select(["id", "starts", "ends"])
    .where("interview_id", "=", interviewId)
    .where("starts", "is not", null)
    .execute();
  const move = passageMover(before, after);
  for (const { id, starts, ends } of placed) {
    const there = move({ start: starts ?? 0, end: ends ?? 0 });
    await tables
      .updateTable("interview_highlight")
      .set({
        starts: there?.start ?? null,
        ends: there?.end ?? null,
        ...(there === null ? {} : { quote: after.slice(there.start, there.end) }),
      })
      .where("id", "=", id)
      .execute();
  }
}

async function checkFacts(db: Db, workspaceId: string, { guideId, personaId }: SomeFacts): Promise<void> {
  if (guideId != null && (await workspaceOfGuide(db, guideId)) !== workspaceId) throw notHere("guideId");
  if (personaId == null) return;
  const personas = await listPersonas(db, workspaceId);
  if (!personas.some(({ id }) => id === personaId)) throw notHere("personaId");
}

/** What is said, as columns. */
async function rowOf(
  db: Db,
  workspaceId: string,
  { guideId, personaId, heldOn, contact, ...same }: SomeFacts,
): Promise<Row> {
  return {
    ...same,
    ...(guideId !== undefined && { guide_id: guideId }),
    ...(personaId !== undefined && { persona_id: personaId }),
    ...(heldOn !== undefined && { held_on: heldOn }),
    ...(contact !== undefined && {
      contact: contact === null ? null : JSON.stringify(contact),
      person_ref: contact === null ? null : ((await identify(db, workspaceId, [contact]))[0]?.ref ?? null),
    }),
  };
}

/** One more than the highest of those that are called by a number. */
function nextNumber(workspaceId: string) {
  return sql<number>`(SELECT coalesce(max(substring(pseudonym FROM '^P([0-9]{1,6})$')::integer), 0) + 1
    FROM interview WHERE workspace_id = ${workspaceId})`;
}
