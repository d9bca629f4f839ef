import { expect, test } from "vitest";
import { readNumber } from "./numbers.ts";

test.each([
  ["4,5", ",", 4.5],
  ["1 234,5", ",", 1234.5],
  ["1.234,5", ",", 1234.5],
  ["4.5", ",", null],
  ["4.5", ".", 4.5],
  ["1,234.5", ".", 1234.5],
  [" -3 ", ".", -3],
  ["4,5", ".", null],
  ["ten", ".", null],
  ["", ".", null],
  ["1e3", ".", null],
] as const)("[I23] %j with decimal mark %j is %j", (text, decimal, expected) => {
  expect(readNumber(text, decimal)).toBe(expected);
});
