import { type RefObject, useEffect } from "react";
import { useMap } from "../map-context.ts";
import { scrollerOf } from "../zoom/use-zoom.ts";
import { type Spot, spotAt } from "./spot.ts";
import { throttled } from "./throttle.ts";

/** Between two words on where one's pointer is, and on where one looks, in milliseconds. */
export const pace = { pointer: 80, look: 200 } as const;
/** With more people than this, pointers would be a swarm: nobody tells theirs any more. */
export const mostPointers = 20;

/** Tells the others where one's pointer is and what one looks at, when there is anybody. */
export function useTelling(grid: RefObject<HTMLElement | null>): void {
  const { presence, say, zoom } = useMap();
  useEffect(() => {
    const { current } = grid;
    const scroller = current === null ? null : scrollerOf(current);
    if (current === null || scroller === null) return undefined;
    const people = () => presence.get().people.length;
    const pointer = throttled<MouseEvent | null>(pace.pointer, (at) => say("pointer", at === null ? null : spotOf(at)));
    const look = throttled<null>(pace.look, () => say("look", people() === 0 ? null : middleOf(scroller)));
    const onMove = (event: PointerEvent) => {
      if (event.pointerType === "mouse" && people() > 0 && people() <= mostPointers) pointer.call(event);
    };
    const onLeave = () => people() > 0 && pointer.call(null);
    const onLook = () => look.call(null);
    onLook();
    const { signal, abort } = abortable();
    current.addEventListener("pointermove", onMove, { passive: true, signal });
    current.addEventListener("pointerleave", onLeave, { signal });
    scroller.addEventListener("scroll", onLook, { passive: true, signal });
    const stops = [zoom.subscribe(onLook), whenPeopleChange(presence, onLook)];
    return () => {
      abort();
      for (const stop of stops) stop();
      pointer.stop();
      look.stop();
      say("pointer", null);
      say("look", null);
    };
  }, [grid, presence, say, zoom]);
}

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

function whenPeopleChange(
  presence: { get: () => { people: readonly unknown[] }; subscribe: (listener: () => void) => () => void },
  tell: () => void,
): () => void {
  let count = presence.get().people.length;
  return presence.subscribe(() => {
    const now = presence.get().people.length;
    if (now === count) return;
    count = now;
    tell();
  });
}

function spotOf({ clientX, clientY }: MouseEvent): Spot | null {
  return spotAt(clientX, clientY);
}

function middleOf(scroller: HTMLElement): Spot | null {
  const box = scroller.getBoundingClientRect();
  return spotAt(box.left + box.width / 2, box.top + box.height / 2);
}
