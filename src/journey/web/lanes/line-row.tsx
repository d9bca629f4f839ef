import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type BlueprintLine, misplacedLanes } from "../../blueprint.ts";
import type { Lane } from "../../model.ts";
import { focusRef } from "../grid-focus.ts";
import { refOf } from "../item.ts";
import { LaneHead } from "../lane-head.tsx";
import { useMap } from "../map-context.ts";
import mapClasses from "../map.module.css";
import { useStore } from "../store.ts";
import classes from "./lanes.module.css";
import { putAllInPlace } from "./put-in-place.ts";

/** A line of a blueprint right across the map; it says what stands on its wrong side. */
export function LineRow({ lane, line }: { lane: Lane; line: BlueprintLine }) {
  const { t } = useTranslation("lanes");
  const { editor, view } = useMap();
  const wrong = useStore(
    view,
    (current) => misplacedLanes(current?.lanes ?? []).filter((each) => each.line === line).length,
  );
  return (
    <div role="row" className={mapClasses["row"]} data-kind="line" data-lane={lane.id}>
      <LaneHead lane={lane} />
      <div role="gridcell" className={classes["line"]} data-kind={line} data-column={1} data-span={1000}>
        <p className={classes["sides"]}>
          <span>↑ {t(`above.${line}`)}</span>
          <span>↓ {t(`below.${line}`)}</span>
        </p>
        {wrong > 0 && (
          <p className={classes["wrong"]}>
            {t("outOfPlace", { count: wrong })}
            {editor !== null && (
              <Button
                size="compact-xs"
                variant="subtle"
                data-item
                tabIndex={-1}
                onClick={() => {
                  putAllInPlace(editor, view.get());
                  // The button leaves with what it put in place.
                  focusRef(refOf("lane", lane.id));
                }}
              >
                {t("putAllInPlace")}
              </Button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
