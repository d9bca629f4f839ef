import { expect, test } from "vitest";
import { beforeLabel, isWholeMonths, periodLabel, presetOf, presetsOf, trendSpan, usualPeriod } from "./period.ts";

test("[U43] presets end with the last month that the data covers whole", () => {
  const presets = presetsOf("2025-04-12", "2026-11-22");
  expect(presets.lastMonth).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  expect(presets.threeMonths).toEqual({ from: "2026-08-01", to: "2026-10-31" });
  expect(presets.twelveMonths).toEqual({ from: "2025-11-01", to: "2026-10-31" });
  expect(presets.all).toEqual({ from: "2025-04-12", to: "2026-11-22" });
});

test("[U43] a month whose last day has data counts as whole, over the year's end and in leap years", () => {
  expect(presetsOf("2025-01-01", "2026-12-31").lastMonth).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  expect(presetsOf("2023-01-01", "2024-02-29").threeMonths).toEqual({ from: "2023-12-01", to: "2024-02-29" });
  expect(presetsOf("2023-01-01", "2024-01-15").lastMonth).toEqual({ from: "2023-12-01", to: "2023-12-31" });
});

test("[U43] data inside one month ends with that month", () => {
  expect(presetsOf("2026-11-03", "2026-11-20").lastMonth).toEqual({ from: "2026-11-01", to: "2026-11-30" });
});

test("[U43] a map opens on the last whole month, and on all there is when the data is old", () => {
  expect(usualPeriod("2025-05-22", "2026-11-21", "2026-11-22")).toEqual({ from: "2026-10-01", to: "2026-10-31" });
  expect(usualPeriod("2016-09-04", "2018-09-29", "2026-11-22")).toEqual({ from: "2016-09-04", to: "2018-09-29" });
});

test("[U43] a span is recognised as the preset it is", () => {
  const presets = presetsOf("2025-04-12", "2026-11-22");
  expect(presetOf({ from: "2026-08-01", to: "2026-10-31" }, presets)).toBe("threeMonths");
  expect(presetOf({ from: "2026-08-02", to: "2026-10-31" }, presets)).toBeNull();
});

test("[U44] a period is said in whole months where it is made of them, else in days", () => {
  expect(isWholeMonths({ from: "2026-02-01", to: "2026-02-28" })).toBe(true);
  expect(isWholeMonths({ from: "2026-02-01", to: "2026-02-27" })).toBe(false);
  expect(periodLabel({ from: "2026-10-01", to: "2026-10-31" }, "fr")).toBe("oct. 2026");
  expect(periodLabel({ from: "2026-08-01", to: "2026-10-31" }, "en")).toMatch(/^Aug\s–\sOct 2026$/);
  expect(periodLabel({ from: "2026-10-03", to: "2026-10-17" }, "fr")).toMatch(/^3.17 oct\. 2026$/);
  expect(beforeLabel({ from: "2026-09-01", to: "2026-09-30" }, { from: "2026-10-01", to: "2026-10-31" }, "fr")).toBe(
    "sept.",
  );
  expect(beforeLabel({ from: "2025-12-01", to: "2025-12-31" }, { from: "2026-01-01", to: "2026-01-31" }, "fr")).toBe(
    "déc. 2025",
  );
});

test("[U49] a trend shows at least a year up to the period's end, and no day before there is data", () => {
  expect(trendSpan({ from: "2026-10-01", to: "2026-10-31" }, "2024-01-01")).toEqual({
    from: "2025-11-01",
    to: "2026-10-31",
  });
  expect(trendSpan({ from: "2026-10-01", to: "2026-10-15" }, "2024-01-01")).toEqual({
    from: "2025-10-16",
    to: "2026-10-15",
  });
  expect(trendSpan({ from: "2026-10-01", to: "2026-10-31" }, "2026-06-10")).toEqual({
    from: "2026-06-10",
    to: "2026-10-31",
  });
  expect(trendSpan({ from: "2024-05-01", to: "2026-10-31" }, "2024-01-01")).toEqual({
    from: "2024-05-01",
    to: "2026-10-31",
  });
});
