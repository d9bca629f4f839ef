import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Separator, separators } from "../model.ts";
import { csvLine, csvReader, withFormula, withoutFormula } from "./csv.ts";

const read = (separator: Separator, ...pieces: string[]) => {
  const reader = csvReader(separator);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
};
const cell = fc.string({
  unit: fc.constantFrom("a", "é", "0", " ", ",", ";", "|", "\t", '"', "\n", "\r\n", "'"),
  maxLength: 8,
});
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 });

test("[I10] what is written as CSV is read back, however it is cut into pieces", () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(...separators),
      fc.constantFrom("\n", "\r\n"),
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      (rows, separator, end, sizes) => {
        const text = rows.map((row) => csvLine(row, separator) + end).join("");
        const pieces: string[] = [];
        for (let at = 0; at < text.length;) {
          const size = sizes.next().value ?? 1;
          pieces.push(text.slice(at, at + size));
          at += size;
        }
        expect(read(separator, ...pieces).map(({ cells }) => cells)).toEqual(rows);
      },
    ),
    { numRuns: 1000 },
  );
});

test("[I10] records are those of another reader of the same text, each with the line it begins on", () => {
  fc.assert(
    fc.property(table, (rows) => {
      const lines = rows.map((row) => `${csvLine(row)}\n`);
      const found = read(",", lines.join(""));
      expect(found.map(({ cells }) => cells)).toEqual(parse(lines.join(""), { relax_column_count: true }));
      expect(found.map(({ line }) => line)).toEqual(
        lines.map((_, index) => lines.slice(0, index).join("").split("\n").length),
      );
    }),
  );
});

test("[I11] a quote that is never closed costs its line and not the rest", () => {
  expect(read(",", 'a,b\n1,"oops\n2,fine\n3,"also, fine"\n4,x')).toEqual([
    { line: 1, cells: ["a", "b"], problem: null },
    { line: 2, cells: ['1,"oops'], problem: "row_unreadable" },
    { line: 3, cells: ["2", "fine"], problem: null },
    { line: 4, cells: ["3", "also, fine"], problem: null },
    { line: 5, cells: ["4", "x"], problem: null },
  ]);
});

test("[I11] text after a closing quote makes the line unreadable", () => {
  expect(read(",", 'a,b\n"1"2,x\n3,y\n').map(({ problem }) => problem)).toEqual([null, "row_unreadable", null]);
});

test("[I10] a quote inside an unquoted cell is a quote, and empty lines are nothing", () => {
  expect(read(";", 'size;name\n\n12" pipe;x\n\n').map(({ line, cells }) => [line, ...cells])).toEqual([
    [1, "size", "name"],
    [3, '12" pipe', "x"],
  ]);
});

test("[I64] a cell that a spreadsheet would run is written as text, and read again as it was", () => {
  const cells = ["=1+1", "+33 6", "-3", "@x", "\tx", "plain", "", "'=1", "'quoted'"];
  expect(cells.map(withoutFormula).map(withFormula)).toEqual(cells);
  expect(cells.slice(0, 7).map(withoutFormula)).toEqual(["'=1+1", "'+33 6", "'-3", "'@x", "'\tx", "plain", ""]);
});
