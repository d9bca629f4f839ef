import ExcelJS from "exceljs";
import { gridMark, laneKindOf, marked } from "../format/grid.ts";
import type { FileLocale, Sheet, Table, Value } from "../format/table.ts";
import * as tables from "../format/tables.ts";
import type { LaneKind } from "../model.ts";

/** The product's colours on paper, as ARGB. */
const ink = { text: "FF1D2230", soft: "FF5B6172", faint: "FF8A8F9E", line: "FFE4DFD4", accent: "FF2B4ACB" } as const;
const ground = { head: "FFE6EBFF", step: "FFF2EFE8", bad: "FFFBEAE2", good: "FFE3F0F3", mid: "FFF3EFE4" } as const;
const groundOf: Partial<Record<LaneKind, string>> = {
  irritant: ground.bad,
  riskZone: ground.bad,
  delight: ground.good,
  promise: ground.good,
  opportunity: ground.head,
  expectation: ground.mid,
};
/** Widths in characters, heights in points. */
const size = { label: 24, cell: 30, least: 10, most: 60, line: 14.5, highest: 409 } as const;
const everyTable = [
  tables.stepTable,
  tables.laneTable,
  tables.cardTable,
  tables.placementTable,
  tables.linkTable,
  tables.emotionTable,
  tables.personaTable,
] as const satisfies readonly Table<string>[];

/** Sheets as a workbook that opens as if it were made by hand: what is for machines is hidden. */
export async function writeXlsx(sheets: readonly Sheet[], locale: FileLocale): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) {
    const isMap = sheet.rows[0]?.[0] === gridMark;
    const drawn = workbook.addWorksheet(sheet.name, {
      pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
    });
    sheet.rows.forEach((row, at) => row.forEach((value, column) => fill(drawn.getCell(at + 1, column + 1), value)));
    if (isMap) styleMap(drawn, sheet);
    else styleTable(drawn, sheet, machineHeads(locale));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fill(cell: ExcelJS.Cell, value: Value): void {
  if (value === null || value === "") return;
  cell.value = typeof value === "string" ? storable(value) : value;
  // As text, so that a cell that is opened and left again does not become a formula.
  if (typeof value === "string") cell.numFmt = "@";
}

/** What XML cannot hold is written as spreadsheets write it, and what looks so is escaped. */
function storable(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/_x(?=[0-9a-fA-F]{4}_)/g, "_x005F_x")
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g, (character) => {
        return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
      })
  );
}

function styleMap(drawn: ExcelJS.Worksheet, { rows }: Sheet): void {
  const width = Math.max(...rows.map((row) => row.length));
  drawn.views = [{ state: "frozen", xSplit: marked.cells, ySplit: marked.lanes, showGridLines: false }];
  drawn.pageSetup.printTitlesRow = `${marked.stages + 1}:${marked.steps + 1}`;
  drawn.getColumn(marked.laneIds + 1).hidden = true;
  for (const row of [marked.stageIds, marked.stepIds]) drawn.getRow(row + 1).hidden = true;
  drawn.getColumn(marked.labels + 1).width = size.label;
  for (let column = marked.cells; column < width; column += 1) drawn.getColumn(column + 1).width = size.cell;
  drawn.getCell(marked.title + 1, marked.labels + 1).font = { size: 16, bold: true, color: { argb: ink.text } };
  drawn.getRow(marked.title + 1).height = 26;
  mergeStages(drawn, rows[marked.stages] ?? [], rows[marked.stageIds] ?? [], width);
  for (let row = marked.stages; row < rows.length; row += 1) {
    const kind = laneKindOf(String(rows[row]?.[marked.labels] ?? ""));
    for (let column = marked.labels; column < width; column += 1) {
      const cell = drawn.getCell(row + 1, column + 1);
      styleCell(cell, row, column, kind);
    }
    if (row >= marked.steps) drawn.getRow(row + 1).height = heightOf(rows[row] ?? []);
  }
}

function styleCell(cell: ExcelJS.Cell, row: number, column: number, kind: LaneKind): void {
  const isHead = row <= marked.steps || column === marked.labels;
  const color = row === marked.stages ? ground.head : row === marked.steps ? ground.step : groundOf[kind];
  cell.alignment = { wrapText: true, vertical: isHead && row < marked.lanes ? "middle" : "top" };
  cell.font = { size: 10, bold: isHead, color: { argb: row === marked.stages ? ink.accent : ink.text } };
  const side = { style: "thin", color: { argb: ink.line } } as const;
  cell.border = { top: side, bottom: side, left: side, right: side };
  if (color !== undefined) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: color } };
}

/** A stage stands over all its steps. */
function mergeStages(drawn: ExcelJS.Worksheet, names: readonly Value[], ids: readonly Value[], width: number): void {
  const starts = ids.flatMap((id, column) => (id === "" || id === null || column < marked.cells ? [] : [column]));
  starts.forEach((start, index) => {
    const end = (starts[index + 1] ?? width) - 1;
    if (end > start) drawn.mergeCells(marked.stages + 1, start + 1, marked.stages + 1, end + 1);
    fill(drawn.getCell(marked.stages + 1, start + 1), names[start] ?? null);
  });
}

/** High enough for the fullest cell, as far as a spreadsheet allows. */
function heightOf(row: readonly Value[]): number {
  const lines = row.slice(marked.cells).map((value) =>
    String(value ?? "")
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (size.cell * 1.05))), 0),
  );
  return Math.min(size.highest, Math.max(1.4, ...lines) * size.line + 4);
}

function styleTable(drawn: ExcelJS.Worksheet, { rows }: Sheet, machines: ReadonlySet<string>): void {
  const [head = [], ...body] = rows;
  drawn.views = [{ state: "frozen", ySplit: 1 }];
  drawn.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, head.length) } };
  head.forEach((name, at) => {
    const column = drawn.getColumn(at + 1);
    const longest = Math.max(
      ...[String(name), ...body.map((row) => String(row[at] ?? ""))].map((text) =>
        Math.min(size.most, text.length + 2),
      ),
    );
    column.width = Math.max(size.least, longest);
    column.hidden = machines.has(String(name));
    column.alignment = { wrapText: true, vertical: "top" };
    column.font = { size: 10, color: { argb: column.hidden ? ink.faint : ink.text } };
  });
  drawn.getRow(1).eachCell((cell) => {
    cell.font = { size: 10, bold: true, color: { argb: ink.accent } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: ground.head } };
    cell.alignment = { wrapText: true, vertical: "middle" };
  });
}

/** The columns of ids and keys, under their names. */
function machineHeads(locale: FileLocale): ReadonlySet<string> {
  return new Set(
    everyTable.flatMap(({ columns }) =>
      Object.entries(columns).flatMap(([key, name]) => (/(?:Id|Key|Kind)$/.test(key) ? [name[locale]] : [])),
    ),
  );
}
