import { holdsCards } from "../../document.ts";
import type { Card, Lane } from "../../model.ts";
import type { Direction } from "../editor.ts";
import { type ItemKind, readRef, refOf } from "../item.ts";
import type { MapView } from "../map-view.ts";

export interface Cell {
  laneId: string;
  stepId: string;
}

/** What is selected beside the one thing that has the focus. */
export interface Selection {
  /** Cards, touchpoints, lanes, steps or stages: all of one kind, as `refOf`. */
  refs: ReadonlySet<string>;
  /** The cells of a range, as `cellKey`. */
  cells: ReadonlySet<string>;
  /** Where the range begins, and where it was drawn to. */
  range: { from: Cell; to: Cell } | null;
  /** The steps that a run of steps goes from and to. */
  run: { from: string; to: string } | null;
}

export const nothing: Selection = { refs: new Set(), cells: new Set(), range: null, run: null };

export function cellKey({ laneId, stepId }: Cell): string {
  return `${laneId} ${stepId}`;
}

/** The steps of the cells of one lane. */
export function stepsSelectedIn(cells: ReadonlySet<string>, laneId: string): string[] {
  return [...cells].flatMap((cell) => (cell.startsWith(`${laneId} `) ? [cell.slice(laneId.length + 1)] : []));
}

/** The lanes whose cells are on screen. */
export function openLanes({ lanes }: Pick<MapView, "lanes">): readonly Lane[] {
  return lanes.filter(({ kind, isHidden, isCollapsed }) => holdsCards(kind) && !isHidden && !isCollapsed);
}

/** All cells between two, with their cards. */
export function rangeBetween(view: MapView, from: Cell, to: Cell): Selection {
  const lanes = between(openLanes(view), from.laneId, to.laneId);
  const steps = between(view.steps, from.stepId, to.stepId);
  const cells = lanes.flatMap((lane) => steps.map((step) => ({ laneId: lane.id, stepId: step.id })));
  const cards = cells.flatMap(({ laneId, stepId }) => view.cards.get(laneId)?.get(stepId) ?? []);
  return {
    refs: new Set(cards.map(({ id }) => refOf("card", id))),
    cells: new Set(cells.map(cellKey)),
    range: { from, to },
    run: null,
  };
}

/** All steps between two. */
export function runBetween(view: MapView, from: string, to: string): Selection {
  const refs = between(view.steps, from, to).map(({ id }) => refOf("step", id));
  return { ...nothing, refs: new Set(refs), run: { from, to } };
}

function between<Item extends { id: string }>(items: readonly Item[], a: string, b: string): readonly Item[] {
  const [first = -1, last = -1] = [a, b]
    .map((id) => items.findIndex((item) => item.id === id))
    .toSorted((x, y) => x - y);
  return first === -1 ? [] : items.slice(first, last + 1);
}

/** One cell further than where the range was drawn to; null at the edge of the map. */
export function furtherCell(view: MapView, { laneId, stepId }: Cell, direction: Direction): Cell | null {
  const by = direction === "left" || direction === "up" ? -1 : 1;
  if (direction === "left" || direction === "right") {
    const step = neighbour(view.steps, stepId, by);
    return step === null ? null : { laneId, stepId: step.id };
  }
  const lane = neighbour(openLanes(view), laneId, by);
  return lane === null ? null : { laneId: lane.id, stepId };
}

export function neighbour<Item extends { id: string }>(items: readonly Item[], id: string, by: number): Item | null {
  const at = items.findIndex((item) => item.id === id);
  return at === -1 ? null : (items[at + by] ?? null);
}

/** Adds an item, or takes it out; an item of another kind begins anew. */
export function toggled(selection: Selection, ref: string): Selection {
  const isSameKind = [...selection.refs].every((other) => readRef(other)?.kind === readRef(ref)?.kind);
  const refs = new Set(isSameKind ? selection.refs : []);
  if (!refs.delete(ref)) refs.add(ref);
  return { ...nothing, refs };
}

/** All cells of a lane; of the whole map when they are selected already. */
export function wider(view: MapView, selection: Selection, laneId: string): Selection {
  const [firstStep, lastStep] = [view.steps[0], view.steps.at(-1)];
  const lanes = openLanes(view);
  const [firstLane, lastLane] = [lanes[0], lanes.at(-1)];
  if (firstStep === undefined || lastStep === undefined || firstLane === undefined || lastLane === undefined)
    return nothing;
  const lane = rangeBetween(view, { laneId, stepId: firstStep.id }, { laneId, stepId: lastStep.id });
  const hasLane = [...lane.cells].every((key) => selection.cells.has(key));
  return lane.cells.size > 0 && !hasLane
    ? lane
    : rangeBetween(view, { laneId: firstLane.id, stepId: firstStep.id }, { laneId: lastLane.id, stepId: lastStep.id });
}

/** The selected items that are still there, in reading order. */
export function selectedIds(view: MapView, { refs }: Pick<Selection, "refs">, kind: ItemKind): string[] {
  return allOf(view, kind)
    .filter(({ id }) => refs.has(refOf(kind, id)))
    .map(({ id }) => id);
}

export function selectedCards(view: MapView, { refs }: Pick<Selection, "refs">): Card[] {
  return cardsOf(view).filter(({ id }) => refs.has(refOf("card", id)));
}

/** What kind of thing is selected; null when nothing is, or only empty cells. */
export function kindOf({ refs }: Pick<Selection, "refs">): ItemKind | null {
  const [first] = refs;
  return readRef(first)?.kind ?? null;
}

function allOf(view: MapView, kind: ItemKind): readonly { id: string }[] {
  if (kind === "stage") return view.stages;
  if (kind === "step") return view.steps;
  if (kind === "lane") return view.lanes;
  if (kind === "link") return view.links;
  if (kind === "placement") return view.steps.flatMap((step) => view.placements.get(step.id) ?? []);
  return cardsOf(view);
}

/** Every card, lane after lane. */
export function cardsOf({ lanes, steps, cards }: Pick<MapView, "lanes" | "steps" | "cards">): readonly Card[] {
  return lanes.flatMap((lane) => steps.flatMap((step) => cards.get(lane.id)?.get(step.id) ?? []));
}
