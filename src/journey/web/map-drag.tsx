import {
  DndContext,
  type DragMoveEvent,
  DragOverlay,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type ReactNode, useState } from "react";
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

/** Dragging by pointer or touch; the keyboard moves items with Alt and the arrows instead. */
export function MapDrag({ nameOf, children }: { nameOf: (item: ItemRef) => string; children: ReactNode }) {
  const { editor } = useMap();
  // A press that stays in place still is a click, a double-click, or the beginning of scrolling by touch.
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const [target] = useState(() => createStore<DropTarget | null>(null));
  const [dragged, setDragged] = useState<ItemRef | null>(null);
  const end = () => {
    setDragged(null);
    target.set(null);
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: "" } }}
      onDragStart={({ active }) => setDragged(readRef(String(active.id)))}
      onDragMove={(event) => {
        const item = readRef(String(event.active.id));
        target.set(item === null ? null : dropTargetAt(item, ...pointOf(event)));
      }}
      onDragEnd={({ active }) => {
        const item = readRef(String(active.id));
        const place = target.get()?.place;
        if (item !== null && place !== undefined) editor?.moveTo(item, place);
        end();
      }}
      onDragCancel={end}
    >
      {children}
      <DropMark target={target} />
      <DragOverlay dropAnimation={null}>
        {dragged !== null && <div className={classes["ghost"]}>{nameOf(dragged)}</div>}
      </DragOverlay>
    </DndContext>
  );
}

function DropMark({ target }: { target: Store<DropTarget | null> }) {
  const mark = useStore(target, (current) => current?.mark);
  return mark === undefined ? null : <div className={classes["dropMark"]} style={mark} />;
}

function pointOf({ activatorEvent, delta }: DragMoveEvent): [x: number, y: number] {
  const start = activatorEvent instanceof TouchEvent ? activatorEvent.touches[0] : (activatorEvent as MouseEvent);
  return [(start?.clientX ?? 0) + delta.x, (start?.clientY ?? 0) + delta.y];
}
