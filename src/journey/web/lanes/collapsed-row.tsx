import { useTranslation } from "react-i18next";
import { setDetails } from "../../edit.ts";
import { holdsCards } from "../../document.ts";
import type { Lane } from "../../model.ts";
import { LaneHead } from "../lane-head.tsx";
import { useMap } from "../map-context.ts";
import mapClasses from "../map.module.css";
import { useStore } from "../store.ts";
import classes from "./lanes.module.css";

/** A lane that only says how much it holds, until one unfolds it. */
export function CollapsedRow({ lane }: { lane: Lane }) {
  const { t } = useTranslation("lanes");
  const { editor, view } = useMap();
  const count = useStore(view, (current) =>
    [...(current?.cards.get(lane.id)?.values() ?? [])].reduce((sum, cards) => sum + cards.length, 0),
  );
  const said = holdsCards(lane.kind) ? t("cards", { count }) : t("expand");
  return (
    <div role="row" className={mapClasses["row"]} data-kind="collapsed" data-lane={lane.id}>
      <LaneHead lane={lane} />
      <div role="gridcell" className={classes["collapsed"]} data-column={1} data-span={1000} aria-colspan={1000}>
        {editor === null ? (
          <span data-item tabIndex={-1}>
            {said}
          </span>
        ) : (
          <button
            type="button"
            data-item
            tabIndex={-1}
            aria-expanded={false}
            onClick={() => editor.change((doc) => setDetails(doc, "lanes", lane.id, { isCollapsed: false }))}
          >
            {holdsCards(lane.kind) ? `${said} · ${t("expand").toLowerCase()}` : said}
          </button>
        )}
      </div>
    </div>
  );
}
