import type * as Y from "yjs";
import * as edit from "../../edit.ts";
import type { Place } from "../editor.ts";
import type { MapView } from "../map-view.ts";

interface StepMove {
  id: string;
  stageId: string;
  /** Among the other steps of the stage, once the moves before this one are done. */
  index: number;
}

/** Moves steps as one block by one place, each over the edge of its stage as a single step goes; null at the map's edge. */
export function stepsShifted(view: MapView, ids: readonly string[], by: 1 | -1): StepMove[] | null {
  const stages = orderOf(view);
  const moves: StepMove[] = [];
  // Whoever leads goes first, so that those behind find its place free.
  for (const id of by > 0 ? ids.toReversed() : ids) {
    const at = stages.findIndex(({ steps }) => steps.includes(id));
    const index = (stages[at]?.steps.indexOf(id) ?? 0) + by;
    const isWithin = index >= 0 && index < (stages[at]?.steps.length ?? 0);
    const stage = stages[isWithin ? at : at + by];
    if (stage === undefined) return null;
    moves.push(moved(stages, { id, stageId: stage.id, index: isWithin ? index : by > 0 ? 0 : stage.steps.length }));
  }
  return moves;
}

/** Where a block of steps goes when one of them is dropped at a place: side by side, in the order they had. */
export function stepsDropped(view: MapView, ids: readonly string[], leader: string, place: Place): StepMove[] {
  const { stageId = "", index } = place;
  const stages = orderOf(view);
  const before = (stages.find(({ id }) => id === stageId)?.steps ?? [])
    .filter((id) => id !== leader)
    .slice(0, index)
    .findLast((id) => !ids.includes(id));
  let last = before;
  return ids.map((id) => {
    const others = (stages.find((stage) => stage.id === stageId)?.steps ?? []).filter((step) => step !== id);
    const move = moved(stages, { id, stageId, index: last === undefined ? 0 : others.indexOf(last) + 1 });
    last = id;
    return move;
  });
}

/** As one deed of `editor.change`. */
export function moveSteps(doc: Y.Doc, moves: readonly StepMove[]): void {
  for (const { id, ...to } of moves) edit.moveStep(doc, id, to);
}

interface StageOrder {
  id: string;
  steps: string[];
}

function orderOf({ stages }: MapView): StageOrder[] {
  return stages.map(({ id, steps }) => ({ id, steps: steps.map((step) => step.id) }));
}

/** Does a move on the order, for those that come after it. */
function moved(stages: StageOrder[], move: StepMove): StepMove {
  for (const stage of stages) stage.steps = stage.steps.filter((id) => id !== move.id);
  stages.find(({ id }) => id === move.stageId)?.steps.splice(move.index, 0, move.id);
  return move;
}
