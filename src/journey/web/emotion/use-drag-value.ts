import { type PointerEvent, type RefObject, useRef } from "react";
import { snapEmotion } from "../../emotion.ts";
import { valueAt } from "./lines.ts";

/** A press that stays within this many pixels is a click: nobody moves a point by accident. */
const threshold = 4;

interface DragDeeds {
  onMove: (value: number) => void;
  /** With what it was dropped on; null when the drag was given up. */
  onEnd: (value: number | null) => void;
  onClick: () => void;
}

/** Takes hold of a point by pointer or touch and says which value it is over, across `cell`. */
export function useDragValue(cell: RefObject<HTMLElement | null>, isVertical: boolean, deeds: DragDeeds) {
  const press = useRef<{ from: number; value: number | null } | null>(null);
  const along = (event: PointerEvent) => (isVertical ? event.clientX : event.clientY);
  const end = (keeps: boolean) => {
    const { current } = press;
    press.current = null;
    if (current === null) return;
    if (current.value !== null) deeds.onEnd(keeps ? current.value : null);
    else if (keeps) deeds.onClick();
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { from: along(event), value: null };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = press;
      const box = cell.current?.getBoundingClientRect();
      if (current === null || box === undefined) return;
      if (current.value === null && Math.abs(along(event) - current.from) < threshold) return;
      const share = isVertical ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
      const value = snapEmotion(valueAt(share, isVertical));
      if (value === current.value) return;
      press.current = { ...current, value };
      deeds.onMove(value);
    },
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
  };
}
