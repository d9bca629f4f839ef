import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Direction } from "./editor.ts";
import type { MenuEntry } from "./item-menu.tsx";
import type { ItemRef } from "./item.ts";
import { useMap } from "./map-context.ts";
import { isTurned, turnedDirections } from "./orientation/turned.ts";

const looks = {
  left: { label: "moveLeft", icon: <ArrowLeft size={14} />, shortcut: "Alt ←" },
  right: { label: "moveRight", icon: <ArrowRight size={14} />, shortcut: "Alt →" },
  up: { label: "moveUp", icon: <ArrowUp size={14} />, shortcut: "Alt ↑" },
  down: { label: "moveDown", icon: <ArrowDown size={14} />, shortcut: "Alt ↓" },
} as const;

/** Moving an item, along the journey unless other directions are said; in the words of the map as it lies when its menu opens. */
export function useShiftEntries(
  item: ItemRef,
  directions: readonly Direction[] = ["left", "right"],
): () => MenuEntry[] {
  const { t } = useTranslation("journey");
  const { editor } = useMap();
  return () => {
    const grid = document.querySelector("[role=grid]");
    const isTurnedNow = grid !== null && isTurned(grid);
    return directions.map((direction) => {
      const { label, icon, shortcut } = looks[isTurnedNow ? turnedDirections[direction] : direction];
      return { label: t(label), icon, shortcut, onClick: () => editor?.shift(item, direction) };
    });
  };
}
