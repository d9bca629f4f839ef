import fc from "fast-check";
import { expect, test } from "vitest";
import { cellCurve, cellRibbon } from "./cell-curve.ts";

const numbers = (path: string) => [...path.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
const whole = fc.integer({ min: -1000, max: 1000 }).map((value) => value * 4);

test("[U70] the parts of a curve in neighbouring cells meet at their edge with one slope", () => {
  fc.assert(
    fc.property(whole, whole, (left, right) => {
      const leaving = numbers(cellCurve(null, left, right)).slice(-4);
      const arriving = numbers(cellCurve(left, right, null)).slice(0, 4);
      expect(leaving.slice(2)).toEqual([100, arriving[1]]);
      const slopeOut = (leaving[3]! - leaving[1]!) / (100 - leaving[0]!);
      const slopeIn = (arriving[3]! - arriving[1]!) / arriving[2]!;
      expect(slopeOut).toBeCloseTo(slopeIn, 6);
    }),
  );
});

test("[U70] a curve ends in the middle of a cell whose neighbour nothing is known of", () => {
  expect(cellCurve(null, 10, null)).toBe("M50 10");
  expect(cellCurve(null, 10, 20)).toBe("M50 10C75 10 87.5 12.5 100 15");
  expect(cellCurve(20, 10, null)).toBe("M0 15C12.5 12.5 25 10 50 10");
});

test("[U70] a band goes along one edge and back along the other", () => {
  expect(cellRibbon([null, 10, 20], [null, 30, 40])).toBe(
    "M50 10C75 10 87.5 12.5 100 15L100 35C87.5 32.5 75 30 50 30Z",
  );
});
