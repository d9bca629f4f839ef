import { expect, test } from "vitest";
import { ribbon, runs, smooth } from "./smooth.ts";

test("[U45] a curve passes through its points and is flat at each of them", () => {
  expect(smooth([])).toBe("");
  expect(smooth([[0, 5]])).toBe("M0 5");
  expect(
    smooth([
      [0, 5],
      [10, 9],
    ]),
  ).toBe("M0 5C5 5 5 9 10 9");
});

test("[U45] a band is closed between its two edges", () => {
  expect(
    ribbon(
      [
        [0, 1],
        [10, 2],
      ],
      [
        [0, 3],
        [10, 4],
      ],
    ),
  ).toBe("M0 1C5 1 5 2 10 2L10 4C5 4 5 3 0 3Z");
});

test("[U45] a curve stops where nothing is known", () => {
  expect(runs([null, 1, 2, null, 3])).toEqual([
    { start: 1, values: [1, 2] },
    { start: 4, values: [3] },
  ]);
  expect(runs([null, null])).toEqual([]);
});
