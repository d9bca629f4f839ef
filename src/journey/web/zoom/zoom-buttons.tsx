import { ActionIcon, Tooltip } from "@mantine/core";
import { Minus, MoveHorizontal, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#ui/use-format.ts";
import { useMap } from "../map-context.ts";
import { useCommands } from "../palette/commands.ts";
import { useStore } from "../store.ts";
import { zoomToFit } from "./use-zoom.ts";
import classes from "./zoom-buttons.module.css";
import { nextZoom } from "./zoom.ts";

/** How large the map is drawn, and the ways to change it. */
export function ZoomButtons() {
  const { t } = useTranslation("zoom");
  const format = useFormat();
  const { zoom } = useMap();
  const current = useStore(zoom);
  const larger = () => zoom.set(nextZoom(zoom.get(), 1));
  const smaller = () => zoom.set(nextZoom(zoom.get(), -1));
  const actual = () => zoom.set(1);
  const fit = () => zoom.set(zoomToFit());
  useCommands(() => [
    { id: "zoom.in", group: "screen", label: t("in"), shortcut: "Ctrl++", run: larger },
    { id: "zoom.out", group: "screen", label: t("out"), shortcut: "Ctrl+-", run: smaller },
    { id: "zoom.actual", group: "screen", label: t("actual"), shortcut: "Ctrl+0", run: actual },
    { id: "zoom.fit", group: "screen", label: t("fit"), shortcut: "Ctrl+9", run: fit },
  ]);
  return (
    <div role="group" aria-label={t("zoom")} className={classes["buttons"]}>
      <Tooltip label={t("out")}>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t("out")} onClick={smaller}>
          <Minus size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <button type="button" className={classes["actual"]} title={t("actual")} onClick={actual}>
        {format.percent(current)}
      </button>
      <Tooltip label={t("in")}>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t("in")} onClick={larger}>
          <Plus size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t("fit")}>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={t("fit")} onClick={fit}>
          <MoveHorizontal size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
