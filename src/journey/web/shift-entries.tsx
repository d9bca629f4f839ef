import { ArrowDown, ArrowDownToLine, ArrowLeft, ArrowRight, ArrowUp, ArrowUpToLine } from "lucide-react";
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

/** A phone has no grid: steps and what is in them go down alike, and no key moves them. */
const phoneLooks = {
  left: { label: "movePrevious", icon: <ArrowUpToLine size={14} /> },
  right: { label: "moveNext", icon: <ArrowDownToLine size={14} /> },
  up: { label: "moveUp", icon: <ArrowUp size={14} /> },
  down: { label: "moveDown", icon: <ArrowDown size={14} /> },
} as const;

/** Moving an item, along the journey unless other directions are said; in the words of the map as it lies when its menu opens. */
export function useShiftEntries(
  item: ItemRef,
  directions: readonly Direction[] = ["left", "right"],
): () => MenuEntry[] {
  const { t, editor } = useMap();
  return () => {
    const grid = document.querySelector("[role=grid]");
    const isTurnedNow = grid !== null && isTurned(grid);
    return directions.map((direction) => {
      const look = grid === null ? phoneLooks[direction] : looks[isTurnedNow ? turnedDirections[direction] : direction];
      return { ...look, label: t(look.label), onClick: () => editor?.shift(item, direction) };
    });
  };
}
