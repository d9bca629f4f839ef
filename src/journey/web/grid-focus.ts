import { mapRows } from "./orientation/use-heard-rows.ts";
import { type GridPlace, type GridRow, moveOnGrid } from "./grid-move.ts";

/** Moves the focus from an item by a key; false when the key leads nowhere. */
export function focusAt(grid: HTMLElement, from: HTMLElement, key: string, ctrl: boolean): boolean {
  const lines = [...grid.querySelectorAll<HTMLElement>(mapRows)].map((row) =>
    [...row.querySelectorAll<HTMLElement>("[data-column]")].filter((cell) => itemsIn(cell).length > 0),
  );
  const row = lines.findIndex((cells) => cells.some((cell) => cell.contains(from)));
  const cell = lines[row]?.find((candidate) => candidate.contains(from));
  if (cell === undefined) return false;
  const rows = lines.map((cells): GridRow =>
    cells.map((each) => ({
      column: Number(each.dataset["column"]),
      span: Number(each.dataset["span"] ?? 1),
      items: itemsIn(each).length,
    })),
  );
  const remembered = Number(grid.dataset["at"] ?? NaN);
  const first = Number(cell.dataset["column"]);
  const column = remembered >= first && remembered < first + Number(cell.dataset["span"] ?? 1) ? remembered : first;
  const to: GridPlace | null = moveOnGrid(rows, { row, column, item: itemsIn(cell).indexOf(from) }, key, ctrl);
  if (to === null) return false;
  grid.dataset["at"] = String(to.column);
  const target =
    lines[to.row]?.find((candidate) => holds(candidate, to.column)) ??
    lines[to.row]?.findLast((candidate) => Number(candidate.dataset["column"]) <= to.column) ??
    lines[to.row]?.[0];
  itemsIn(target)[to.item]?.focus();
  return true;
}

function holds(cell: HTMLElement, column: number): boolean {
  const first = Number(cell.dataset["column"]);
  return first <= column && column < first + Number(cell.dataset["span"] ?? 1);
}

function itemsIn(cell: HTMLElement | undefined): HTMLElement[] {
  if (cell === undefined) return [];
  return cell.matches("[data-item]") ? [cell] : [...cell.querySelectorAll<HTMLElement>("[data-item]")];
}

/** The first thing of a cell takes the focus once it is drawn. */
export function focusCell(grid: HTMLElement, { laneId, stepId }: { laneId: string; stepId: string }): void {
  requestAnimationFrame(() =>
    itemsIn(
      grid.querySelector<HTMLElement>(
        `[data-column][data-lane="${CSS.escape(laneId)}"][data-step="${CSS.escape(stepId)}"]`,
      ) ?? undefined,
    )[0]?.focus(),
  );
}

/**
 * The element of an item. A card of a large map that was never near what is in sight is drawn for it, by giving its cell
 * the focus. Null when the view that is open does not draw the item.
 */
export function elementOf(ref: string): HTMLElement | null {
  const find = (selector: string) => document.querySelector<HTMLElement>(`main ${selector}`);
  const drawn = () => find(`[data-ref="${CSS.escape(ref)}"]`);
  if (drawn() === null) find(`[data-holds~="${CSS.escape(ref)}"]`)?.focus({ preventScroll: true });
  return drawn();
}

/** Frames that an item is waited for: a map may first have to be drawn in place of another view. */
const patience = 120;

/** An item takes the focus once it is drawn, wherever that is: at the edge of what is in sight, or in its middle. */
export function focusRef(ref: string, where: "nearest" | "center" = "nearest", tries = patience): void {
  requestAnimationFrame(() => {
    const item = elementOf(ref);
    if (item === null && tries > 0) focusRef(ref, where, tries - 1);
    item?.focus({ preventScroll: true });
    item?.scrollIntoView({ block: where, inline: where, behavior: where === "center" ? "smooth" : "auto" });
  });
}
