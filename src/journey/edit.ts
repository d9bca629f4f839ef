/**
 * Every change to the document of a journey, for the browser, the API and the command line alike. Each function is one
 * transaction that either happens whole or throws `EditRefused` and changes nothing; wrap several in
 * `doc.transact(() => …, origin)` to make them one. An `index` is a place among the siblings as they are shown, the
 * moved item left out; without it, the end.
 */
import * as Y from "yjs";
import { difference } from "./difference.ts";
import { collectionOf, entriesOf, holdsCards, laneKind, metaOf, shownStages } from "./document.ts";
import {
  cardFields,
  checkExpectation,
  checkImportance,
  checkName,
  checkText,
  laneFields,
  placementFields,
  stageFields,
  stepFields,
} from "./fields.ts";
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
} from "./items.ts";
import type { Card, Lane, Placement, Stage, Step } from "./model.ts";
import { EditRefused } from "./refusal.ts";

export function renameJourney(doc: Y.Doc, name: string): void {
  checkName(name);
  setField(metaOf(doc), "name", name);
}

export function addStage(doc: Y.Doc, stage: Stage, index?: number): void {
  addItem(doc, "stages", { id: stage.id, fields: stageFields(stage) }, stageSiblings(doc), index);
}

export function renameStage(doc: Y.Doc, id: string, name: string): void {
  checkName(name);
  setField(itemOf(doc, "stages", id), "name", name);
}

export function moveStage(doc: Y.Doc, id: string, index: number): void {
  moveItem(doc, "stages", { id, fields: {} }, stageSiblings(doc), index);
}

/** Deletes a stage; its steps go to the end of the stage before it, or to the start of the one after (J12). */
export function deleteStage(doc: Y.Doc, id: string): void {
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

export function addStep(doc: Y.Doc, step: Step, index?: number): void {
  itemOf(doc, "stages", step.stageId);
  addItem(doc, "steps", { id: step.id, fields: stepFields(step) }, stepSiblings(doc, step.stageId), index);
}

export function renameStep(doc: Y.Doc, id: string, name: string): void {
  checkName(name);
  setField(itemOf(doc, "steps", id), "name", name);
}

export function moveStep(doc: Y.Doc, id: string, to: { stageId: string; index: number }): void {
  itemOf(doc, "stages", to.stageId);
  moveItem(doc, "steps", { id, fields: { stageId: to.stageId } }, stepSiblings(doc, to.stageId), to.index);
}

/** Deletes a step with its cards and placements. */
export function deleteStep(doc: Y.Doc, id: string): void {
  itemOf(doc, "steps", id);
  doc.transact(() => {
    removeItems(doc, "cards", (card) => card.get("stepId") === id);
    removeItems(doc, "placements", (placement) => placement.get("stepId") === id);
    collectionOf(doc, "steps").delete(id);
  });
}

export function addLane(doc: Y.Doc, lane: Lane, index?: number): void {
  addItem(doc, "lanes", { id: lane.id, fields: laneFields(lane) }, laneSiblings(doc), index);
}

export function renameLane(doc: Y.Doc, id: string, name: string): void {
  checkName(name);
  setField(itemOf(doc, "lanes", id), "name", name);
}

export function moveLane(doc: Y.Doc, id: string, index: number): void {
  moveItem(doc, "lanes", { id, fields: {} }, laneSiblings(doc), index);
}

/** Deletes a lane with its cards. */
export function deleteLane(doc: Y.Doc, id: string): void {
  itemOf(doc, "lanes", id);
  doc.transact(() => {
    removeItems(doc, "cards", (card) => card.get("laneId") === id);
    collectionOf(doc, "lanes").delete(id);
  });
}

export function addCard(doc: Y.Doc, card: Card, index?: number): void {
  checkCell(doc, card);
  addItem(doc, "cards", { id: card.id, fields: cardFields(card) }, cardSiblings(doc, card), index);
}

/** Writes only what differs, so that what others type into the same card at the same time stays. */
export function setCardText(doc: Y.Doc, id: string, text: string): void {
  checkText(text);
  const card = itemOf(doc, "cards", id);
  const current = card.get("text");
  if (!(current instanceof Y.Text)) {
    card.set("text", new Y.Text(text));
    return;
  }
  const { start, removed, inserted } = difference(current.toJSON(), text);
  doc.transact(() => {
    if (removed > 0) current.delete(start, removed);
    if (inserted !== "") current.insert(start, inserted);
  });
}

export function moveCard(doc: Y.Doc, id: string, to: { stepId: string; laneId: string; index: number }): void {
  checkCell(doc, to);
  moveItem(doc, "cards", { id, fields: { stepId: to.stepId, laneId: to.laneId } }, cardSiblings(doc, to), to.index);
}

export function deleteCard(doc: Y.Doc, id: string): void {
  itemOf(doc, "cards", id);
  collectionOf(doc, "cards").delete(id);
}

/** Places a touchpoint on a step, where it may be once. */
export function placeTouchpoint(doc: Y.Doc, placement: Placement, index?: number): void {
  itemOf(doc, "steps", placement.stepId);
  checkFree(doc, placement);
  addItem(
    doc,
    "placements",
    { id: placement.id, fields: placementFields(placement) },
    placementSiblings(doc, placement.stepId),
    index,
  );
}

export function movePlacement(doc: Y.Doc, id: string, to: { stepId: string; index: number }): void {
  const touchpointId = itemOf(doc, "placements", id).get("touchpointId");
  itemOf(doc, "steps", to.stepId);
  checkFree(doc, { id, touchpointId, stepId: to.stepId });
  moveItem(doc, "placements", { id, fields: { stepId: to.stepId } }, placementSiblings(doc, to.stepId), to.index);
}

/** Takes a touchpoint off a step, with what a merge may have left of it beside. */
export function removePlacement(doc: Y.Doc, id: string): void {
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
  checkImportance(importance);
  setField(itemOf(doc, "placements", id), "importance", importance);
}

export function setMomentOfTruth(doc: Y.Doc, id: string, isMomentOfTruth: boolean): void {
  setField(itemOf(doc, "placements", id), "momentOfTruth", isMomentOfTruth);
}

/** In the unit of the touchpoint's main metric, or null for the metric's default. */
export function setExpectation(doc: Y.Doc, id: string, expectation: number | null): void {
  checkExpectation(expectation);
  setField(itemOf(doc, "placements", id), "expectation", expectation);
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
