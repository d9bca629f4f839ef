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
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type DropTarget, dropTargetAt } from "./drop-target.ts";
import { type ItemRef, readRef } from "./item.ts";
import { useMap } from "./map-context.ts";
import classes from "./map.module.css";
import { type Store, createStore, useStore } from "./store.ts";

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
  const { editor } = useMap();
  const sensors = useSensors(useSensor(MouseSensor, mouse), useSensor(TouchSensor, touch));
  const [target] = useState(() => createStore<DropTarget | null>(null));
  const [dragged, setDragged] = useState<ItemRef | null>(null);
  const element = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (dragged === null) return undefined;
    const follow = (event: Event) => target.set(dropTargetAt(dragged, ...pressOf(event)));
    window.addEventListener("mousemove", follow);
    window.addEventListener("touchmove", follow);
    return () => {
      window.removeEventListener("mousemove", follow);
      window.removeEventListener("touchmove", follow);
    };
  }, [dragged, target]);
  const end = () => {
    delete element.current?.dataset["dragging"];
    setDragged(null);
    target.set(null);
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: "" } }}
      onDragStart={({ activatorEvent }) => {
        element.current = itemUnder(activatorEvent);
        if (element.current !== null) element.current.dataset["dragging"] = "true";
        setDragged(readRef(element.current?.dataset["ref"]));
      }}
      onDragEnd={() => {
        const place = target.get()?.place;
        if (dragged !== null && place !== undefined) editor?.moveTo(dragged, place);
        end();
      }}
      onDragCancel={end}
    >
      <DragSurface isDisabled={editor === null}>{children}</DragSurface>
      <DropMark target={target} />
      <DragOverlay dropAnimation={null} modifiers={atPointer}>
        {dragged !== null && <div className={classes["ghost"]}>{nameOf(dragged)}</div>}
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
    <div ref={setNodeRef} role="presentation" onMouseDown={start("onMouseDown")} onTouchStart={start("onTouchStart")}>
      {children}
    </div>
  );
}

function DropMark({ target }: { target: Store<DropTarget | null> }) {
  const mark = useStore(target, (current) => current?.mark);
  return mark === undefined ? null : <div className={classes["dropMark"]} style={mark} />;
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
