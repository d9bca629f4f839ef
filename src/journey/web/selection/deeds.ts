import type * as Y from "yjs";
import { copySteps } from "../../clipboard.ts";
import { holdsCards } from "../../document.ts";
import * as edit from "../../edit.ts";
import { areEmotionsLocked } from "../../emotion.ts";
import type { DetailsOf } from "../../fields.ts";
import type { Card } from "../../model.ts";
import { applyPaste, planPaste } from "../../paste.ts";
import type { Direction, Place } from "../editor.ts";
import { type ItemKind, type ItemRef, refOf } from "../item.ts";
import type { MapView } from "../map-view.ts";
import { EditRefused } from "../../refusal.ts";

/** Deeds on several items at once. Each is for one `editor.change`, so that it is one thing to undo. */

/** @throws EditRefused `locked` before anything changes, when one of them is in a locked lane. */
export function checkOpen(view: MapView, cards: readonly Card[]): void {
  const locked = new Set(view.lanes.filter((lane) => lane.isLocked).map(({ id }) => id));
  if (cards.some(({ laneId }) => locked.has(laneId))) throw new EditRefused("locked", "cards");
}

/** What a lock keeps from being deleted, as `refOf`: by the map's what it is made of, by a lane's what goes with its cards. */
export function keptByLocks(view: MapView): ReadonlySet<string> {
  const kept = new Set<string>();
  const keep = (kind: ItemKind, items: readonly { id: string }[]) => {
    for (const { id } of items) kept.add(refOf(kind, id));
  };
  const steps = view.steps.filter(({ id }) => view.isLocked || holdsLocked(view, id));
  keep("step", steps);
  keep(
    "lane",
    view.lanes.filter((lane) => view.isLocked || lane.isLocked),
  );
  if (view.isLocked) {
    keep("stage", view.stages);
    keep("link", view.links);
    for (const placements of view.placements.values()) keep("placement", placements);
  }
  for (const lane of view.lanes.filter(({ isLocked }) => isLocked))
    for (const cards of view.cards.get(lane.id)?.values() ?? []) keep("card", cards);
  return kept;
}

/** Whether something would go with a step that is locked. */
function holdsLocked({ lanes, cards, emotions }: MapView, stepId: string): boolean {
  const hasEmotion = areEmotionsLocked(lanes) && emotions.some((point) => point.stepId === stepId);
  return hasEmotion || lanes.some(({ id, isLocked }) => isLocked && cards.get(id)?.has(stepId) === true);
}

export function deleteAll(doc: Y.Doc, items: readonly ItemRef[]): void {
  for (const { kind, id } of items) {
    if (kind === "stage") edit.deleteStage(doc, id);
    if (kind === "step") edit.deleteStep(doc, id);
    if (kind === "lane") edit.deleteLane(doc, id);
    if (kind === "card") edit.deleteCard(doc, id);
    if (kind === "placement") edit.removePlacement(doc, id);
    if (kind === "link") edit.deleteLink(doc, id);
  }
}

export function describeAll(doc: Y.Doc, cards: readonly Card[], details: DetailsOf<"cards">): void {
  for (const { id } of cards) edit.setDetails(doc, "cards", id, details);
}

/** Gives every card a tag, or takes it from them all when they all have it. */
export function tagAll(doc: Y.Doc, cards: readonly Card[], tag: string): void {
  const isOnAll = cards.every(({ tags }) => tags.includes(tag));
  for (const { id, tags } of cards) {
    const others = tags.filter((other) => other !== tag);
    edit.setDetails(doc, "cards", id, { tags: isOnAll ? others : [...others, tag] });
  }
}

/** A copy of each card, right after it. */
export function duplicateAll(doc: Y.Doc, view: MapView, cards: readonly Card[], newId: () => string): string[] {
  // From the last on, so that the places of those before stay as they are.
  return cards
    .toReversed()
    .map((card) => {
      const siblings = view.cards.get(card.laneId)?.get(card.stepId) ?? [];
      const id = newId();
      edit.addCard(doc, { ...card, id }, siblings.findIndex((sibling) => sibling.id === card.id) + 1);
      return id;
    })
    .toReversed();
}

/** A copy of each step with all that is said at it, after the last of them; what is locked is not copied. */
export function duplicateSteps(doc: Y.Doc, view: MapView, ids: readonly string[], newId: () => string): string[] {
  const map = { ...view, workspaceId: "" };
  const target = { laneId: null, stepId: view.steps.findLast(({ id }) => ids.includes(id))?.id ?? null };
  const plan = planPaste(copySteps(map, map.workspaceId, new Set(ids)), target, map, { grows: false, newId });
  applyPaste(doc, plan);
  return plan.steps.map(({ id }) => id);
}

/** Moves cards as one block by steps and by lanes of cards; null when one of them would fall off the map. */
function blockMoved(view: MapView, cards: readonly Card[], by: { steps: number; lanes: number }) {
  const lanes = view.lanes.filter((lane) => holdsCards(lane.kind) && !lane.isHidden);
  const laneAt = new Map(lanes.map(({ id }, at) => [id, at]));
  const stepAt = new Map(view.steps.map(({ id }, at) => [id, at]));
  const moves = cards.map((card) => ({
    id: card.id,
    laneId: lanes[(laneAt.get(card.laneId) ?? Number.NaN) + by.lanes]?.id,
    stepId: view.steps[(stepAt.get(card.stepId) ?? Number.NaN) + by.steps]?.id,
  }));
  return moves.every(isPlaced) ? moves : null;
}

interface CardMove {
  id: string;
  laneId: string;
  stepId: string;
  /** Without it, after those that are there. */
  index?: number;
}

function isPlaced(move: { id: string; laneId: string | undefined; stepId: string | undefined }): move is CardMove {
  return move.laneId !== undefined && move.stepId !== undefined;
}

const offsets: Record<Direction, { steps: number; lanes: number }> = {
  left: { steps: -1, lanes: 0 },
  right: { steps: 1, lanes: 0 },
  up: { steps: 0, lanes: -1 },
  down: { steps: 0, lanes: 1 },
};

export function blockShifted(view: MapView, cards: readonly Card[], direction: Direction): CardMove[] | null {
  return blockMoved(view, cards, offsets[direction]);
}

/** Where a block of cards goes when one of them is dropped at a place: the others keep their distance to it. */
export function blockDropped(view: MapView, cards: readonly Card[], leader: Card, place: Place): CardMove[] | null {
  const lanes = view.lanes.filter((lane) => holdsCards(lane.kind) && !lane.isHidden);
  const position = (items: readonly { id: string }[], id: string | undefined) =>
    items.findIndex((item) => item.id === id);
  const moves = blockMoved(view, cards, {
    steps: position(view.steps, place.stepId) - position(view.steps, leader.stepId),
    lanes: position(lanes, place.laneId) - position(lanes, leader.laneId),
  });
  let index = place.index;
  return (
    moves?.map((move) =>
      move.laneId === place.laneId && move.stepId === place.stepId ? { ...move, index: index++ } : move,
    ) ?? null
  );
}

export function moveAll(doc: Y.Doc, moves: readonly CardMove[]): void {
  for (const { id, laneId, stepId, index = Infinity } of moves) edit.moveCard(doc, id, { laneId, stepId, index });
}
