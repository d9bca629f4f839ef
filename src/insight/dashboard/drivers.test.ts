import { expect, test } from "vitest";
import { chooseDrivers } from "./drivers.ts";

const none = Number.NaN;
const rows = (count: number, row: number[]) => Array.from({ length: count }, () => row);

test("[M40] touchpoints are taken in while 10 people for each have answered at all of them", () => {
  const touchpoints = ["a", "b", "c"];
  expect(chooseDrivers({ touchpoints, rows: rows(30, [1, 2, 3]) })).toEqual([0, 1, 2]);
  expect(chooseDrivers({ touchpoints, rows: [...rows(20, [1, none, 3]), ...rows(12, [none, 2, none])] })).toEqual([
    0, 2,
  ]);
  expect(chooseDrivers({ touchpoints, rows: rows(9, [1, 2, 3]) })).toEqual([]);
});
