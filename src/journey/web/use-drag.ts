import { useTranslation } from "react-i18next";
import { toastError } from "#ui/toast.ts";
import type { Place } from "./editor.ts";
import { focusRef } from "./grid-focus.ts";
import { type ItemKind, type ItemRef, refOf } from "./item.ts";
import { useLaneName } from "./use-lane-name.ts";
import { useMap } from "./map-context.ts";
import type { MapView } from "./map-view.ts";
import { blockDropped, checkOpen, moveAll } from "./selection/deeds.ts";
import { nothing, selectedCards, selectedIds } from "./selection/selection.ts";
import { moveSteps, stepsDropped } from "./selection/step-block.ts";

/** What is being dragged: one item, with all that is selected beside it. */
export interface Dragged {
  item: ItemRef;
  refs: readonly string[];
  /** What hangs under the pointer. */
  name: string;
}

/** What a drag takes along and what it does where it ends. */
export function useDrag(nameOf: (item: ItemRef) => string) {
  const { t } = useTranslation("selection");
  const { editor, selection, view, offerUndo } = useMap();
  const laneName = useLaneName();

  const begin = (item: ItemRef | null): Dragged | null => {
    const map = view.get();
    if (item === null || item.kind === "link" || map === null) return null;
    const ref = refOf(item.kind, item.id);
    const { refs } = selection.get();
    const cards = item.kind === "card" && refs.has(ref) ? selectedCards(map, { refs }) : [];
    const lock = lockOf(map, item, cards.length > 1 ? cards : selectedCards(map, { refs: new Set([ref]) }));
    if (lock !== null) {
      const remedy = lock === "map" ? t("lockedMap") : t("lockedLane", { lane: laneName(lock) });
      toastError({ sentence: t("locked"), remedy });
      return null;
    }
    const steps = item.kind === "step" && refs.has(ref) ? selectedIds(map, { refs }, "step") : [];
    if (steps.length > 1)
      return { item, refs: steps.map((id) => refOf("step", id)), name: t("count.step", { count: steps.length }) };
    return cards.length > 1
      ? { item, refs: cards.map(({ id }) => refOf("card", id)), name: t("count.card", { count: cards.length }) }
      : { item, refs: [ref], name: nameOf(item) };
  };

  const drop = ({ item, refs, name }: Dragged, place: Place): void => {
    const map = view.get();
    if (map === null || editor === null) return;
    if (refs.length === 1) {
      const before = orderOf(map, item.kind);
      editor.moveTo(item, place);
      const after = view.get();
      focusRef(refOf(item.kind, item.id));
      // A step is easily dragged by accident, and then everything under it is elsewhere.
      if (isStructure(item.kind) && after !== null && orderOf(after, item.kind) !== before)
        offerUndo(t(`moved.${item.kind}`, { name }));
      return;
    }
    const selected = { ...nothing, refs: new Set(refs) };
    if (item.kind === "step") {
      const before = orderOf(map, "step");
      const moves = stepsDropped(map, selectedIds(map, selected, "step"), item.id, place);
      if (editor.change((doc) => moveSteps(doc, moves))) selection.set(selected);
      const after = view.get();
      if (after !== null && orderOf(after, "step") !== before) offerUndo(t("movedSeveral", { what: name }));
      return;
    }
    const cards = selectedCards(map, selected);
    const leader = cards.find(({ id }) => id === item.id);
    const moves = leader === undefined ? null : blockDropped(map, cards, leader, place);
    if (moves === null) return;
    const isDone = editor.change((doc) => {
      checkOpen(map, cards);
      moveAll(doc, moves);
    });
    if (isDone) selection.set(selected);
  };
  return { isDisabled: editor === null, begin, drop };
}

function isStructure(kind: ItemKind): kind is "stage" | "step" | "lane" {
  return kind === "stage" || kind === "step" || kind === "lane";
}

/** What keeps an item where it is: the lock of the map, or that of a card's lane. */
function lockOf(map: MapView, item: ItemRef, cards: readonly { laneId: string }[]) {
  if (map.isLocked) return "map";
  if (item.kind !== "card") return null;
  return map.lanes.find((lane) => lane.isLocked && cards.some(({ laneId }) => laneId === lane.id)) ?? null;
}

function orderOf({ stages, steps, lanes }: MapView, kind: ItemKind): string {
  const items: readonly { id: string; stageId?: string }[] =
    kind === "stage" ? stages : kind === "step" ? steps : lanes;
  return items.map(({ id, stageId = "" }) => `${stageId}/${id}`).join(" ");
}
