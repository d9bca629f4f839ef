import { expect, test } from "vitest";
import { branchPath, lineAt, lineThrough, mainPath, thumbnailStations, trackY } from "./track.ts";

test("[U50] the line runs from the first station to the last and passes steps that have none", () => {
  expect(lineThrough([0, 1, 0, 2, 0])).toEqual([
    { arrives: false, leaves: false },
    { arrives: false, leaves: true },
    { arrives: true, leaves: true },
    { arrives: true, leaves: false },
    { arrives: false, leaves: false },
  ]);
  expect(lineThrough([0, 0])).toEqual([
    { arrives: false, leaves: false },
    { arrives: false, leaves: false },
  ]);
});

test("[U50] a step with several stations has one track for each, joined to the main line", () => {
  expect(branchPath(1, true, true)).toBe("");
  expect(branchPath(3, true, true).match(/M0 24C/g)).toHaveLength(2);
  expect(branchPath(2, true, true)).toMatch(/100 24$/);
  expect(branchPath(2, true, false)).toMatch(/H50$/);
  expect(branchPath(2, false, false)).toBe(`M50 ${lineAt}V${trackY(1)}`);
});

test("[U50] the main line ends at the first and the last station", () => {
  expect(mainPath(true, true)).toBe("M0 24H100");
  expect(mainPath(false, true)).toBe("M50 24H100");
  expect(mainPath(true, false)).toBe("M0 24H50");
  expect(mainPath(false, false)).toBe("");
});

test("[U51] a thumbnail's stations stay inside its box, the lower the further below expectation", () => {
  for (const count of [1, 2, 12, 60]) {
    const stations = thumbnailStations(
      Array.from({ length: count }, (_, index) => (index % 3 === 0 ? null : (index % 5) / 2 - 1)),
      240,
      56,
    );
    expect(stations).toHaveLength(count);
    for (const { x, y } of stations) {
      expect(x).toBeGreaterThanOrEqual(10);
      expect(x).toBeLessThanOrEqual(230);
      expect(y).toBeGreaterThanOrEqual(10);
      expect(y).toBeLessThanOrEqual(46);
    }
  }
  const [below, unknown, above] = thumbnailStations([-0.5, null, 0.2], 240, 56);
  expect(below?.y).toBe(46);
  expect(unknown?.y).toBe(28);
  expect(above?.y).toBeLessThan(28);
});
