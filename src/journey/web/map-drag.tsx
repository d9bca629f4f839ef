import {
  DndContext,
  DragOverlay,
  type Modifier,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type ReactNode, useEffect, useState } from "react";
import { type DropTarget, dropTargetAt } from "./drop-target.ts";
import { type ItemRef, readRef } from "./item.ts";
import { useMap } from "./map-context.ts";
import classes from "./map-drag.module.css";
import { mostSelected } from "./presence.ts";
import { type Store, createStore, useStore } from "./store.ts";
import { type Dragged, useDrag } from "./use-drag.ts";

/** Only pointers drag: those who hear the screen move items by keyboard and are not spoken to about dragging. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

// A press that stays in place is a click, a double-click, or the beginning of scrolling by touch.
const mouse = { activationConstraint: { distance: 6 } };
const touch = { activationConstraint: { delay: 250, tolerance: 8 } };

/** Dragging by pointer or touch; the keyboard moves items with Alt and the arrows instead. */
export function MapDrag({ nameOf, children }: { nameOf: (item: ItemRef) => string; children: ReactNode }) {
  const { say } = useMap();
  const drag = useDrag(nameOf);
  const sensors = useSensors(useSensor(MouseSensor, mouse), useSensor(TouchSensor, touch));
  const [target] = useState(() => createStore<DropTarget | null>(null));
  const [dragged, setDragged] = useState<Dragged | null>(null);
  useEffect(() => {
    if (dragged === null) return undefined;
    let pointer: [x: number, y: number] | null = null;
    let frame: number | null = null;
    const look = () => {
      frame = null;
      target.set(pointer === null ? null : dropTargetAt(dragged.item, ...pointer));
    };
    const soon = () => {
      frame ??= requestAnimationFrame(look);
    };
    const follow = (event: Event) => {
      pointer = pressOf(event);
      soon();
    };
    /** Where it is let go counts, not where it was when the frame before was drawn. */
    const lookNow = () => {
      if (frame === null) return;
      cancelAnimationFrame(frame);
      look();
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener("mousemove", follow, { signal });
    window.addEventListener("touchmove", follow, { signal });
    // At an edge the map moves under a pointer that rests.
    window.addEventListener("scroll", soon, { signal, capture: true });
    window.addEventListener("mouseup", lookNow, { signal, capture: true });
    window.addEventListener("touchend", lookNow, { signal, capture: true });
    return () => {
      stop.abort();
      if (frame !== null) cancelAnimationFrame(frame);
    };
  }, [dragged, target]);
  const end = () => {
    for (const element of document.querySelectorAll<HTMLElement>("[data-dragging]")) delete element.dataset["dragging"];
    setDragged(null);
    say("drag", null);
    target.set(null);
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: "" } }}
      onDragStart={({ activatorEvent }) => {
        const begun = drag.begin(readRef(itemUnder(activatorEvent)?.dataset["ref"]));
        for (const ref of begun?.refs ?? [])
          for (const element of document.querySelectorAll<HTMLElement>(`[data-ref="${CSS.escape(ref)}"]`))
            element.dataset["dragging"] = "true";
        setDragged(begun);
        say("drag", begun?.refs.slice(0, mostSelected) ?? null);
      }}
      onDragEnd={() => {
        const place = target.get()?.place;
        if (dragged !== null && place !== undefined) drag.drop(dragged, place);
        end();
      }}
      onDragCancel={end}
    >
      <DragSurface isDisabled={drag.isDisabled}>{children}</DragSurface>
      <DropMark target={target} />
      <DragOverlay dropAnimation={null} modifiers={atPointer} className={classes["overlay"] ?? ""}>
        {dragged !== null && <div className={classes["ghost"]}>{dragged.name}</div>}
      </DragOverlay>
    </DndContext>
  );
}

/**
 * The whole map is one draggable, and the item under the press is what is dragged: a map of a thousand cards has one
 * listener, and none of the cards is redrawn when a drag begins.
 */
function DragSurface({ isDisabled, children }: { isDisabled: boolean; children: ReactNode }) {
  const { setNodeRef, listeners } = useDraggable({ id: "map", disabled: isDisabled });
  const start = (name: "onMouseDown" | "onTouchStart") => (event: { nativeEvent: Event }) => {
    if (itemUnder(event.nativeEvent) !== null) listeners?.[name]?.(event);
  };
  return (
    <div
      ref={setNodeRef}
      role="presentation"
      className={classes["surface"]}
      onMouseDown={start("onMouseDown")}
      onTouchStart={start("onTouchStart")}
    >
      {children}
    </div>
  );
}

function DropMark({ target }: { target: Store<DropTarget | null> }) {
  const mark = useStore(target, (current) => current?.mark);
  return mark === undefined ? null : <div className={classes["mark"]} style={mark} />;
}

/** The item that a press would drag; a press into a text or onto a menu drags nothing. */
function itemUnder(event: Event): HTMLElement | null {
  const pressed = event.target instanceof Element ? event.target : null;
  return pressed?.closest("textarea, [data-menu]") === null ? pressed.closest<HTMLElement>("[data-ref]") : null;
}

/** What is dragged hangs under the pointer, wherever the map itself lies. */
const atPointer: Modifier[] = [
  ({ transform, activatorEvent, activeNodeRect }) => {
    if (activatorEvent === null || activeNodeRect === null) return transform;
    const [x, y] = pressOf(activatorEvent);
    return {
      ...transform,
      x: transform.x + x - activeNodeRect.left + 10,
      y: transform.y + y - activeNodeRect.top + 10,
    };
  },
];

function pressOf(event: Event): [x: number, y: number] {
  // `TouchEvent` itself is not defined in browsers without a touch screen.
  const press = event instanceof MouseEvent ? event : "touches" in event ? (event as TouchEvent).touches[0] : undefined;
  return [press?.clientX ?? 0, press?.clientY ?? 0];
}
