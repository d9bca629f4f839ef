import { expect, test } from "vitest";
import { chosenPeriod, periodOf } from "./period.ts";

test("[U188] a period is so many days up to the last comment, and is known again from its days", () => {
  expect(periodOf(30, "2026-03-01")).toEqual({ from: "2026-01-31", to: "2026-03-01" });
  expect(chosenPeriod(periodOf(365, "2026-03-01"), "2026-03-01")).toBe("365");
  expect(chosenPeriod({}, "2026-03-01")).toBe("all");
  expect(chosenPeriod({ from: "2026-01-01" }, "2026-03-01")).toBe("own");
});
