/** A cell of the map as the keyboard sees it: the columns it covers and how many things in it can be reached. */
export interface GridCell {
  column: number;
  span: number;
  items: number;
}
export type GridRow = readonly GridCell[];
export interface GridPlace {
  row: number;
  column: number;
  item: number;
}

const holds = (cell: GridCell, column: number) => cell.column <= column && column < cell.column + cell.span;
const cellAt = (row: GridRow | undefined, column: number) =>
  row?.find((cell) => holds(cell, column)) ?? row?.findLast((cell) => cell.column <= column) ?? row?.[0];

/**
 * Where a key leads from a place: up and down go through the things of a cell, then to the next row; left and right go
 * cell by cell; Home and End to the ends of the row, with Ctrl to the map's corners. Null when the key leads nowhere.
 */
export function moveOnGrid(rows: readonly GridRow[], from: GridPlace, key: string, ctrl = false): GridPlace | null {
  const row = rows[from.row];
  const cell = cellAt(row, from.column);
  if (row === undefined || cell === undefined) return null;
  const inRow = (to: GridCell | undefined, line: number, item: number, column = to?.column ?? 0): GridPlace | null =>
    to === undefined ? null : { row: line, column, item: Math.max(0, Math.min(item, to.items - 1)) };
  const position = row.indexOf(cell);
  switch (key) {
    case "ArrowLeft":
      return inRow(row[position - 1], from.row, from.item);
    case "ArrowRight":
      return inRow(row[position + 1], from.row, from.item);
    case "ArrowDown":
      if (from.item < cell.items - 1) return { ...from, item: from.item + 1 };
      return inRow(cellAt(rows[from.row + 1], from.column), from.row + 1, 0, from.column);
    case "ArrowUp":
      if (from.item > 0) return { ...from, item: from.item - 1 };
      return from.row === 0
        ? null
        : inRow(cellAt(rows[from.row - 1], from.column), from.row - 1, Infinity, from.column);
    case "Home":
      return ctrl ? inRow(rows[0]?.[0], 0, 0) : inRow(row[0], from.row, 0);
    case "End":
      return ctrl ? inRow(rows.at(-1)?.at(-1), rows.length - 1, Infinity) : inRow(row.at(-1), from.row, 0);
    default:
      return null;
  }
}
