import type { Kysely } from "kysely";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { addPersonas } from "#persona/index.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import { createDocument } from "../apply.ts";
import { type FilePreview } from "../api/data.ts";
import { collections, readDocument } from "../document.ts";
import { type JourneyFile, namesIn } from "../format/journey-file.ts";
import { draftOf, matchNames, withIds } from "../format/match-names.ts";
import { readText } from "../format/read-text.ts";
import { readWorkbook } from "../format/read-workbook.ts";
import { FileRefused, refused } from "../format/refusal.ts";
import { keptLimits } from "../limits.ts";
import type { Journey, JourneyDocument } from "../model.ts";
import { insertJourney } from "./commands.ts";
import { namesOfWorkspace } from "./current-file.ts";
import { refusalAsError } from "./editor.ts";
import { existingJourney, getSummary } from "./queries.ts";
import { readXlsx } from "./read-xlsx.ts";
import { replaceJourney, type VersionDeps } from "./versions.ts";

/** A file as it was sent. */
export interface SentFile {
  name: string;
  bytes: Buffer;
}

/** What a file would make in a workspace; nothing is changed. @throws AppError `file_unreadable` naming where */
export async function previewFile(deps: VersionDeps, workspaceId: string, sent: SentFile): Promise<FilePreview> {
  const file = read(sent, deps.newId);
  const document = settled(file.document);
  const { missing } = matchNames(document, file.names, await namesOfWorkspace(deps.db, workspaceId));
  const channels = new Map(file.names.channels.map(({ id, name }) => [id, name]));
  const count = (from: JourneyDocument) => collections.reduce((sum, list) => sum + from[list].length, 0);
  const counts = Object.fromEntries(collections.map((list) => [list, document[list].length]));
  return {
    name: titleOf(document, sent),
    kind: file.journey.kind,
    state: file.journey.state,
    counts: counts as FilePreview["counts"],
    leftOut: count(file.document) - count(document),
    missing: {
      touchpoints: missing.touchpoints.map(({ name, channelId }) => ({
        name,
        channel: channels.get(channelId ?? "") ?? null,
      })),
      personas: missing.personas.map(({ name }) => name),
    },
    document,
  };
}

/** Makes a journey of a file, with all that it needs, or nothing at all. @throws AppError `file_unreadable` naming where */
export async function importFile(
  deps: VersionDeps,
  workspaceId: string,
  sent: SentFile,
  { name, createMissing }: { name?: string | undefined; createMissing: boolean },
): Promise<Journey> {
  const file = read(sent, deps.newId);
  const { kind, state, tags } = file.journey;
  const id = await deps.db.transaction().execute(async (db) => {
    const document = await placed(db, workspaceId, file, createMissing);
    const journey = { name: name || titleOf(document, sent), kind, state, tags, document };
    return insertJourney({ ...deps, db }, workspaceId, journey);
  });
  return existingJourney(deps.db, id);
}

/**
 * Makes a journey say what a file says, as one edit, after keeping a version of what it says now.
 * @throws AppError `not_found`; `file_unreadable` naming where, before anything is changed
 */
export async function replaceByFile(
  deps: VersionDeps,
  journeyId: string,
  userId: string | null,
  sent: SentFile,
  { createMissing }: { createMissing: boolean },
): Promise<Journey> {
  const { workspaceId } = await getSummary(deps.db, journeyId);
  const file = read(sent, deps.newId);
  const document = await deps.db.transaction().execute((db) => placed(db, workspaceId, file, createMissing));
  await replaceJourney(deps, journeyId, userId, document);
  return existingJourney(deps.db, journeyId);
}

/** The document with the workspace's touchpoints and personas, of which it gets what it lacks when that is wanted. */
async function placed(
  db: Kysely<Database>,
  workspaceId: string,
  file: JourneyFile,
  createMissing: boolean,
): Promise<JourneyDocument> {
  const document = settled(file.document);
  const known = await namesOfWorkspace(db, workspaceId);
  const { touchpoints, personas, missing } = matchNames(document, file.names, known);
  if (createMissing) {
    const { draft, keys } = draftOf(missing.touchpoints, file.names, known);
    const library = await ensureLibrary(db, workspaceId, draft);
    const idOf = new Map(library.touchpoints.map(({ id, key }) => [key, id]));
    for (const { id } of missing.touchpoints) touchpoints.set(id, idOf.get(keys.get(id) ?? "") ?? id);
    const made = await addPersonas(
      db,
      workspaceId,
      missing.personas.map(({ name, summary }) => ({ name: name.slice(0, 80), summary: summary.slice(0, 1000) })),
    );
    for (const [index, { id }] of made.entries()) personas.set(missing.personas[index]?.id ?? "", id);
  }
  return withIds(document, touchpoints, personas);
}

function settled(document: JourneyDocument): JourneyDocument {
  return refusalAsError(() => readDocument(createDocument(document)));
}

function read({ name, bytes }: SentFile, newId: () => string): JourneyFile {
  try {
    const isArchive = bytes.subarray(0, 2).toString("latin1") === "PK";
    const file = isArchive
      ? readWorkbook(readXlsx(bytes), baseOf(name), newId)
      : readText(textOf(bytes), baseOf(name), newId);
    const { length } = namesIn(file.document, file.names).personas;
    if (length > keptLimits.personas)
      throw refused("tooMany", "personas", `${length} where a file names ${keptLimits.personas} at most`);
    return file;
  } catch (error) {
    throw error instanceof FileRefused ? asAppError(error) : error;
  }
}

/** UTF-8, or what spreadsheets on Windows write when they are not asked. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** What a journey of a file is called: as it says, else as the file is called. */
function titleOf(document: JourneyDocument, { name }: SentFile): string {
  return document.name.trim() || baseOf(name);
}

/** The name of a file without its ending, unless it is nothing else (`.csv`). */
function baseOf(name: string): string {
  return name
    .replace(/(?<=\S)\.\w{1,5}$/, "")
    .trim()
    .slice(0, 200);
}

function asAppError(refusal: FileRefused): AppError {
  return new AppError("file_unreadable", "The file does not make a journey.", {
    remedy: "Correct what the issues name, or choose another file.",
    issues: refusal.problems.map(({ where, code, message }) => ({ path: where, code, message })),
    cause: refusal,
  });
}
