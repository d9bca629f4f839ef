import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Pencil, Plus, Trash2 } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Card, LaneKind } from "../model.ts";
import { ItemMenu, type MenuEntry } from "./item-menu.tsx";
import { ItemText } from "./item-text.tsx";
import { refOf } from "./item.ts";
import { useMap } from "./map-context.ts";
import classes from "./map.module.css";
import { PeerTag } from "./peer-tag.tsx";
import { useItem } from "./use-item.ts";

/** What a card's ground says: what hurts, what pleases, anything else. */
export function toneOf(kind: LaneKind): "bad" | "good" | "mid" {
  if (kind === "irritant") return "bad";
  return kind === "delight" ? "good" : "mid";
}

export const CardItem = memo(function CardItem({ card, kind }: { card: Card; kind: LaneKind }) {
  const { t } = useTranslation("journey");
  const { editor, edit, addCard, remove } = useMap();
  const item = { kind: "card", id: card.id } as const;
  const { peer, props } = useItem(item);
  const short = card.text.length > 40 ? `${card.text.slice(0, 39)}…` : card.text;
  const entries = (): MenuEntry[] =>
    editor === null
      ? []
      : [
          { label: t("edit"), icon: <Pencil size={14} />, shortcut: "F2", onClick: () => edit(refOf("card", card.id)) },
          { label: t("addAfter"), icon: <Plus size={14} />, onClick: () => addCard(card.laneId, card.stepId) },
          {
            label: t("moveLeft"),
            icon: <ArrowLeft size={14} />,
            shortcut: "Alt ←",
            onClick: () => editor.shift(item, "left"),
          },
          {
            label: t("moveRight"),
            icon: <ArrowRight size={14} />,
            shortcut: "Alt →",
            onClick: () => editor.shift(item, "right"),
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
          { label: t("delete"), icon: <Trash2 size={14} />, isDanger: true, onClick: () => remove(item, short) },
        ];
  return (
    <li {...props} className={classes["card"]} data-tone={toneOf(kind)}>
      <ItemText item={item} text={card.text} placeholder={t("cardPlaceholder")} label={t("card")} />
      {editor !== null && <ItemMenu name={short} entries={entries} />}
      <PeerTag peer={peer} />
    </li>
  );
});
