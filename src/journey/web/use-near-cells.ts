import { type FocusEvent, type RefObject, startTransition, useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Column } from "./map-view.ts";

/** Half a window further in every direction, so that what is scrolled to is there already. */
const margin = "50%";

/** About a window of lanes and steps, which a large map begins with. */
export const firstWindow = { lanes: 2, steps: 8 } as const;

/**
 * Which cells of a lane are, or have been, near what is in sight, by step; of a map that is not large, all. A cell that
 * gets the focus is near: the focus goes on to the first thing in it.
 */
export function useNearCells(
  row: RefObject<HTMLElement | null>,
  columns: readonly Column[],
  position: number,
  isLarge: boolean,
) {
  const [near, setNear] = useState<ReadonlySet<string>>(
    () => new Set(position < firstWindow.lanes ? columns.slice(0, firstWindow.steps).map(({ key }) => key) : []),
  );
  const add = useCallback(
    (steps: readonly string[]) =>
      setNear((before) => (steps.every((step) => before.has(step)) ? before : new Set([...before, ...steps]))),
    [],
  );
  useEffect(() => {
    if (!isLarge || row.current === null) return undefined;
    const look = (entries: readonly IntersectionObserverEntry[]) => {
      const come = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
      for (const cell of come) observer.unobserve(cell);
      // In slices, so that scrolling goes on while hundreds of cards are drawn.
      startTransition(() => add(come.map(stepOf)));
    };
    const observer = new IntersectionObserver(look, { rootMargin: margin, scrollMargin: margin });
    for (const { key } of columns) {
      const cell = row.current.querySelector(`[data-step="${CSS.escape(key)}"]`);
      if (cell !== null) observer.observe(cell);
    }
    return () => observer.disconnect();
  }, [isLarge, row, columns, add]);
  const onFocus = useCallback(
    ({ target }: FocusEvent<HTMLElement>) => {
      if (target.dataset["holds"] === undefined) return;
      flushSync(() => add([stepOf(target)]));
      target.querySelector<HTMLElement>("[data-item]")?.focus();
    },
    [add],
  );
  return { has: (step: string) => !isLarge || near.has(step), onFocus };
}

function stepOf(cell: Element): string {
  return (cell as HTMLElement).dataset["step"] ?? "";
}
