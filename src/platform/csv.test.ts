import { expect, test } from "vitest";
import { csvText } from "./csv.ts";

test("[U198] a table is written with points, quotes where needed, and no formula", () => {
  const rows = [
    ["name", "score"],
    ['say "a, b"', -4.25],
    ["=1+1", null],
    ["\n@x", 0],
  ];
  expect(csvText(rows)).toBe('\u{FEFF}name,score\r\n"say ""a, b""",-4.25\r\n\'=1+1,\r\n"\'\n@x",0\r\n');
});
