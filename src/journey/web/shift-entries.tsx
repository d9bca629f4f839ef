import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { MenuEntry } from "./item-menu.tsx";
import type { ItemRef } from "./item.ts";
import { useMap } from "./map-context.ts";
import { isTurned } from "./orientation/turned.ts";

/** Moving an item along the journey, said as the map lies when its menu opens. */
export function useShiftEntries(item: ItemRef): () => MenuEntry[] {
  const { t } = useTranslation("journey");
  const { editor } = useMap();
  return () => {
    const grid = document.querySelector("[role=grid]");
    const down = grid !== null && isTurned(grid);
    return [
      {
        label: t(down ? "moveUp" : "moveLeft"),
        icon: down ? <ArrowUp size={14} /> : <ArrowLeft size={14} />,
        shortcut: down ? "Alt ↑" : "Alt ←",
        onClick: () => editor?.shift(item, "left"),
      },
      {
        label: t(down ? "moveDown" : "moveRight"),
        icon: down ? <ArrowDown size={14} /> : <ArrowRight size={14} />,
        shortcut: down ? "Alt ↓" : "Alt →",
        onClick: () => editor?.shift(item, "right"),
      },
    ];
  };
}
