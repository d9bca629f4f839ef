import { expect, test } from "vitest";
import { wilson } from "#insight/intervals.ts";
import { type Closing, recoveryOf } from "./recovery.ts";

const asked = (isSolved: boolean | null): Closing => ({ kind: "asked", isSolved });
const closed = (hours: number, isInTime = true): Closing => ({
  kind: "closed",
  isInTime,
  workMinutes: hours * 60,
});
const many = <One>(n: number, one: One): One[] => Array.from({ length: n }, () => one);

test("[V243] the recovery rate is the share of those who answered and say that it is solved, by Wilson's interval", () => {
  const { asked: sent, solved } = recoveryOf(
    [...many(81, asked(true)), ...many(182, asked(false)), asked(null)],
    wilson,
  );
  expect([sent, solved.n]).toEqual([264, 263]);
  // Newcombe, Stat Med 1998;17:857.
  expect(solved.value).toBeCloseTo(81 / 263, 4);
  expect(solved.low).toBeCloseTo(0.2553, 4);
  expect(solved.high).toBeCloseTo(0.3662, 4);
});

test("[V243] under five answers there is no rate, and its n is told", () => {
  expect(recoveryOf(many(4, asked(true)), wilson).solved).toEqual({ n: 4, value: null, low: null, high: null });
});

test("[V244] beside it stand the share resolved in time and the median hours of work to close", () => {
  const {
    closed: n,
    inTime,
    medianHours,
  } = recoveryOf([closed(1), closed(2), closed(4, false), closed(30), closed(3), closed(5)], wilson);
  expect([n, inTime.n, medianHours]).toEqual([6, 6, 3.5]);
  expect(inTime.value).toBeCloseTo(5 / 6, 9);
  expect(recoveryOf([], wilson)).toMatchObject({ closed: 0, medianHours: null, solved: { n: 0 } });
});
