import type { Kysely } from "kysely";
import type { JourneyMeasures, PeriodAndSplit } from "#insight/model.ts";
import { listPersonas } from "#persona/index.ts";
import type { Database } from "#platform/database.ts";
import { AppError } from "#platform/errors.ts";
import { getLibrary } from "#touchpoint/index.ts";
import type { FiguresWanted } from "../api/exports.ts";
import type { Journey } from "../model.ts";
import type { Drawing } from "../render/drawing.ts";
import { mapInput, type MapInput, type Picture } from "../render/input.ts";
import { findImage } from "./images.ts";
import { getJourney } from "./queries.ts";

export interface DrawDeps {
  db: Kysely<Database>;
  now: () => Date;
  /** The measures of a journey; no bound: all its data on that side. */
  measure: (journeyId: string, asked?: PeriodAndSplit) => Promise<JourneyMeasures>;
}

/** Shapes that one file may hold: some three times the largest map that is pleasant to work on. */
const mostShapes = 60_000;

/**
 * Everything that the map of a journey is drawn from, as it was last stored.
 * @throws AppError `not_found`
 */
export async function readMapInput(
  { db, now, measure }: DrawDeps,
  journeyId: string,
  { measures, ...asked }: FiguresWanted,
): Promise<MapInput> {
  const journey = await getJourney(db, journeyId);
  if (journey === null) throw new AppError("not_found", "There is no such journey.");
  const [library, personas, measured, images] = await Promise.all([
    getLibrary(db, journey.workspaceId),
    listPersonas(db, journey.workspaceId),
    measures ? measure(journeyId, asked) : null,
    readPictures(db, journey),
  ]);
  const filter = [asked.filter ?? []].flat();
  const day = now().toISOString().slice(0, 10);
  return mapInput(journey, { day, library, personas, measures: measured, filter, images });
}

/** @throws AppError `too_large` when no reader could open the file. */
export function checkSize(drawings: readonly Drawing[]): void {
  const shapes = drawings.reduce((sum, drawing) => sum + drawing.shapes.length, 0);
  if (shapes <= mostShapes) return;
  throw new AppError("too_large", `This map has ${shapes} shapes; a file holds at most ${mostShapes}.`, {
    remedy: "Fold or hide lanes, and export it in parts.",
  });
}

/** The pictures on the cards that are seen, one after the other: they can be large. */
export async function readPictures(
  db: Kysely<Database>,
  { workspaceId, document }: Pick<Journey, "workspaceId" | "document">,
): Promise<Map<string, Picture>> {
  const shown = new Set(
    document.lanes.filter(({ isHidden, isCollapsed }) => !isHidden && !isCollapsed).map(({ id }) => id),
  );
  const ids = new Set(
    document.cards.flatMap(({ laneId, imageId }) => (imageId !== null && shown.has(laneId) ? [imageId] : [])),
  );
  const pictures = new Map<string, Picture>();
  for (const id of ids) {
    const image = await findImage(db, workspaceId, id);
    if (image === null) continue;
    const { type, bytes, width, height } = image;
    pictures.set(id, { href: `data:${type};base64,${bytes.toString("base64")}`, width, height });
  }
  return pictures;
}
