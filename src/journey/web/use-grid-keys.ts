import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
} from "react";
import { type Press, cellOf, keyDeeds, selectByPointer } from "./grid-deeds.ts";
import { type ItemRef, readRef } from "./item.ts";
import type { MapTools } from "./map-context.ts";
import { arrowOn } from "./orientation/turned.ts";
import { nothing } from "./selection/selection.ts";

/** The keyboard on the map: one item takes Tab, arrows move among the others, and every deed has a key. */
export function useGridKeys(
  grid: RefObject<HTMLDivElement | null>,
  tools: MapTools,
  { nameOf, removeSelected }: Pick<Press, "nameOf" | "removeSelected">,
) {
  const { say } = tools;

  const last = useRef<HTMLElement>(null);

  // Exactly one item is in the page's Tab order, whatever comes and goes; what takes the place of the one that had the
  // focus takes its focus.
  useEffect(() => {
    const { current } = grid;
    if (current === null) return undefined;
    const keep = () => {
      if (current.querySelector("[data-item][tabindex='0']") === null)
        current.querySelector<HTMLElement>("[data-item]")?.setAttribute("tabindex", "0");
    };
    keep();
    const observer = new MutationObserver((changes) => {
      if (last.current?.isConnected === false && document.activeElement === document.body)
        besideRemoved(changes, last.current)?.focus();
      keep();
    });
    observer.observe(current, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [grid]);

  const onFocus = useCallback(
    (event: FocusEvent<HTMLDivElement>) => {
      const item = event.target.closest<HTMLElement>("[data-item]");
      if (item === null) return;
      last.current = item;
      for (const other of event.currentTarget.querySelectorAll("[data-item][tabindex='0']"))
        other.setAttribute("tabindex", "-1");
      item.setAttribute("tabindex", "0");
      say("at", item.dataset["ref"] ?? null);
    },
    [say],
  );

  const onBlur = useCallback(
    (event: FocusEvent<HTMLDivElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) say("at", null);
    },
    [say],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const element = target.closest<HTMLElement>("[data-item]");
    const { current } = grid;
    if (element === null || current === null || event.defaultPrevented) return;
    const item: ItemRef | null = readRef(element.dataset["ref"]);
    const key = arrowOn(current, event.key);
    const press: Press = {
      event,
      key,
      grid: current,
      element,
      item,
      cell: cellOf(element),
      tools,
      nameOf,
      removeSelected,
    };
    if (keyDeeds.some((deed) => deed(press))) event.preventDefault();
  };

  /** With Shift or Ctrl a press selects, and does nothing else that a press does. */
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || (event.target as HTMLElement).closest("textarea, [data-menu], input") !== null) return;
    if (event.shiftKey) getSelection()?.removeAllRanges();
    const isSelecting = selectByPointer(event, tools, document.activeElement);
    if (!isSelecting && !isOnSelection(event.target as HTMLElement, tools)) tools.selection.set(nothing);
  };
  const onClickCapture = (event: MouseEvent<HTMLDivElement>) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
    } else if ((event.target as HTMLElement).closest("[data-menu]") === null) {
      tools.selection.set(nothing);
    }
  };
  return { onFocus, onBlur, onKeyDown, onPointerDown, onClickCapture };
}

/** The item that follows one that was taken out of the page, or else comes before it. */
function besideRemoved(changes: readonly MutationRecord[], removed: HTMLElement): HTMLElement | null {
  const change = changes.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(removed)));
  const places = [change?.nextSibling, change?.previousSibling, change?.target];
  const items = places.map((place) =>
    place instanceof HTMLElement && place.isConnected
      ? (place.closest<HTMLElement>("[data-item]") ?? place.querySelector<HTMLElement>("[data-item]"))
      : null,
  );
  return items.find((item) => item !== null) ?? null;
}

/** A press on what is selected may be the beginning of dragging all of it. */
function isOnSelection(target: HTMLElement, { selection }: MapTools): boolean {
  return selection.get().refs.has(target.closest<HTMLElement>("[data-ref]")?.dataset["ref"] ?? "");
}
