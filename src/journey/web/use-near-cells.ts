import { type FocusEvent, startTransition, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { readRef, refOf } from "./item.ts";

/** Half a window further in every direction, so that what is scrolled to is there already. */
const margin = "50%";

/** About a window of lanes and steps, which a large map begins with. */
export const firstWindow = { lanes: 2, steps: 8 } as const;

/** The steps whose cells are near what is in sight, or have been, by lane. */
export type NearCells = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Which cells of a large map are, or have been, near what is in sight: those where a lane and a step both are, so that a
 * hundred things are watched and not a thousand cells. A cell that gets the focus is near: the focus goes on to the first
 * thing in it. `drawn` is what the map shows by now: when it grows, what is new is watched too.
 */
export function useNearCells(
  drawn: { lanes: readonly { id: string }[]; columns: readonly { key: string }[] },
  isLarge: boolean,
) {
  const { lanes, columns } = drawn;
  const heads = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState<NearCells>(() =>
    added(
      new Map(),
      lanes.slice(0, firstWindow.lanes).map(({ id }) => id),
      columns.slice(0, firstWindow.steps).map(({ key }) => key),
    ),
  );
  useEffect(() => {
    if (!isLarge) return undefined;
    const inSight = { lanes: new Set<string>(), steps: new Set<string>() };
    const look = (entries: readonly IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        const { lane, ref } = (target as HTMLElement).dataset;
        const [ids, id = ""] = lane === undefined ? [inSight.steps, readRef(ref)?.id] : [inSight.lanes, lane];
        if (isIntersecting) ids.add(id);
        else ids.delete(id);
      }
      const [cameLanes, cameSteps] = [[...inSight.lanes], [...inSight.steps]];
      // In slices, so that scrolling goes on while hundreds of cards are drawn.
      startTransition(() => setNear((before) => added(before, cameLanes, cameSteps)));
    };
    const observer = new IntersectionObserver(look, { rootMargin: margin, scrollMargin: margin });
    const watch = (element: Element | null | undefined) => element && observer.observe(element);
    for (const { key } of columns)
      watch(heads.current?.querySelector(`[data-ref="${refOf("step", CSS.escape(key))}"]`));
    for (const { id } of lanes)
      watch(rows.current?.querySelector(`[data-kind="cards"][data-lane="${CSS.escape(id)}"]`));
    return () => observer.disconnect();
  }, [isLarge, lanes, columns]);
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    const { holds, lane, step } = target.dataset;
    if (holds === undefined || lane === undefined || step === undefined) return;
    flushSync(() => setNear((before) => added(before, [lane], [step])));
    target.querySelector<HTMLElement>("[data-item]")?.focus();
  }, []);
  return { near, onFocus, heads, rows };
}

/** The same with the cells of these lanes at these steps; what gains nothing keeps its identity. */
function added(before: NearCells, lanes: readonly string[], steps: readonly string[]): NearCells {
  const gaining = lanes.flatMap((lane) => {
    const known = before.get(lane);
    return steps.every((step) => known?.has(step)) ? [] : [[lane, new Set([...(known ?? []), ...steps])] as const];
  });
  return gaining.length === 0 ? before : new Map([...before, ...gaining]);
}
