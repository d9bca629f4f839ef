import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useEffect } from "react";
import type { Direction } from "./editor.ts";
import { type GridPlace, type GridRow, moveOnGrid } from "./grid-move.ts";
import { type ItemRef, readRef } from "./item.ts";
import type { MapTools } from "./map-context.ts";

const directions: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The keyboard on the map: one item takes Tab, arrows move among the others, and every deed has a key. */
export function useGridKeys(
  grid: RefObject<HTMLDivElement | null>,
  tools: MapTools,
  pointAt: (ref: string | null) => void,
  nameOf: (item: ItemRef) => string,
) {
  const { editor, editing, remove } = tools;

  // Exactly one item is in the page's Tab order, whatever comes and goes.
  useEffect(() => {
    const { current } = grid;
    if (current === null) return undefined;
    const keep = () => {
      if (current.querySelector("[data-item][tabindex='0']") === null)
        current.querySelector<HTMLElement>("[data-item]")?.setAttribute("tabindex", "0");
    };
    keep();
    const observer = new MutationObserver(keep);
    observer.observe(current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [grid]);

  const onFocus = useCallback(
    (event: FocusEvent<HTMLDivElement>) => {
      const item = event.target.closest<HTMLElement>("[data-item]");
      if (item === null) return;
      for (const other of event.currentTarget.querySelectorAll("[data-item][tabindex='0']"))
        other.setAttribute("tabindex", "-1");
      item.setAttribute("tabindex", "0");
      pointAt(item.dataset["ref"] ?? null);
    },
    [pointAt],
  );

  const onBlur = useCallback(
    (event: FocusEvent<HTMLDivElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) pointAt(null);
    },
    [pointAt],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>("[data-item]");
    const { current } = grid;
    if (element === null || current === null || event.defaultPrevented) return;
    const item = readRef(element.dataset["ref"]);
    const isModified = event.ctrlKey || event.metaKey;
    const direction = directions[event.key];
    if (event.altKey && direction !== undefined) {
      event.preventDefault();
      if (item !== null && editor?.shift(item, direction) === true) refocus(current, element.dataset["ref"]);
      return;
    }
    const writes =
      event.key === "F2" || (event.key === "Enter" && item?.kind !== "placement" && element.tagName !== "BUTTON");
    if (writes && item !== null && item.kind !== "placement") {
      event.preventDefault();
      if (editor !== null) editing.set(element.dataset["ref"] ?? null);
    } else if (event.key === "Delete" && item !== null && editor !== null) {
      event.preventDefault();
      const next = element.closest("[data-column]");
      remove(item, nameOf(item));
      requestAnimationFrame(() =>
        (next?.isConnected === true ? next.querySelector<HTMLElement>("[data-item]") : null)?.focus(),
      );
    } else if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      const menu =
        element.querySelector<HTMLElement>("[data-menu]") ??
        element.parentElement?.querySelector<HTMLElement>("[data-menu]");
      if (menu === null || menu === undefined) return;
      event.preventDefault();
      menu.click();
    } else if (event.key === "Tab" && (event.target as HTMLElement).tagName === "TEXTAREA") {
      if (focusAt(current, element, event.shiftKey ? "ArrowLeft" : "ArrowRight", false)) event.preventDefault();
    } else if (focusAt(current, element, event.key, isModified)) {
      event.preventDefault();
    }
  };
  return { onFocus, onBlur, onKeyDown };
}

/** Moves the focus from an item by a key; false when the key leads nowhere. */
function focusAt(grid: HTMLElement, from: HTMLElement, key: string, ctrl: boolean): boolean {
  const lines = [...grid.querySelectorAll<HTMLElement>("[role=row]")].map((row) =>
    [...row.querySelectorAll<HTMLElement>("[data-column]")].filter((cell) => itemsIn(cell).length > 0),
  );
  const row = lines.findIndex((cells) => cells.some((cell) => cell.contains(from)));
  const cell = lines[row]?.find((candidate) => candidate.contains(from));
  if (cell === undefined) return false;
  const rows = lines.map((cells): GridRow =>
    cells.map((each) => ({
      column: Number(each.dataset["column"]),
      span: Number(each.dataset["span"] ?? 1),
      items: itemsIn(each).length,
    })),
  );
  const remembered = Number(grid.dataset["at"] ?? NaN);
  const first = Number(cell.dataset["column"]);
  const column = remembered >= first && remembered < first + Number(cell.dataset["span"] ?? 1) ? remembered : first;
  const to: GridPlace | null = moveOnGrid(rows, { row, column, item: itemsIn(cell).indexOf(from) }, key, ctrl);
  if (to === null) return false;
  grid.dataset["at"] = String(to.column);
  const target =
    lines[to.row]?.find((candidate) => holds(candidate, to.column)) ??
    lines[to.row]?.findLast((candidate) => Number(candidate.dataset["column"]) <= to.column) ??
    lines[to.row]?.[0];
  itemsIn(target)[to.item]?.focus();
  return true;
}

function holds(cell: HTMLElement, column: number): boolean {
  const first = Number(cell.dataset["column"]);
  return first <= column && column < first + Number(cell.dataset["span"] ?? 1);
}

function itemsIn(cell: HTMLElement | undefined): HTMLElement[] {
  if (cell === undefined) return [];
  return cell.matches("[data-item]") ? [cell] : [...cell.querySelectorAll<HTMLElement>("[data-item]")];
}

/** A moved item keeps the focus, wherever it is drawn next. */
function refocus(grid: HTMLElement, ref: string | undefined): void {
  requestAnimationFrame(() => grid.querySelector<HTMLElement>(`[data-ref="${CSS.escape(ref ?? "")}"]`)?.focus());
}
