import { expect, test } from "vitest";
import { labelled, layoutTrend, stretchOf, trendHeight, type VolumePoint, volumeHeight } from "./trend-layout.ts";

const point = (value: number | null, volume = 10): VolumePoint => ({
  from: "2026-10-01",
  to: "2026-10-31",
  volume,
  scores: [
    {
      metric: "csat",
      n: value === null ? 3 : 50,
      value,
      low: value === null ? null : value - 5,
      high: value === null ? null : value + 5,
      trust: value === null ? "hidden" : "wide",
      distribution: [],
      change: null,
    },
  ],
});

test("[U49] a trend is cut where a score is hidden, but its volume stays", () => {
  const { lines, bands, marks } = layoutTrend([point(60), point(70), point(null, 20), point(50)], "csat", 80, 400);
  expect(lines).toHaveLength(2);
  expect(bands).toHaveLength(2);
  expect(marks.map(({ score }) => score === null)).toEqual([false, false, true, false]);
  expect(marks[2]?.bar).toBe(volumeHeight);
});

test("[U49] the ruler holds every interval and the expectation, and stays in the metric's range", () => {
  const { marks, ticks, expectationY } = layoutTrend([point(97), point(60)], "csat", 80, 400);
  for (const { value, y } of ticks) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(100);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(trendHeight);
  }
  expect(expectationY).toBeGreaterThan(marks[0]?.score?.y ?? Infinity);
  expect(expectationY).toBeLessThan(marks[1]?.score?.y ?? -Infinity);
});

test("[U49] nothing measured draws nothing", () => {
  expect(layoutTrend([], "csat", 80, 400)).toMatchObject({
    marks: [],
    lines: [],
    bands: [],
    ticks: [],
    expectationY: null,
  });
  expect(layoutTrend([point(null)], null, null, 400).lines).toEqual([]);
});

test("[U49] dates under a trend are spread evenly from the first", () => {
  expect([...labelled(12, 4)]).toEqual([0, 3, 6, 9]);
  expect([...labelled(3, 6)]).toEqual([0, 1, 2]);
  expect(labelled(0, 6).size).toBe(0);
});

test("[U49] the period that the figures are about is marked on the longer trend", () => {
  const points = ["2026-08", "2026-09", "2026-10"].map((month) => ({
    ...point(50),
    from: `${month}-01`,
    to: `${month}-30`,
  }));
  expect(stretchOf(points, { from: "2026-09-01", to: "2026-09-30" }, 300)).toEqual({ x: 100, width: 100 });
  expect(stretchOf(points, { from: "2026-09-10", to: "2026-12-31" }, 300)).toEqual({ x: 100, width: 200 });
  expect(stretchOf(points, { from: "2026-12-01", to: "2026-12-31" }, 300)).toBeNull();
});
