import type { Kysely } from "kysely";
import { AppError } from "#platform/errors.ts";
import type { Database } from "#platform/database.ts";
import type { RouteResponse } from "#platform/http/route.ts";
import type { copyLane as copyLaneRoute } from "../api/atlas.ts";
import { readDocument } from "../document.ts";
import * as edit from "../edit.ts";
import { copyOfLane } from "../lane-copy.ts";
import type { Journey } from "../model.ts";
import { createJourney, type JourneyDeps } from "./commands.ts";
import { currentJourney } from "./current.ts";
import { workspaceOfJourney } from "./queries.ts";
import type { JourneyTables } from "./tables.ts";

/** A second journey that says the same, with the same ids inside. @throws AppError `not_found` */
export async function duplicateJourney(deps: JourneyDeps, id: string, name: string): Promise<Journey> {
  const { workspaceId, kind, state, document, tags } = await currentJourney(deps, id);
  return createJourney(deps, workspaceId, { name, kind, state, document, tags });
}

/**
 * Copies a lane with its cards, or its emotions, to another journey of the same workspace, as one edit there.
 * @throws AppError `not_found` when the journey, the lane or the other journey is not there; `invalid_input` for a lane that holds neither
 */
export async function copyLane(
  { db, newId, editor }: Pick<JourneyDeps, "db" | "newId" | "editor">,
  { journeyId, laneId }: { journeyId: string; laneId: string },
  toJourneyId: string,
  userId: string | null,
): Promise<RouteResponse<typeof copyLaneRoute>> {
  const { workspaceId, document } = await currentJourney({ db, editor }, journeyId);
  if (!document.lanes.some(({ id }) => id === laneId)) throw new AppError("not_found", "There is no such lane.");
  if ((await workspaceOfJourney(db, toJourneyId)) !== workspaceId)
    throw new AppError("not_found", "There is no such journey to copy to.");
  return editor.edit(toJourneyId, userId, (doc) => {
    const copy = copyOfLane(document, laneId, readDocument(doc), newId);
    if (copy === null) throw new AppError("invalid_input", "A lane of this kind has nothing to copy.");
    const { lane, cards, emotions, leftEmotions, unmatched } = copy;
    if (copy.isNew) edit.addLane(doc, lane);
    for (const card of cards) edit.addCard(doc, card);
    for (const { value, ...place } of emotions) edit.setEmotion(doc, place, value);
    return { laneId: lane.id, cards: cards.length, emotions: emotions.length, leftEmotions, unmatched };
  });
}

/** A journey as what is measured on it. */
export interface MeasuredJourney {
  id: string;
  parentId: string | null;
  /** Each once, or once for each expectation that the journey has of it. */
  touchpoints: { id: string; expectation: number | null }[];
}

/** Where a map shows a touchpoint. */
export interface Place {
  journeyId: string;
  placementId: string;
}

/** A place of each touchpoint that a map of the workspace places: on one as it is lived, where there is one. */
export async function placesOfTouchpoints(db: Kysely<Database>, workspaceId: string): Promise<Map<string, Place>> {
  const rows = await db
    .withTables<JourneyTables>()
    .selectFrom("journey")
    .innerJoin("journey_placement", "journey_placement.journey_id", "journey.id")
    .select(["journey.id as journeyId", "journey_placement.id as placementId", "touchpoint_id as touchpointId"])
    .distinctOn("touchpoint_id")
    .where("workspace_id", "=", workspaceId)
    .orderBy("touchpoint_id")
    .orderBy((eb) => eb("journey.state", "=", "lived"), "desc")
    .orderBy("journey.id")
    .execute();
  return new Map(rows.map(({ touchpointId, ...place }) => [touchpointId, place]));
}

/** The touchpoints of every journey of a workspace. */
export async function touchpointsByJourney(db: Kysely<Database>, workspaceId: string): Promise<MeasuredJourney[]> {
  const rows = await db
    .withTables<JourneyTables>()
    .selectFrom("journey")
    .leftJoin("journey_placement", "journey_placement.journey_id", "journey.id")
    .select(["journey.id", "journey.parent_id as parentId", "touchpoint_id as touchpointId", "expectation"])
    .distinct()
    .where("workspace_id", "=", workspaceId)
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => ({
    id,
    parentId: own[0]?.parentId ?? null,
    touchpoints: own.flatMap(({ touchpointId, expectation }) =>
      touchpointId === null ? [] : [{ id: touchpointId, expectation }],
    ),
  }));
}
