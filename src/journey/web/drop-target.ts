import { type ItemKind, type ItemRef, refOf } from "./item.ts";
import type { Place } from "./editor.ts";
import { isTurned } from "./orientation/turned.ts";

/** Where something would land, and the line that says so, in pixels of the window. */
export interface DropTarget {
  place: Place;
  mark: { left: number; top: number; width: number; height: number };
}

interface Point {
  x: number;
  y: number;
}

const thickness = 3;

/** What lies under the pointer for an item that is being dragged; null where it cannot land. */
export function dropTargetAt(item: ItemRef, x: number, y: number): DropTarget | null {
  const under = document.elementFromPoint(x, y)?.closest<HTMLElement>(`[data-drop="${item.kind}"]`) ?? null;
  return under === null ? null : landings[item.kind](under, item, x, y);
}

/** How each kind lands on the element that takes it. */
const landings: Record<ItemKind, (under: HTMLElement, item: ItemRef, x: number, y: number) => DropTarget | null> = {
  stage: (head, item, x, y) => beside(head, item, { x, y }, {}),
  step: (head, item, x, y) => beside(head, item, { x, y }, { stageId: head.dataset["stage"] ?? "" }),
  lane: (head, item, x, y) => between(head, item, { x, y }),
  card: (cell, item, _x, y) =>
    inCell(cell, item, y, { laneId: cell.dataset["lane"] ?? "", stepId: cell.dataset["step"] ?? "" }),
  link: () => null,
  placement: (cell, item, _x, y) => inCell(cell, item, y, { stepId: cell.dataset["step"] ?? "" }),
};

/** The index that a move counts with: the dragged item itself is left out of its siblings. */
function indexFor(element: HTMLElement, after: boolean, item: ItemRef): number {
  const siblings = [
    ...(element.parentElement?.querySelectorAll<HTMLElement>(`[data-drop="${item.kind}"]`) ?? []),
  ].filter((sibling) => sibling.dataset["stage"] === element.dataset["stage"]);
  const at = siblings.indexOf(element);
  const own = siblings.findIndex((sibling) => holdsItem(sibling, item));
  const index = at + (after ? 1 : 0);
  return own !== -1 && own < index ? index - 1 : index;
}

function holdsItem(element: HTMLElement, item: ItemRef): boolean {
  return element.querySelector(`[data-ref="${CSS.escape(refOf(item.kind, item.id))}"]`) !== null;
}

function beside(head: HTMLElement, item: ItemRef, at: Point, where: Omit<Place, "index">): DropTarget {
  const { after, mark } = edgeNear(head, at, isTurned(head) ? "y" : "x");
  return { place: { ...where, index: indexFor(head, after, item) }, mark };
}

function between(head: HTMLElement, item: ItemRef, at: Point): DropTarget | null {
  const grid = head.closest<HTMLElement>("[role=grid]");
  if (grid === null) return null;
  const { after, mark } = edgeNear(head, at, isTurned(head) ? "x" : "y", grid);
  const heads = [...grid.querySelectorAll<HTMLElement>('[data-drop="lane"]')];
  const index = heads.indexOf(head) + (after ? 1 : 0);
  const own = heads.findIndex((each) => holdsItem(each, item));
  return { place: { index: own !== -1 && own < index ? index - 1 : index }, mark };
}

/** The nearer edge of an element along an axis, and the line on it, as long as `reach` is from there. */
function edgeNear(element: HTMLElement, at: Point, axis: "x" | "y", reach = element) {
  const box = element.getBoundingClientRect();
  const outer = reach.getBoundingClientRect();
  if (axis === "x") {
    const after = at.x > box.left + box.width / 2;
    const left = (after ? box.right : box.left) - thickness / 2;
    const height = reach === element ? box.height : outer.bottom - box.top;
    return { after, mark: { left, top: box.top, width: thickness, height } };
  }
  const after = at.y > box.top + box.height / 2;
  const top = (after ? box.bottom : box.top) - thickness / 2;
  const width = reach === element ? box.width : outer.width;
  return { after, mark: { left: box.left, top, width, height: thickness } };
}

function inCell(cell: HTMLElement, item: ItemRef, y: number, where: Omit<Place, "index">): DropTarget {
  const others = [...cell.querySelectorAll<HTMLElement>("[data-ref]")].filter(
    (element) => element.dataset["ref"] !== refOf(item.kind, item.id),
  );
  const boxes = others.map((element) => element.getBoundingClientRect());
  const index = boxes.filter((box) => y > box.top + box.height / 2).length;
  const outer = cell.getBoundingClientRect();
  const top = boxes[index]?.top ?? boxes.at(-1)?.bottom ?? outer.top + 6;
  return {
    place: { ...where, index },
    mark: { left: outer.left + 6, top: top - thickness / 2, width: outer.width - 12, height: thickness },
  };
}
