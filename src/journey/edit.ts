/**
 * Every change to the document of a journey, for the browser, the API and the command line alike. Each function is one
 * transaction that either happens whole or throws `EditRefused` and changes nothing; wrap several in
 * `doc.transact(() => …, origin)` to make them one. An `index` is a place among the siblings as they are shown, the
 * moved item left out; without it, the end.
 */
import type * as Y from "yjs";
import {
  type Collection,
  type Item,
  collectionOf,
  entriesOf,
  holdsCards,
  laneKind,
  metaOf,
  shownStages,
} from "./document.ts";
import { type EmotionPlace, emotionId, nudgeEmotion } from "./emotion.ts";
import { checkDetails, checkName, checkText, type Detailed, Details, type DetailsOf, fieldsOf } from "./fields.ts";
import {
  addItem,
  cardSiblings,
  itemOf,
  laneSiblings,
  moveItem,
  placementSiblings,
  removeItems,
  setField,
  stageSiblings,
  stepSiblings,
  writeText,
} from "./items.ts";
import type { z } from "zod";
import type { Card, Lane, Link, Placement, Stage, Step } from "./model.ts";
import { EditRefused } from "./refusal.ts";

export { emotionId } from "./emotion.ts";

export function renameJourney(doc: Y.Doc, name: string): void {
  checkName(name);
  setField(metaOf(doc), "name", name);
}

export function addStage(doc: Y.Doc, stage: z.input<typeof Stage>, index?: number): void {
  checkUnlocked(doc, "stages");
  addItem(doc, "stages", { id: stage.id, fields: fieldsOf("stages", stage) }, stageSiblings(doc), index);
}

export function renameStage(doc: Y.Doc, id: string, name: string): void {
  checkUnlocked(doc, "stages");
  checkName(name);
  setField(itemOf(doc, "stages", id), "name", name);
}

export function moveStage(doc: Y.Doc, id: string, index: number): void {
  checkUnlocked(doc, "stages");
  moveItem(doc, "stages", { id, fields: {} }, stageSiblings(doc), index);
}

/** Deletes a stage; its steps go to the end of the stage before it, or to the start of the one after (J12). */
export function deleteStage(doc: Y.Doc, id: string): void {
  checkUnlocked(doc, "stages");
  const stage = itemOf(doc, "stages", id);
  const shown = shownStages(doc).entries.map((entry) => entry.id);
  const position = shown.indexOf(id);
  const heir = shown[position - 1] ?? shown[position + 1];
  const steps = stepSiblings(doc, id);
  if (heir === undefined && steps.length > 0) throw new EditRefused("needed", "stages");
  doc.transact(() => {
    if (heir !== undefined) {
      const isBefore = shown[position - 1] === heir;
      const start = isBefore ? stepSiblings(doc, heir).length : 0;
      steps.forEach((step, offset) => moveStep(doc, step.id, { stageId: heir, index: start + offset }));
    }
    stage.set("deleted", true);
  });
}

export function addStep(doc: Y.Doc, step: z.input<typeof Step>, index?: number): void {
  checkUnlocked(doc, "steps");
  itemOf(doc, "stages", step.stageId);
  addItem(doc, "steps", { id: step.id, fields: fieldsOf("steps", step) }, stepSiblings(doc, step.stageId), index);
}

export function renameStep(doc: Y.Doc, id: string, name: string): void {
  checkUnlocked(doc, "steps");
  checkName(name);
  setField(itemOf(doc, "steps", id), "name", name);
}

export function moveStep(doc: Y.Doc, id: string, to: { stageId: string; index: number }): void {
  checkUnlocked(doc, "steps");
  itemOf(doc, "stages", to.stageId);
  moveItem(doc, "steps", { id, fields: { stageId: to.stageId } }, stepSiblings(doc, to.stageId), to.index);
}

/** Deletes a step with its cards, placements, links and emotions. */
export function deleteStep(doc: Y.Doc, id: string): void {
  checkUnlocked(doc, "steps");
  itemOf(doc, "steps", id);
  for (const { item } of entriesOf(doc, "cards", (card) => card.get("stepId") === id))
    checkLaneOpen(doc, item.get("laneId"));
  if (entriesOf(doc, "emotions", (point) => point.get("stepId") === id).length > 0) checkEmotionsOpen(doc);
  doc.transact(() => {
    removeItems(doc, "cards", (card) => card.get("stepId") === id);
    removeItems(doc, "placements", (placement) => placement.get("stepId") === id);
    removeItems(doc, "links", (link) => link.get("fromStepId") === id || link.get("toStepId") === id);
    removeItems(doc, "emotions", (point) => point.get("stepId") === id);
    collectionOf(doc, "steps").delete(id);
  });
}

export function addLane(doc: Y.Doc, lane: z.input<typeof Lane>, index?: number): void {
  checkUnlocked(doc, "lanes");
  addItem(doc, "lanes", { id: lane.id, fields: fieldsOf("lanes", lane) }, laneSiblings(doc), index);
}

export function renameLane(doc: Y.Doc, id: string, name: string): void {
  checkUnlocked(doc, "lanes");
  checkName(name);
  setField(itemOf(doc, "lanes", id), "name", name);
}

export function moveLane(doc: Y.Doc, id: string, index: number): void {
  checkUnlocked(doc, "lanes");
  moveItem(doc, "lanes", { id, fields: {} }, laneSiblings(doc), index);
}

/** Deletes a lane with its cards. */
export function deleteLane(doc: Y.Doc, id: string): void {
  checkUnlocked(doc, "lanes");
  itemOf(doc, "lanes", id);
  checkLaneOpen(doc, id);
  doc.transact(() => {
    removeItems(doc, "cards", (card) => card.get("laneId") === id);
    collectionOf(doc, "lanes").delete(id);
  });
}

export function addCard(doc: Y.Doc, card: z.input<typeof Card>, index?: number): void {
  checkLaneOpen(doc, card.laneId);
  checkCell(doc, card);
  addItem(doc, "cards", { id: card.id, fields: fieldsOf("cards", card) }, cardSiblings(doc, card), index);
}

/**
 * Writes only what differs, so that what others type into the same card at the same time stays: from what the card says,
 * or from what it said when it was last `shown` to whoever types.
 */
export function setCardText(doc: Y.Doc, id: string, text: string, shown?: string): void {
  checkText(text);
  const card = itemOf(doc, "cards", id);
  checkLaneOpen(doc, card.get("laneId"));
  doc.transact(() => writeText(card, text, shown));
}

export function moveCard(doc: Y.Doc, id: string, to: { stepId: string; laneId: string; index: number }): void {
  checkCell(doc, to);
  checkLaneOpen(doc, itemOf(doc, "cards", id).get("laneId"));
  checkLaneOpen(doc, to.laneId);
  checkUnlocked(doc, "cards");
  moveItem(doc, "cards", { id, fields: { stepId: to.stepId, laneId: to.laneId } }, cardSiblings(doc, to), to.index);
}

export function deleteCard(doc: Y.Doc, id: string): void {
  checkLaneOpen(doc, itemOf(doc, "cards", id).get("laneId"));
  collectionOf(doc, "cards").delete(id);
}

/** Places a touchpoint on a step, where it may be once. */
export function placeTouchpoint(doc: Y.Doc, placement: z.input<typeof Placement>, index?: number): void {
  checkUnlocked(doc, "placements");
  itemOf(doc, "steps", placement.stepId);
  checkFree(doc, placement);
  addItem(
    doc,
    "placements",
    { id: placement.id, fields: fieldsOf("placements", placement) },
    placementSiblings(doc, placement.stepId),
    index,
  );
}

export function movePlacement(doc: Y.Doc, id: string, to: { stepId: string; index: number }): void {
  checkUnlocked(doc, "placements");
  const touchpointId = itemOf(doc, "placements", id).get("touchpointId");
  itemOf(doc, "steps", to.stepId);
  checkFree(doc, { id, touchpointId, stepId: to.stepId });
  moveItem(doc, "placements", { id, fields: { stepId: to.stepId } }, placementSiblings(doc, to.stepId), to.index);
}

/** Takes a touchpoint off a step, with what a merge may have left of it beside. */
export function removePlacement(doc: Y.Doc, id: string): void {
  checkUnlocked(doc, "placements");
  const removed = itemOf(doc, "placements", id);
  const [stepId, touchpointId] = [removed.get("stepId"), removed.get("touchpointId")];
  doc.transact(() =>
    removeItems(
      doc,
      "placements",
      (placement) => placement.get("stepId") === stepId && placement.get("touchpointId") === touchpointId,
    ),
  );
}

/** 1–5, or null for «not said». */
export function setImportance(doc: Y.Doc, id: string, importance: number | null): void {
  setDetails(doc, "placements", id, { importance });
}

export function setMomentOfTruth(doc: Y.Doc, id: string, isMomentOfTruth: boolean): void {
  setDetails(doc, "placements", id, { momentOfTruth: isMomentOfTruth });
}

/** In the unit of the touchpoint's main metric, or null for the metric's default. */
export function setExpectation(doc: Y.Doc, id: string, expectation: number | null): void {
  setDetails(doc, "placements", id, { expectation });
}

/** Writes those details of an item that are given. A locked lane lets only its own details be changed. */
export function setDetails<Kind extends Detailed>(doc: Y.Doc, kind: Kind, id: string, details: DetailsOf<Kind>): void {
  checkDetails(kind, details);
  const item = itemOf(doc, kind, id);
  if (kind === "cards") checkLaneOpen(doc, item.get("laneId"));
  if (kind === "links" && "kind" in details) checkApart({ ...(item.toJSON() as LinkEnds), kind: details.kind });
  doc.transact(() => {
    for (const [key, value] of Object.entries(details))
      if (Object.hasOwn(Details[kind].shape, key) && value !== undefined) setField(item, key, value);
  });
}

/** Writes those words of the framing sheet that are given. */
export function setFraming(doc: Y.Doc, framing: DetailsOf<"framing">): void {
  checkDetails("framing", framing);
  doc.transact(() => {
    for (const [key, value] of Object.entries(framing)) setField(metaOf(doc), `framing.${key}`, value);
  });
}

export function setCycle(doc: Y.Doc, isCycle: boolean): void {
  setField(metaOf(doc), "isCycle", isCycle);
}

/** Locks the structure: stages, steps, lanes, touchpoints and links stay as they are, cards can still be added (J24). */
export function setLocked(doc: Y.Doc, isLocked: boolean): void {
  setField(metaOf(doc), "isLocked", isLocked);
}

type LinkEnds = Pick<z.input<typeof Link>, "fromStepId" | "toStepId" | "fromPlacementId" | "toPlacementId"> & {
  kind: unknown;
};

/** Joins two steps, or two touchpoints that a customer falls between. */
export function addLink(doc: Y.Doc, link: z.input<typeof Link>, index?: number): void {
  checkUnlocked(doc, "links");
  itemOf(doc, "steps", link.fromStepId);
  itemOf(doc, "steps", link.toStepId);
  checkOn(doc, link.fromPlacementId, link.fromStepId);
  checkOn(doc, link.toPlacementId, link.toStepId);
  checkApart(link);
  addItem(doc, "links", { id: link.id, fields: fieldsOf("links", link) }, entriesOf(doc, "links"), index);
}

export function deleteLink(doc: Y.Doc, id: string): void {
  checkUnlocked(doc, "links");
  itemOf(doc, "links", id);
  collectionOf(doc, "links").delete(id);
}

/** Sets an assumed emotion, −2 … +2, or takes it away with null. */
export function setEmotion(doc: Y.Doc, place: EmotionPlace, value: number | null): void {
  itemOf(doc, "steps", place.stepId);
  if (place.personaId !== null) itemOf(doc, "personas", place.personaId);
  if (value !== null) checkDetails("emotions", { value });
  checkEmotionsOpen(doc);
  const points = entriesOf(doc, "emotions", (point) => isAt(point, place));
  doc.transact(() => {
    for (const { id, item } of points) {
      if (value === null) collectionOf(doc, "emotions").delete(id);
      else setField(item, "value", value);
    }
    if (value !== null && points.length === 0)
      addItem(doc, "emotions", { id: emotionId(place), fields: { ...place, value } }, []);
  });
}

/** Moves an assumed emotion by one grain from what it is by now; what was unknown starts from neutral. */
export function shiftEmotion(doc: Y.Doc, place: EmotionPlace, direction: 1 | -1): void {
  const now = entriesOf(doc, "emotions", (point) => isAt(point, place))[0]?.item.get("value");
  setEmotion(doc, place, nudgeEmotion(typeof now === "number" ? now : null, direction));
}

function isAt(point: Item, { personaId, state, stepId }: EmotionPlace): boolean {
  return (
    point.get("stepId") === stepId &&
    (point.get("personaId") ?? null) === personaId &&
    (point.get("state") ?? "lived") === state
  );
}

/** Lets the map tell of a persona of the workspace, of five at most. */
export function addPersona(doc: Y.Doc, personaId: string, index?: number): void {
  addItem(doc, "personas", { id: personaId, fields: {} }, entriesOf(doc, "personas"), index);
}

/** Takes a persona off the map with its curves; cards that are said for it stay. */
export function removePersona(doc: Y.Doc, personaId: string): void {
  itemOf(doc, "personas", personaId);
  doc.transact(() => {
    removeItems(doc, "emotions", (point) => point.get("personaId") === personaId);
    collectionOf(doc, "personas").delete(personaId);
  });
}

/** @throws EditRefused `locked` when what a thing is called, or says, is kept as it is (J24, J25). */
export function checkWritable(doc: Y.Doc, kind: "stages" | "steps" | "lanes" | "cards", id: string): void {
  if (kind === "cards") checkLaneOpen(doc, itemOf(doc, kind, id).get("laneId"));
  else checkUnlocked(doc, kind);
}

function checkUnlocked(doc: Y.Doc, subject: Collection): void {
  if (metaOf(doc).get("isLocked") === true) throw new EditRefused("locked", subject);
}

/** Emotions belong to no lane: they are locked with the lanes that draw them. */
function checkEmotionsOpen(doc: Y.Doc): void {
  const lanes = entriesOf(doc, "lanes", (lane) => lane.get("kind") === "emotion");
  if (lanes.length > 0 && lanes.every(({ item }) => item.get("isLocked") === true))
    throw new EditRefused("locked", "emotions");
}

function checkLaneOpen(doc: Y.Doc, laneId: unknown): void {
  const lane = typeof laneId === "string" ? collectionOf(doc, "lanes").get(laneId) : undefined;
  if (lane?.get("isLocked") === true) throw new EditRefused("locked", "cards");
}

function checkOn(doc: Y.Doc, placementId: string | null | undefined, stepId: string): void {
  if (placementId != null && itemOf(doc, "placements", placementId).get("stepId") !== stepId)
    throw new EditRefused("invalid", "links");
}

/** A link is between two steps; a break may be between two touchpoints of one, or between one and the step. */
function checkApart({ kind, fromStepId, toStepId, fromPlacementId, toPlacementId }: LinkEnds): void {
  const isBetweenPlaces = kind === "break" && (fromPlacementId ?? null) !== (toPlacementId ?? null);
  if (fromStepId === toStepId && !isBetweenPlaces) throw new EditRefused("invalid", "links");
}

function checkCell(doc: Y.Doc, cell: { stepId: string; laneId: string }): void {
  itemOf(doc, "steps", cell.stepId);
  const kind = laneKind(itemOf(doc, "lanes", cell.laneId).get("kind"));
  if (kind === null || !holdsCards(kind)) throw new EditRefused("invalid", "cards");
}

/** A step has a touchpoint once. */
function checkFree(doc: Y.Doc, wanted: { id: string; stepId: string; touchpointId: unknown }): void {
  const isTaken = entriesOf(doc, "placements").some(
    ({ id, item }) =>
      id !== wanted.id && item.get("stepId") === wanted.stepId && item.get("touchpointId") === wanted.touchpointId,
  );
  if (isTaken) throw new EditRefused("taken", "placements");
}
