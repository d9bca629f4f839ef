import { type Clip, copyCells, copyLanes, copySteps } from "../../clipboard.ts";
import type { ItemRef } from "../item.ts";
import type { MapView } from "../map-view.ts";
import { type Selection, cellKey, kindOf, openLanes, selectedCards, selectedIds } from "../selection/selection.ts";

/** What Ctrl+C takes: the range, what is selected, else the item that has the focus. */
export function clipOf(view: MapView, workspaceId: string, selection: Selection, focused: ItemRef | null): Clip | null {
  if (selection.cells.size > 0) return rangeOf(view, workspaceId, selection);
  const kind = kindOf(selection) ?? focused?.kind;
  const ids = new Set(
    selection.refs.size > 0 && kind !== undefined ? selectedIds(view, selection, kind) : [focused?.id],
  );
  if (kind === "lane") return copyLanes(view, workspaceId, idsIn(view.lanes, ids));
  if (kind === "step") return copySteps(view, workspaceId, idsIn(view.steps, ids));
  if (kind === "stage") {
    const steps = view.stages.filter((stage) => ids.has(stage.id)).flatMap((stage) => stage.steps);
    return copySteps(view, workspaceId, new Set(steps.map(({ id }) => id)));
  }
  if (kind !== "card") return null;
  const cards = selectedCards(view, { refs: new Set([...ids].map((id) => `card:${id}`)) });
  return copyCells(
    view,
    workspaceId,
    { laneIds: new Set(cards.map((card) => card.laneId)), stepIds: new Set(cards.map((card) => card.stepId)) },
    ({ id }) => ids.has(id),
  );
}

function rangeOf(view: MapView, workspaceId: string, { cells }: Selection): Clip {
  const inRange = (laneId: string, stepId: string) => cells.has(cellKey({ laneId, stepId }));
  const lanes = openLanes(view).filter((lane) => view.steps.some((step) => inRange(lane.id, step.id)));
  const steps = view.steps.filter((step) => lanes.some((lane) => inRange(lane.id, step.id)));
  return copyCells(view, workspaceId, { laneIds: idsIn(lanes), stepIds: idsIn(steps) });
}

function idsIn(items: readonly { id: string }[], wanted?: ReadonlySet<string | undefined>): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id).filter((id) => wanted?.has(id) ?? true));
}
