import { arrangedLanes, isBlueprintLine, properPlace } from "../../blueprint.ts";
import { moveLane } from "../../edit.ts";
import type { MapEditor } from "../editor.ts";
import type { MapView } from "../map-view.ts";

/** Puts a lane where the lines of its blueprint want it; a line in the wrong order brings everything into place. */
export function putInPlace(editor: MapEditor, view: MapView | null, laneId: string): void {
  const lane = view?.lanes.find(({ id }) => id === laneId);
  if (view === null || lane === undefined) return;
  if (isBlueprintLine(lane.kind)) putAllInPlace(editor, view);
  else editor.change((doc) => moveLane(doc, laneId, properPlace(view.lanes, laneId)));
}

/** Brings every lane of a blueprint into place, as one thing to undo. */
export function putAllInPlace(editor: MapEditor, view: MapView | null): void {
  const lanes = view?.lanes ?? [];
  const now = lanes.map(({ id }) => id);
  editor.change((doc) =>
    arrangedLanes(lanes).forEach(({ id }, place) => {
      if (now[place] === id) return;
      moveLane(doc, id, place);
      now.splice(now.indexOf(id), 1);
      now.splice(place, 0, id);
    }),
  );
}
