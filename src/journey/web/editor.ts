import type * as Y from "yjs";
import { holdsCards } from "../document.ts";
import * as edit from "../edit.ts";
import { placeAmongAll } from "../lane-groups.ts";
import type { LaneKind } from "../model.ts";
import { EditRefused } from "../refusal.ts";
import { createUndo } from "../undo.ts";
import { type ItemRef, newItemId, refOf } from "./item.ts";
import type { MapView } from "./map-view.ts";
import { type Store, createStore } from "./store.ts";

export type Direction = "left" | "right" | "up" | "down";
/** A place for an item: among the stages, in a stage, among the lanes that are shown, or in a cell. */
export interface Place {
  index: number;
  stageId?: string;
  stepId?: string;
  laneId?: string;
}
export interface UndoState {
  canUndo: boolean;
  canRedo: boolean;
}

/** A deed just done; it can be taken back until something else is done or undone. */
export interface Removal {
  takeBack: () => void;
  /** Tells once when it cannot be taken back any more. */
  whenPast: (tell: () => void) => void;
}

/** What an editor's hands can do to the map. Every deed is one thing to undo; what is new answers its ref. */
export interface MapEditor {
  addStage: (name: string, index?: number) => string | null;
  addStep: (stageId: string, index?: number) => string | null;
  addLane: (kind: LaneKind, index?: number) => string | null;
  addCard: (laneId: string, stepId: string, index?: number) => string | null;
  place: (stepId: string, touchpointId: string) => string | null;
  renameJourney: (name: string) => void;
  /** Whether it may be written; what is locked may not, which is told. */
  mayWrite: (item: ItemRef) => boolean;
  /** The name of a stage, step or lane; the text of a card, typed over what it said when it was last shown. */
  write: (item: ItemRef, text: string, shown?: string) => void;
  setImportance: (placementId: string, importance: number | null) => void;
  setMomentOfTruth: (placementId: string, isMomentOfTruth: boolean) => void;
  setExpectation: (placementId: string, expectation: number | null) => void;
  /** Any other deed, of one or several calls of `edit.ts`; false when it was refused. */
  change: (deed: (doc: Y.Doc) => void) => boolean;
  /** One place further; false when there is none. */
  shift: (item: ItemRef, direction: Direction) => boolean;
  moveTo: (item: ItemRef, place: Place) => void;
  remove: (item: ItemRef) => Removal | null;
  /** Whether it was made by the last deed. */
  isNew: (item: ItemRef) => boolean;
  /** Takes away what was left empty; what was only just made leaves nothing to undo. */
  discard: (item: ItemRef) => void;
  /** What was done last. */
  latest: () => Removal;
  undo: () => void;
  redo: () => void;
  undoState: Store<UndoState>;
  close: () => void;
}

/** Edits the document as oneself; a refused edit changes nothing and is told to `onRefused`. */
export function createEditor(
  doc: Y.Doc,
  view: () => MapView | null,
  onRefused: (refusal: EditRefused) => void,
): MapEditor {
  const origin = {};
  const undo = createUndo(doc, origin);
  const undoState = createStore<UndoState>({ canUndo: false, canRedo: false });
  const report = () => {
    const [canUndo, canRedo] = [undo.canUndo(), undo.canRedo()];
    const before = undoState.get();
    if (canUndo !== before.canUndo || canRedo !== before.canRedo) undoState.set({ canUndo, canRedo });
  };
  undo.on("stack-item-added", report);
  undo.on("stack-item-popped", report);

  const attempt = (deed: () => void): boolean => {
    try {
      doc.transact(deed, origin);
      return true;
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error;
      onRefused(error);
      return false;
    }
  };
  let newest: { id: string; entry: unknown } | null = null;
  const create = (kind: ItemRef["kind"], add: (id: string) => void): string | null => {
    const id = newItemId();
    if (!attempt(() => add(id))) return null;
    newest = { id, entry: undo.undoStack.at(-1) };
    return refOf(kind, id);
  };
  const isNew = ({ id }: ItemRef) => newest?.id === id && newest.entry === undo.undoStack.at(-1);
  const discard = (item: ItemRef) => {
    if (!isNew(item)) {
      attempt(() => remove(doc, item));
      return;
    }
    undo.undo();
    undo.redoStack.pop();
    report();
  };
  const moveTo = (item: ItemRef, place: Place) => {
    const index = item.kind === "lane" ? placeAmongAll(view()?.lanes ?? [], item.id, place.index) : place.index;
    return attempt(() => move(doc, item, { ...place, index }));
  };

  return {
    addStage: (name, index) => create("stage", (id) => edit.addStage(doc, { id, name }, index)),
    addStep: (stageId, index) => create("step", (id) => edit.addStep(doc, { id, stageId, name: "" }, index)),
    addLane: (kind, index) => create("lane", (id) => edit.addLane(doc, { id, kind, name: "" }, index)),
    addCard: (laneId, stepId, index) =>
      create("card", (id) => edit.addCard(doc, { id, laneId, stepId, text: "" }, index)),
    place: (stepId, touchpointId) =>
      create("placement", (id) =>
        edit.placeTouchpoint(doc, {
          id,
          stepId,
          touchpointId,
          importance: null,
          momentOfTruth: false,
          expectation: null,
        }),
      ),
    renameJourney: (name) => attempt(() => edit.renameJourney(doc, name)),
    mayWrite: (item) => attempt(() => checkWritable(doc, item)),
    write: (item, text, shown) => attempt(() => write(doc, item, text, shown)),
    setImportance: (id, importance) => attempt(() => edit.setImportance(doc, id, importance)),
    setMomentOfTruth: (id, isMomentOfTruth) => attempt(() => edit.setMomentOfTruth(doc, id, isMomentOfTruth)),
    setExpectation: (id, expectation) => attempt(() => edit.setExpectation(doc, id, expectation)),
    change: (deed) => attempt(() => deed(doc)),
    shift: (item, direction) => {
      const now = view();
      const place = now === null ? null : shifted(now, item, direction);
      return place !== null && moveTo(item, place);
    },
    moveTo,
    remove: (item) => (attempt(() => remove(doc, item)) ? removalIn(undo) : null),
    isNew,
    discard,
    latest: () => removalIn(undo),
    undo: () => void undo.undo(),
    redo: () => void undo.redo(),
    undoState,
    close: () => undo.destroy(),
  };
}

function removalIn(undo: Y.UndoManager): Removal {
  const made = undo.undoStack.at(-1);
  const isLatest = () => made !== undefined && undo.undoStack.at(-1) === made;
  return {
    takeBack: () => void (isLatest() && undo.undo()),
    whenPast: (tell) => {
      const look = () => {
        if (isLatest()) return;
        undo.off("stack-item-added", look);
        undo.off("stack-item-popped", look);
        tell();
      };
      undo.on("stack-item-added", look);
      undo.on("stack-item-popped", look);
    },
  };
}

const written = { stage: "stages", step: "steps", lane: "lanes", card: "cards" } as const;

function checkWritable(doc: Y.Doc, { kind, id }: ItemRef): void {
  if (kind !== "placement" && kind !== "link") edit.checkWritable(doc, written[kind], id);
}

function write(doc: Y.Doc, { kind, id }: ItemRef, text: string, shown?: string): void {
  if (kind === "stage") edit.renameStage(doc, id, text);
  if (kind === "step") edit.renameStep(doc, id, text);
  if (kind === "lane") edit.renameLane(doc, id, text);
  if (kind === "card") edit.setCardText(doc, id, text, shown);
}

function remove(doc: Y.Doc, { kind, id }: ItemRef): void {
  if (kind === "stage") edit.deleteStage(doc, id);
  if (kind === "step") edit.deleteStep(doc, id);
  if (kind === "lane") edit.deleteLane(doc, id);
  if (kind === "card") edit.deleteCard(doc, id);
  if (kind === "placement") edit.removePlacement(doc, id);
  if (kind === "link") edit.deleteLink(doc, id);
}

function move(doc: Y.Doc, { kind, id }: ItemRef, { index, stageId, stepId, laneId }: Place): void {
  if (kind === "stage") edit.moveStage(doc, id, index);
  if (kind === "step" && stageId !== undefined) edit.moveStep(doc, id, { stageId, index });
  if (kind === "lane") edit.moveLane(doc, id, index);
  if (kind === "card" && stepId !== undefined && laneId !== undefined)
    edit.moveCard(doc, id, { stepId, laneId, index });
  if (kind === "placement" && stepId !== undefined) edit.movePlacement(doc, id, { stepId, index });
}

/** One place further in a direction: a step passes into the next stage, a card into the next step or lane of cards. */
function shifted(view: MapView, { kind, id }: ItemRef, direction: Direction): Place | null {
  const by = direction === "left" || direction === "up" ? -1 : 1;
  const across = direction === "left" || direction === "right";
  if (kind === "link") return null;
  if (kind === "stage") return across ? beside(view.stages, id, by) : null;
  if (kind === "lane")
    return across
      ? null
      : beside(
          view.lanes.filter(({ isHidden }) => !isHidden),
          id,
          by,
        );
  if (kind === "step") return across ? shiftedStep(view, id, by) : null;
  if (kind === "card") return shiftedCard(view, id, by, across);
  return shiftedPlacement(view, id, by, across);
}

function beside(items: readonly { id: string }[], id: string, by: number): Place | null {
  const index = items.findIndex((item) => item.id === id) + by;
  return index < 0 || index >= items.length ? null : { index };
}

function shiftedStep(view: MapView, id: string, by: number): Place | null {
  const at = view.stages.findIndex((stage) => stage.steps.some((step) => step.id === id));
  const stage = view.stages[at];
  if (stage === undefined) return null;
  const within = beside(stage.steps, id, by);
  if (within !== null) return { ...within, stageId: stage.id };
  const next = view.stages[at + by];
  return next === undefined ? null : { stageId: next.id, index: by > 0 ? 0 : next.steps.length };
}

function shiftedCard(view: MapView, id: string, by: number, across: boolean): Place | null {
  const card = [...view.cards.values()]
    .flatMap((byStep) => [...byStep.values()].flat())
    .find((candidate) => candidate.id === id);
  if (card === undefined) return null;
  const { laneId, stepId } = card;
  if (across) {
    const next = beside(view.steps, stepId, by);
    const step = next === null ? undefined : view.steps[next.index];
    return step === undefined
      ? null
      : { laneId, stepId: step.id, index: view.cards.get(laneId)?.get(step.id)?.length ?? 0 };
  }
  const within = beside(view.cards.get(laneId)?.get(stepId) ?? [], id, by);
  if (within !== null) return { laneId, stepId, index: within.index };
  const lanes = view.lanes.filter((lane) => holdsCards(lane.kind) && !lane.isHidden);
  const lane = beside(lanes, laneId, by);
  const next = lane === null ? undefined : lanes[lane.index];
  return next === undefined
    ? null
    : { laneId: next.id, stepId, index: by > 0 ? 0 : (view.cards.get(next.id)?.get(stepId)?.length ?? 0) };
}

function shiftedPlacement(view: MapView, id: string, by: number, across: boolean): Place | null {
  const stepId = [...view.placements].find(([, placements]) =>
    placements.some((placement) => placement.id === id),
  )?.[0];
  if (stepId === undefined) return null;
  if (!across) {
    const within = beside(view.placements.get(stepId) ?? [], id, by);
    return within === null ? null : { stepId, index: within.index };
  }
  const next = beside(view.steps, stepId, by);
  const step = next === null ? undefined : view.steps[next.index];
  return step === undefined ? null : { stepId: step.id, index: view.placements.get(step.id)?.length ?? 0 };
}
