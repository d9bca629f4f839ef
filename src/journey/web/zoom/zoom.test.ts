import { expect, test } from "vitest";
import { boundedZoom, fittingZoom, nextZoom } from "./zoom.ts";

test("[U100] the map is drawn from a quarter to twice its size, and what is remembered wrongly is forgotten", () => {
  expect(boundedZoom(0.01)).toBe(0.25);
  expect(boundedZoom(9)).toBe(2);
  expect(boundedZoom(Number.NaN)).toBe(1);
  expect(nextZoom(1, 1)).toBe(1.1);
  expect(nextZoom(0.95, -1)).toBe(0.9);
  expect(nextZoom(2, 1)).toBe(2);
});

test("[U100] to its width it is made smaller, never larger", () => {
  expect(fittingZoom(900, 1800)).toBe(0.5);
  expect(fittingZoom(900, 600)).toBe(1);
  expect(fittingZoom(900, 90_000)).toBe(0.25);
});
