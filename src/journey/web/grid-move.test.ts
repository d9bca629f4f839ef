import { expect, test } from "vitest";
import { type GridRow, moveOnGrid } from "./grid-move.ts";

/** Two stages over four steps, then a lane with several cards in its second step and nothing in its third. */
const rows: GridRow[] = [
  [
    { column: 1, span: 2, items: 1 },
    { column: 3, span: 2, items: 1 },
  ],
  [1, 2, 3, 4].map((column) => ({ column, span: 1, items: 1 })),
  [0, 1, 2, 3, 4].map((column) => ({ column, span: 1, items: column === 2 ? 3 : column === 3 ? 0 : 1 })),
];

test("[U52] left and right go cell by cell and stop at the ends", () => {
  expect(moveOnGrid(rows, { row: 2, column: 1, item: 0 }, "ArrowRight")).toEqual({ row: 2, column: 2, item: 0 });
  expect(moveOnGrid(rows, { row: 2, column: 4, item: 0 }, "ArrowRight")).toBeNull();
  expect(moveOnGrid(rows, { row: 0, column: 1, item: 0 }, "ArrowRight")).toEqual({ row: 0, column: 3, item: 0 });
  expect(moveOnGrid(rows, { row: 0, column: 2, item: 0 }, "ArrowLeft")).toBeNull();
});

test("[U52] up and down go through the cards of a cell before they leave it", () => {
  expect(moveOnGrid(rows, { row: 2, column: 2, item: 0 }, "ArrowDown")).toEqual({ row: 2, column: 2, item: 1 });
  expect(moveOnGrid(rows, { row: 2, column: 2, item: 2 }, "ArrowDown")).toBeNull();
  expect(moveOnGrid(rows, { row: 2, column: 2, item: 0 }, "ArrowUp")).toEqual({ row: 1, column: 2, item: 0 });
});

test("[U52] going down from a stage keeps the column, going up meets the stage over the step", () => {
  expect(moveOnGrid(rows, { row: 1, column: 4, item: 0 }, "ArrowUp")).toEqual({ row: 0, column: 4, item: 0 });
  expect(moveOnGrid(rows, { row: 0, column: 4, item: 0 }, "ArrowDown")).toEqual({ row: 1, column: 4, item: 0 });
  expect(moveOnGrid(rows, { row: 2, column: 0, item: 0 }, "ArrowUp")).toEqual({ row: 1, column: 0, item: 0 });
});

test("[U52] Home and End go to the ends of the row, with Ctrl to the corners of the map", () => {
  expect(moveOnGrid(rows, { row: 2, column: 2, item: 2 }, "Home")).toEqual({ row: 2, column: 0, item: 0 });
  expect(moveOnGrid(rows, { row: 2, column: 2, item: 2 }, "End")).toEqual({ row: 2, column: 4, item: 0 });
  expect(moveOnGrid(rows, { row: 2, column: 2, item: 0 }, "Home", true)).toEqual({ row: 0, column: 1, item: 0 });
  expect(moveOnGrid(rows, { row: 0, column: 1, item: 0 }, "End", true)).toEqual({ row: 2, column: 4, item: 0 });
  expect(moveOnGrid(rows, { row: 2, column: 2, item: 0 }, "x")).toBeNull();
});
