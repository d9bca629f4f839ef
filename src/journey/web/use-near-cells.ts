import { type FocusEvent, startTransition, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { readRef, refOf } from "./item.ts";

/** Half a window further in every direction, so that what is scrolled to is there already. */
const margin = "50%";

/** About a window of lanes and steps, which a large map begins with. */
export const firstWindow = { lanes: 2, steps: 8 } as const;

/** How many lanes are drawn at once, so that scrolling and typing go on while hundreds of cards are. */
const slice = 2;

interface Sight {
  lanes: readonly string[];
  steps: readonly string[];
}

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
  const [inSight, setInSight] = useState<Sight>(() => ({
    lanes: lanes.slice(0, firstWindow.lanes).map(({ id }) => id),
    steps: columns.slice(0, firstWindow.steps).map(({ key }) => key),
  }));
  const [near, setNear] = useState<NearCells>(() => added(new Map(), inSight));
  useEffect(() => {
    if (!isLarge) return undefined;
    const seen = { lanes: new Set<string>(), steps: new Set<string>() };
    const look = (entries: readonly IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        const { lane, ref } = (target as HTMLElement).dataset;
        const [ids, id = ""] = lane === undefined ? [seen.steps, readRef(ref)?.id] : [seen.lanes, lane];
        if (isIntersecting) ids.add(id);
        else ids.delete(id);
      }
      setInSight({ lanes: [...seen.lanes], steps: [...seen.steps] });
    };
    const observer = new IntersectionObserver(look, { rootMargin: margin, scrollMargin: margin });
    const watch = (element: Element | null | undefined) => element && observer.observe(element);
    for (const { key } of columns)
      watch(heads.current?.querySelector(`[data-ref="${refOf("step", CSS.escape(key))}"]`));
    for (const { id } of lanes)
      watch(rows.current?.querySelector(`[data-kind="cards"][data-lane="${CSS.escape(id)}"]`));
    return () => observer.disconnect();
  }, [isLarge, lanes, columns]);
  useEffect(() => {
    const more = added(near, inSight, slice);
    if (more !== near) startTransition(() => setNear(more));
  }, [near, inSight]);
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    const { holds, lane, step } = target.dataset;
    if (holds === undefined || lane === undefined || step === undefined) return;
    flushSync(() => setNear((before) => added(before, { lanes: [lane], steps: [step] })));
    target.querySelector<HTMLElement>("[data-item]")?.focus();
  }, []);
  return { near, onFocus, heads, rows };
}

/** The same with the cells of these lanes at these steps, of `most` lanes; what gains nothing keeps its identity. */
function added(before: NearCells, { lanes, steps }: Sight, most = lanes.length): NearCells {
  const gaining = lanes.filter((lane) => !steps.every((step) => before.get(lane)?.has(step))).slice(0, most);
  if (gaining.length === 0) return before;
  const grown = gaining.map((lane) => [lane, new Set([...(before.get(lane) ?? []), ...steps])] as const);
  return new Map([...before, ...grown]);
}
