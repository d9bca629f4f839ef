import type { KeyboardEvent } from "react";
import type { Direction } from "./editor.ts";
import { focusAt, focusCell, focusRef } from "./grid-focus.ts";
import { type ItemRef, newItemId, readRef, refOf } from "./item.ts";
import type { MapTools } from "./map-context.ts";
import type { MapView } from "./map-view.ts";
import { blockShifted, checkOpen, duplicateAll, duplicateSteps, moveAll } from "./selection/deeds.ts";
import {
  type Cell,
  furtherCell,
  kindOf,
  neighbour,
  nothing,
  openLanes,
  rangeBetween,
  runBetween,
  selectedCards,
  selectedIds,
  toggled,
  wider,
} from "./selection/selection.ts";
import { moveSteps, stepsShifted } from "./selection/step-block.ts";
import { zoomToFit } from "./zoom/use-zoom.ts";
import { nextZoom } from "./zoom/zoom.ts";

/** A key pressed on an item of the map. */
export interface Press {
  event: KeyboardEvent<HTMLDivElement>;
  /** The key; an arrow as it would be on a map whose steps are columns. */
  key: string;
  grid: HTMLElement;
  /** What has the focus. */
  element: HTMLElement;
  item: ItemRef | null;
  /** The cell of cards that it is in. */
  cell: Cell | null;
  tools: MapTools;
  nameOf: (item: ItemRef) => string;
  /** Deletes everything that is selected. */
  removeSelected: () => void;
}

/** What a key does; false when it is not for this key. */
export type KeyDeed = (press: Press) => boolean;

const directions: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const hasCtrl = ({ event }: Press) => event.ctrlKey || event.metaKey;
const isPlain = ({ event }: Press) => !event.ctrlKey && !event.metaKey && !event.altKey;
const isWriting = ({ event }: Press) => event.target instanceof HTMLTextAreaElement;

const move: KeyDeed = ({ event, key, item, tools }) => {
  const direction = directions[key];
  if (!event.altKey || direction === undefined) return false;
  const { editor, selection } = tools;
  const view = tools.view.get();
  if (editor === null || view === null || item === null) return true;
  const ref = refOf(item.kind, item.id);
  const cards = selectedCards(view, selection.get());
  const steps = selectedIds(view, selection.get(), "step");
  if (steps.length > 1 && selection.get().refs.has(ref)) {
    const by = direction === "right" ? 1 : direction === "left" ? -1 : null;
    const moves = by === null ? null : stepsShifted(view, steps, by);
    if (moves !== null) editor.change((doc) => moveSteps(doc, moves));
    focusRef(ref);
  } else if (cards.length > 1 && selection.get().refs.has(ref)) {
    const moves = blockShifted(view, cards, direction);
    if (moves !== null && editor.change((doc) => (checkOpen(view, cards), moveAll(doc, moves))))
      selection.set({ ...nothing, refs: selection.get().refs });
    focusRef(ref);
  } else if (editor.shift(item, direction)) {
    focusRef(ref);
  }
  return true;
};

const write: KeyDeed = (press) => {
  const { event, element, item, tools } = press;
  const isEnter = event.key === "Enter" && isPlain(press) && element.tagName !== "BUTTON";
  if ((event.key !== "F2" && !isEnter) || item === null || item.kind === "placement") return false;
  if (tools.editor !== null) tools.edit(refOf(item.kind, item.id));
  return true;
};

/** The details of a card, which readers open too. */
const details: KeyDeed = (press) => {
  const { event, element, item, tools } = press;
  if (event.key !== " " || !isPlain(press) || event.target !== element || item?.kind !== "card") return false;
  tools.openPanel("card", refOf(item.kind, item.id));
  return true;
};

/** A new one beside: a card, a step, a stage, a touchpoint. */
const add: KeyDeed = (press) => {
  const { event, element, item, cell, tools } = press;
  const isAsked =
    event.key === "Insert" ||
    (event.key.toLowerCase() === "n" && isPlain(press)) ||
    (event.key === "Enter" && hasCtrl(press));
  const view = tools.view.get();
  if (!isAsked || view === null || isWriting(press)) return false;
  if (cell !== null) tools.addCard(cell.laneId, cell.stepId, placeAfter(press));
  else if (item?.kind === "step") {
    const stage = view.stages.find(({ steps }) => steps.some(({ id }) => id === item.id));
    const at = stage?.steps.findIndex(({ id }) => id === item.id) ?? -1;
    if (stage !== undefined) tools.edit(tools.editor?.addStep(stage.id, at + 1) ?? null);
  } else if (item?.kind === "stage")
    tools.edit(tools.editor?.addStage("", view.stages.findIndex(({ id }) => id === item.id) + 1) ?? null);
  else {
    const stepId = element.closest<HTMLElement>("[data-drop='placement']")?.dataset["step"];
    if (stepId === undefined || tools.editor === null) return false;
    tools.placing.set(stepId);
  }
  return true;
};

/** The place in its cell after the card that has the focus; none at the end. */
function placeAfter({ item, cell, tools }: Press): number | undefined {
  if (item?.kind !== "card" || cell === null) return undefined;
  const cards = tools.view.get()?.cards.get(cell.laneId)?.get(cell.stepId) ?? [];
  return cards.findIndex(({ id }) => id === item.id) + 1;
}

const duplicate: KeyDeed = (press) => {
  const { event, item, tools } = press;
  const view = tools.view.get();
  if (event.key.toLowerCase() !== "d" || !hasCtrl(press) || view === null || tools.editor === null) return false;
  const chosen = tools.selection.get();
  const kind = kindOf(chosen) ?? item?.kind;
  const refs = { refs: chosen.refs.size > 0 ? chosen.refs : refsOf(item) };
  const made: string[] = [];
  const isDone = tools.editor.change((doc) => {
    if (kind === "step") {
      const steps = duplicateSteps(doc, view, selectedIds(view, refs, "step"), newItemId);
      made.push(...steps.map((id) => refOf("step", id)));
    } else {
      const cards = selectedCards(view, refs);
      checkOpen(view, cards);
      made.push(...duplicateAll(doc, view, cards, newItemId).map((id) => refOf("card", id)));
    }
  });
  if (isDone && made.length > 1) tools.selection.set({ ...nothing, refs: new Set(made) });
  if (isDone && made[0] !== undefined) focusRef(made[0]);
  return true;
};

function refsOf(item: ItemRef | null): ReadonlySet<string> {
  return new Set(item === null ? [] : [refOf(item.kind, item.id)]);
}

const remove: KeyDeed = ({ event, grid, item, cell, tools, nameOf, removeSelected }) => {
  if ((event.key !== "Delete" && event.key !== "Backspace") || tools.editor === null) return false;
  const view = tools.view.get();
  const selection = tools.selection.get();
  const isOnSelection = item === null || selection.refs.has(refOf(item.kind, item.id)) || selection.cells.size > 0;
  if (view !== null && isOnSelection && selection.refs.size > 1) removeSelected();
  else if (item !== null) tools.remove(item, nameOf(item));
  if (cell !== null) focusCell(grid, cell);
  return item !== null || isOnSelection;
};

const extend: KeyDeed = (press) => {
  const { event, key, grid, cell, tools } = press;
  const direction = directions[key];
  const view = tools.view.get();
  if (!event.shiftKey || direction === undefined || view === null) return false;
  if (cell === null) return extendRun(press, view, direction);
  const { range } = tools.selection.get();
  const [from, last] = [range?.from ?? cell, range?.to ?? cell];
  const to = furtherCell(view, last, direction) ?? last;
  tools.selection.set(rangeBetween(view, from, to));
  focusCell(grid, to);
  return true;
};

function extendRun({ item, tools }: Press, view: MapView, direction: Direction): boolean {
  if (item?.kind !== "step" || (direction !== "left" && direction !== "right")) return false;
  const { from, to } = tools.selection.get().run ?? { from: item.id, to: item.id };
  const further = neighbour(view.steps, to, direction === "left" ? -1 : 1)?.id ?? to;
  tools.selection.set(runBetween(view, from, further));
  focusRef(refOf("step", further));
  return true;
}

const selectAll: KeyDeed = (press) => {
  const { event, item, cell, tools } = press;
  const view = tools.view.get();
  if (event.key.toLowerCase() !== "a" || !hasCtrl(press) || view === null || isWriting(press)) return false;
  const laneId = cell?.laneId ?? (item?.kind === "lane" ? item.id : "");
  tools.selection.set(wider(view, tools.selection.get(), laneId));
  return true;
};

const toggle: KeyDeed = (press) => {
  const { event, item, tools } = press;
  if (event.key !== " " || !hasCtrl(press) || item === null) return false;
  tools.selection.set(toggled(tools.selection.get(), refOf(item.kind, item.id)));
  return true;
};

const clear: KeyDeed = ({ event, tools }) => {
  if (event.key !== "Escape" || tools.selection.get() === nothing) return false;
  tools.selection.set(nothing);
  return true;
};

const openMenu: KeyDeed = ({ event, element }) => {
  if (event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey)) return false;
  const menu =
    element.querySelector<HTMLElement>("[data-menu]") ??
    element.parentElement?.querySelector<HTMLElement>("[data-menu]");
  // Once the key is done with: a menu that opens under it takes the same key for one that closes it.
  requestAnimationFrame(() => menu?.click());
  return menu !== null && menu !== undefined;
};

/** Tab while writing goes on as in a spreadsheet: the next cell is written, a card is made where there is none. */
const writeNext: KeyDeed = (press) => {
  const { event, grid, element, item, cell, tools } = press;
  if (event.key !== "Tab" || !isWriting(press)) return false;
  const by = event.shiftKey ? -1 : 1;
  const view = tools.view.get();
  if (view === null) return false;
  if (cell === null) {
    if (item?.kind !== "step") return focusAt(grid, element, by > 0 ? "ArrowRight" : "ArrowLeft", false);
    const step = neighbour(view.steps, item.id, by);
    const stageId = view.steps.find(({ id }) => id === item.id)?.stageId;
    if (step !== null) tools.edit(refOf("step", step.id));
    else if (by > 0 && stageId !== undefined) tools.edit(tools.editor?.addStep(stageId) ?? null);
    return true;
  }
  const next = nextCell(press, cell, by);
  if (next === null) return true;
  const lane = view.lanes.find(({ id }) => id === next.laneId);
  const card = view.cards.get(next.laneId)?.get(next.stepId)?.[0];
  if (lane?.isLocked === true || (card !== undefined && tools.editor === null)) focusCell(grid, next);
  else if (card === undefined) tools.addCard(next.laneId, next.stepId);
  else tools.edit(refOf("card", card.id));
  return true;
};

/** The cell beside, and after the last step the first one of the next lane. */
function nextCell({ tools }: Press, { laneId, stepId }: Cell, by: number): Cell | null {
  const view = tools.view.get();
  if (view === null) return null;
  const step = neighbour(view.steps, stepId, by);
  if (step !== null) return { laneId, stepId: step.id };
  const lane = neighbour(openLanes(view), laneId, by);
  const first = by > 0 ? view.steps[0] : view.steps.at(-1);
  return lane === null || first === undefined ? null : { laneId: lane.id, stepId: first.id };
}

/** Over the map these keys change its size, elsewhere the browser's. */
const resize: KeyDeed = (press) => {
  const { event, tools } = press;
  const sizes: Record<string, () => number> = {
    "+": () => nextZoom(tools.zoom.get(), 1),
    "=": () => nextZoom(tools.zoom.get(), 1),
    "-": () => nextZoom(tools.zoom.get(), -1),
    "0": () => 1,
    "9": zoomToFit,
  };
  const size = sizes[event.key];
  if (!hasCtrl(press) || event.altKey || size === undefined) return false;
  tools.zoom.set(size());
  return true;
};

/** Going on without Shift or Ctrl leaves the selection behind. */
const travel: KeyDeed = (press) => {
  const { event, key, grid, element, tools } = press;
  if (event.altKey || event.shiftKey || !focusAt(grid, element, key, hasCtrl(press))) return false;
  if (!hasCtrl(press)) tools.selection.set(nothing);
  return true;
};

/** Every key of the map, the first that takes it. */
export const keyDeeds: readonly KeyDeed[] = [
  writeNext,
  move,
  write,
  details,
  add,
  duplicate,
  remove,
  extend,
  selectAll,
  toggle,
  clear,
  openMenu,
  resize,
  travel,
];

/** What a press on the map with Shift or Ctrl selects; false for any other. */
export function selectByPointer(
  { target, shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, "target" | "shiftKey" | "ctrlKey" | "metaKey">,
  { selection, view }: Pick<MapTools, "selection" | "view">,
  focused: Element | null,
): boolean {
  const current = view.get();
  if (!(target instanceof Element) || current === null) return false;
  const ref = refAt(target);
  const cell = cellOf(target);
  if (shiftKey && cell !== null) {
    selection.set(rangeBetween(current, selection.get().range?.from ?? cellOf(focused) ?? cell, cell));
    return true;
  }
  const step = readRef(ref);
  if (shiftKey && step?.kind === "step") {
    const begun = readRef(refAt(focused));
    const from = selection.get().run?.from ?? (begun?.kind === "step" ? begun.id : step.id);
    selection.set(runBetween(current, from, step.id));
    return true;
  }
  if ((ctrlKey || metaKey) && ref !== undefined) {
    selection.set(toggled(selection.get(), ref));
    return true;
  }
  return false;
}

function refAt(element: Element | null): string | undefined {
  return element?.closest<HTMLElement>("[data-ref]")?.dataset["ref"];
}

/** The cell of cards that an element is in. */
export function cellOf(element: Element | null): Cell | null {
  const cell = element?.closest<HTMLElement>("[data-column][data-lane][data-step]");
  const [laneId, stepId] = [cell?.dataset["lane"], cell?.dataset["step"]];
  return laneId === undefined || stepId === undefined ? null : { laneId, stepId };
}
