import { type RefObject, useEffect } from "react";
import { useMap } from "../map-context.ts";
import { scrollerOf } from "../zoom/use-zoom.ts";
import { pointOf } from "./spot.ts";

/** Brings what the one whom one follows looks at into one's own middle, until one acts oneself or they leave. */
export function useFollowing(grid: RefObject<HTMLElement | null>): void {
  const { following, presence } = useMap();
  useEffect(() => {
    let seen = "";
    const follow = () => {
      const userId = following.get();
      const peer = presence.get().people.find((person) => person.userId === userId);
      if (userId !== null && peer === undefined) following.set(null);
      const look = peer?.look ?? null;
      const scroller = grid.current === null ? null : scrollerOf(grid.current);
      if (look === null || scroller === null || JSON.stringify(look) === seen) return;
      seen = JSON.stringify(look);
      const point = pointOf(look);
      const box = scroller.getBoundingClientRect();
      if (point !== null)
        scroller.scrollBy({
          left: point.x - box.left - box.width / 2,
          top: point.y - box.top - box.height / 2,
          behavior: "smooth",
        });
    };
    const stop = () => following.set(null);
    const begin = () => {
      seen = "";
      follow();
    };
    const stops = [following.subscribe(begin), presence.subscribe(follow)];
    const controller = new AbortController();
    const isOwn = (event: Event) =>
      (event instanceof KeyboardEvent && event.key === "Escape") ||
      (event.target instanceof Element && event.target.closest("[data-follows]") === null);
    for (const act of ["pointerdown", "wheel", "keydown"] as const)
      window.addEventListener(act, (event) => following.get() !== null && isOwn(event) && stop(), {
        signal: controller.signal,
        capture: true,
        passive: true,
      });
    return () => {
      controller.abort();
      for (const each of stops) each();
    };
  }, [grid, following, presence]);
}
