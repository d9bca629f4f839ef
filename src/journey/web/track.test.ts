import { expect, test } from "vitest";
import { lineThrough, thumbnailStations, trackPath } from "./track.ts";

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
  expect(trackPath(1, true, true)).toBe("M0 24H100");
  expect(trackPath(0, true, true)).toBe("M0 24H100");
  expect(trackPath(0, false, false)).toBe("");
  expect(trackPath(1, false, true)).toBe("M50 24H100");
  expect(trackPath(3, true, true).match(/M2 24C/g)).toHaveLength(2);
  expect(trackPath(2, false, false)).toBe("M50 24V104");
  expect(trackPath(2, true, false)).toMatch(/H50$/);
});

test("[U51] a thumbnail's stations stay inside its box", () => {
  for (const count of [1, 2, 12, 60]) {
    const stations = thumbnailStations(count, 240, 56);
    expect(stations).toHaveLength(count);
    for (const { x, y } of stations) {
      expect(x).toBeGreaterThanOrEqual(10);
      expect(x).toBeLessThanOrEqual(230);
      expect(y).toBeGreaterThanOrEqual(10);
      expect(y).toBeLessThanOrEqual(46);
    }
  }
});
