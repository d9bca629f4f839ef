import { type RefObject, useEffect } from "react";
import { isTurned } from "../orientation/turned.ts";
import type { Store } from "../store.ts";
import { boundedZoom, fittingZoom } from "./zoom.ts";

/** How much a turn of the wheel, or a pinch on a touchpad, changes. */
const perPixel = 0.004;

/** Draws the map as large as asked, and follows Ctrl with the wheel, which a pinch on a touchpad is too. */
export function useZoom(grid: RefObject<HTMLElement | null>, zoom: Store<number>): void {
  useEffect(() => {
    const { current } = grid;
    const area = current?.parentElement;
    if (current === null || area === null || area === undefined) return undefined;
    const draw = () => current.style.setProperty("zoom", String(zoom.get()));
    draw();
    const stop = zoom.subscribe(draw);
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const before = { zoom: zoom.get(), box: current.getBoundingClientRect() };
      zoom.set(boundedZoom(before.zoom * Math.exp(-event.deltaY * perPixel)));
      keepUnder(current, event, zoom.get() / before.zoom, before.box);
    };
    area.addEventListener("wheel", onWheel, { passive: false });
    return () => {
      stop();
      area.removeEventListener("wheel", onWheel);
    };
  }, [grid, zoom]);
}

/** What was under the pointer stays there. */
function keepUnder(grid: HTMLElement, { clientX, clientY }: MouseEvent, factor: number, before: DOMRect): void {
  const scroller = scrollerOf(grid);
  const now = grid.getBoundingClientRect();
  scroller?.scrollBy(
    now.left + (clientX - before.left) * factor - clientX,
    now.top + (clientY - before.top) * factor - clientY,
  );
}

/** What scrolls the map. */
export function scrollerOf(grid: HTMLElement): HTMLElement | null {
  let element = grid.parentElement;
  while (element !== null && !/auto|scroll/.test(getComputedStyle(element).overflowX)) element = element.parentElement;
  return element;
}

/** The zoom at which the whole width of the map on screen is in sight. */
export function zoomToFit(): number {
  const grid = document.querySelector<HTMLElement>("[role=grid]");
  const scroller = grid === null ? null : scrollerOf(grid);
  if (grid === null || scroller === null) return 1;
  // Columns of steps give way down to a least width; a map of rows is as wide as its lanes.
  const style = getComputedStyle(grid);
  const natural = isTurned(grid) ? Number.parseFloat(style.width) : Number.parseFloat(style.minWidth);
  const padding = Number.parseFloat(getComputedStyle(scroller).paddingRight);
  return fittingZoom(scroller.clientWidth - padding, natural);
}
