import type { TFunction } from "i18next";
import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type ItemRef, readRef } from "../item.ts";
import { useMap } from "../map-context.ts";
import type { Pointer } from "../presence.ts";
import { useStore } from "../store.ts";
import { scrollerOf } from "../zoom/use-zoom.ts";
import classes from "./presence.module.css";
import { pointOf } from "./spot.ts";
import { mostPointers } from "./use-telling.ts";

/** With more pointers than this, names would hide the map. */
const mostNames = 8;

/** The pointers of the others, each on the thing it points at, whatever the zoom here and there. */
export function PeerPointers({ grid, nameOf }: { grid: RefObject<HTMLElement | null>; nameOf: NameOf }) {
  const { t } = useTranslation("selection");
  const { pointers, zoom } = useMap();
  const shown = useStore(pointers);
  const layer = useRef<HTMLDivElement>(null);
  const latest = useRef(shown);
  useLayoutEffect(() => {
    latest.current = shown;
    place(layer.current, grid.current, shown);
  }, [grid, shown]);
  useEffect(() => {
    const again = () => place(layer.current, grid.current, latest.current);
    const stop = zoom.subscribe(again);
    const controller = new AbortController();
    window.addEventListener("scroll", again, { capture: true, passive: true, signal: controller.signal });
    return () => {
      stop();
      controller.abort();
    };
  }, [grid, zoom]);
  if (shown.length === 0 || shown.length > mostPointers) return null;
  return (
    <div ref={layer} aria-hidden>
      {shown.map(({ clientId, name, color, drags }) => (
        <div key={clientId} data-client={clientId} className={classes["pointer"]}>
          <svg width="16" height="18" viewBox="0 0 16 18">
            <path d="M1 1l13 7-6 1.5L5 16z" fill={color} stroke="#fff" strokeWidth="1.25" strokeLinejoin="round" />
          </svg>
          {shown.length <= mostNames && (
            <span className={classes["name"]} style={{ background: color }}>
              {[name, draggedName(drags, nameOf, t)].filter(Boolean).join(" · ")}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

type NameOf = (item: ItemRef) => string;

/** What somebody is dragging, in words. */
function draggedName([first, ...more]: readonly string[], nameOf: NameOf, t: TFunction<"selection">): string {
  const item = readRef(first);
  if (item === null) return "";
  return more.length === 0 ? nameOf(item) : t(`count.${item.kind}`, { count: more.length + 1 });
}

/** Puts each pointer where it belongs in this window, those beside the visible part out of sight. */
function place(layer: HTMLElement | null, grid: HTMLElement | null, pointers: readonly Pointer[]): void {
  if (layer === null || grid === null) return;
  const box = scrollerOf(grid)?.getBoundingClientRect();
  if (box === undefined) return;
  const where = new Map(pointers.map(({ clientId, spot }) => [String(clientId), spot]));
  for (const element of layer.querySelectorAll<HTMLElement>("[data-client]")) {
    const spot = where.get(element.dataset["client"] ?? "");
    const point = spot === undefined ? null : pointOf(spot);
    const isSeen =
      point !== null && point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
    element.style.visibility = isSeen ? "visible" : "hidden";
    if (point !== null) element.style.transform = `translate(${point.x}px, ${point.y}px)`;
  }
}
