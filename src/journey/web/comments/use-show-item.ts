import { useTranslation } from "react-i18next";
import { toastError } from "#ui/toast.ts";
import { setDetails } from "../../edit.ts";
import type { Lane } from "../../model.ts";
import { elementOf, focusRef } from "../grid-focus.ts";
import { readRef, refOf } from "../item.ts";
import { useMap } from "../map-context.ts";
import { type MapView, findCard } from "../map-view.ts";
import { useScreen } from "../screen-context.ts";
import { useLaneName } from "../use-lane-name.ts";

/** What a phone's panel covers is not seen before the panel is closed. */
const phone = "(max-width: 48em)";

/**
 * Leads to an item from wherever one is: to the map when the open view does not draw it, and into its lane when that is
 * hidden or folded, which whoever may not edit is told instead.
 */
export function useShowItem(): (ref: string) => void {
  const { t } = useTranslation("comments");
  const { editor, view, offerUndo } = useMap();
  const { search, show } = useScreen();
  const laneName = useLaneName();

  const open = (lane: Lane) => {
    if (editor === null) {
      toastError({ sentence: t("laneShut", { lane: laneName(lane) }), remedy: t("laneShutText") });
      return;
    }
    const isOpen = editor.change((doc) => setDetails(doc, "lanes", lane.id, { isHidden: false, isCollapsed: false }));
    if (isOpen) offerUndo(t("laneOpened", { lane: laneName(lane) }));
  };
  return (ref) => {
    const isCovered = search.panel !== undefined && window.matchMedia(phone).matches;
    const isDrawn = elementOf(ref) !== null;
    const lane = isDrawn ? null : shutLaneOf(view.get(), ref);
    if (lane !== null) open(lane);
    if (isCovered || (!isDrawn && search.view !== undefined))
      show({ ...(isCovered ? { panel: undefined, item: undefined } : {}), ...(isDrawn ? {} : { view: undefined }) });
    // A folded lane that stays so is shown in place of what is in it.
    focusRef(lane !== null && editor === null ? refOf("lane", lane.id) : ref, "center");
  };
}

/** The lane that an item is in, or is, when it is hidden or folded. */
function shutLaneOf(view: MapView | null, ref: string): Lane | null {
  const item = readRef(ref);
  if (view === null || item === null) return null;
  const laneId = item.kind === "lane" ? item.id : item.kind === "card" ? findCard(view, item.id)?.laneId : undefined;
  const lane = view.lanes.find(({ id, kind }) => (item.kind === "placement" ? kind === "touchpoint" : id === laneId));
  const isShut = lane?.isHidden === true || (lane?.isCollapsed === true && item.kind !== "lane");
  return lane !== undefined && isShut ? lane : null;
}
