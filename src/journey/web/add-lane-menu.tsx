import { Menu } from "@mantine/core";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { laneKinds } from "../model.ts";
import { useMap } from "./map-context.ts";
import classes from "./map.module.css";
import { useStore } from "./store.ts";

/** Adds a lane of a kind under the others. Drawn lanes are there once; lanes of cards as often as wanted. */
export function AddLaneMenu() {
  const { t } = useTranslation("journey");
  return (
    <Menu position="top-start" shadow="md">
      <Menu.Target>
        <button type="button" className={classes["addHere"]}>
          <Plus aria-hidden /> {t("addLane")}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <LaneKindItems />
      </Menu.Dropdown>
    </Menu>
  );
}

export function LaneKindItems() {
  const { t } = useTranslation("journey");
  const { editor, edit, view } = useMap();
  const lanes = useStore(view, (current) => current?.lanes) ?? [];
  const isThere = (kind: string) =>
    (kind === "touchpoint" || kind === "measure") && lanes.some((lane) => lane.kind === kind);
  return laneKinds.map((kind) => (
    <Menu.Item
      key={kind}
      disabled={isThere(kind)}
      onClick={() => {
        const ref = editor?.addLane(kind) ?? null;
        if (kind === "free") edit(ref);
      }}
    >
      {t(`lane.${kind}`)}
    </Menu.Item>
  ));
}
