import { type RefObject, useEffect } from "react";

/** How the rows of a map are found however it is heard: each begins with its head. */
export const mapRows = ":scope > * > [data-kind]";

/**
 * A map whose steps are rows is heard as it is seen. The grid stays as it is drawn, lane by lane; a row a step, which
 * owns what lies at that step, takes the place of each lane's row for those who hear the map.
 */
export function useHeardRows(grid: RefObject<HTMLElement | null>, isTurned: boolean): void {
  useEffect(() => {
    const { current } = grid;
    if (!isTurned || current === null) return undefined;
    const changes = createChanges();
    const owners: HTMLElement[] = [];
    const arrange = () => {
      observer.disconnect();
      hear(current, owners, changes.set, () => `heard-${(named += 1)}`);
      observer.observe(current, { childList: true, subtree: true });
    };
    let named = 0;
    let waiting = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(arrange);
    });
    arrange();
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
      for (const owner of owners) owner.remove();
      changes.takeBack();
    };
  }, [grid, isTurned]);
}

type SetAttribute = (element: Element, name: string, value: string | null) => void;

function hear(grid: HTMLElement, owners: HTMLElement[], set: SetAttribute, newId: () => string): void {
  const steps = Number(grid.style.getPropertyValue("--steps"));
  const owned: string[][] = Array.from({ length: steps + 1 }, () => []);
  [...grid.querySelectorAll<HTMLElement>(mapRows)].forEach((lane) => {
    if (lane.parentElement !== null) set(lane.parentElement, "role", "presentation");
    set(lane, "role", "presentation");
    let row = 0;
    for (const cell of lane.children) {
      const span = Math.min(Number((cell as HTMLElement).dataset["span"] ?? 1), steps - row + 1);
      if (cell.id === "") set(cell, "id", newId());
      owned[row]?.push(cell.id);
      describe(cell, row, span, set);
      row += span;
    }
  });
  owned.forEach((ids, row) => {
    const owner = owners[row] ?? grid.appendChild(newOwner());
    owners[row] = owner;
    set(owner, "aria-owns", ids.join(" "));
  });
  for (const owner of owners.splice(owned.length)) owner.remove();
}

/** The head of a lane is over its column, that of a stage or a step before its row. */
function describe(cell: Element, row: number, span: number, set: SetAttribute): void {
  if (row === 0) set(cell, "role", "columnheader");
  else if (cell.matches('[role="columnheader"], [data-heard="head"]')) {
    set(cell, "role", "rowheader");
    set(cell, "data-heard", "head");
  }
  set(cell, "aria-colspan", null);
  set(cell, "aria-rowspan", span > 1 ? String(span) : null);
}

function newOwner(): HTMLElement {
  const owner = document.createElement("div");
  owner.setAttribute("role", "row");
  return owner;
}

/** Changes of attributes that can be taken back. */
function createChanges() {
  const before = new Map<Element, Map<string, string | null>>();
  return {
    set: (element: Element, name: string, value: string | null) => {
      if (element.getAttribute(name) === value) return;
      const known = before.get(element) ?? new Map<string, string | null>();
      if (!known.has(name)) known.set(name, element.getAttribute(name));
      before.set(element, known);
      write(element, name, value);
    },
    takeBack: () => {
      for (const [element, values] of before) for (const [name, value] of values) write(element, name, value);
      before.clear();
    },
  };
}

function write(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
