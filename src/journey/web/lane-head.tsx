import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Lane } from "../model.ts";
import { ItemMenu, type MenuEntry } from "./item-menu.tsx";
import { ItemText } from "./item-text.tsx";
import { refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import classes from "./map.module.css";
import { PeerTag } from "./peer-tag.tsx";
import { useItem } from "./use-item.ts";

/** What a lane is called on screen: its own name, else its kind's. */
export function useLaneName(): (lane: Lane) => string {
  const { t } = useTranslation("journey");
  return (lane) => (lane.name === "" ? t(`lane.${lane.kind}`) : lane.name);
}

/** A lane's name at the left of its row, with a word on what it holds. */
export function LaneHead({ lane, note }: { lane: Lane; note?: ReactNode }) {
  const { t } = useTranslation("journey");
  const { editor, edit, remove } = useMap();
  const nameOf = useLaneName();
  const item = { kind: "lane", id: lane.id } as const;
  const { peer, props } = useItem(item);
  const entries = (): MenuEntry[] =>
    editor === null
      ? []
      : [
          {
            label: t("rename"),
            icon: <Pencil size={14} />,
            shortcut: "F2",
            onClick: () => edit(refOf("lane", lane.id)),
          },
          {
            label: t("moveUp"),
            icon: <ArrowUp size={14} />,
            shortcut: "Alt ↑",
            onClick: () => editor.shift(item, "up"),
          },
          {
            label: t("moveDown"),
            icon: <ArrowDown size={14} />,
            shortcut: "Alt ↓",
            onClick: () => editor.shift(item, "down"),
          },
          { label: t("delete"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, nameOf(lane)) },
        ];
  return (
    <div role="rowheader" className={classes["laneHead"]} data-column={0} data-drop="lane" data-lane={lane.id}>
      <div {...props} className={classes["laneName"]}>
        <ItemText item={item} text={lane.name} placeholder={t(`lane.${lane.kind}`)} label={t("lane")} />
        {note !== undefined && note !== "" && <small>{note}</small>}
        {editor !== null && <ItemMenu name={nameOf(lane)} entries={entries} />}
        <PeerTag peer={peer} />
      </div>
    </div>
  );
}
