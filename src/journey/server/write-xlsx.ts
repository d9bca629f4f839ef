import ExcelJS from "exceljs";
import { gridMark, laneKindOf, marked } from "../format/grid.ts";
import { columnPlaces, type FileLocale, type Sheet, type Table, type Value } from "../format/table.ts";
import * as tables from "../format/tables.ts";
import type { LaneKind } from "../model.ts";
import { wrap } from "../render/type.ts";

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
/** Which every computer has. */
const font = { name: "Arial", size: 10 } as const;
/** Widths in characters, heights in points. */
const size = { label: 23, cell: 28, least: 9, most: 46, line: 13.5, highest: 409 } as const;
/** Columns of a map that a sheet of A3 shows in readable type. */
const onPaper = 8;
const [a3, a4] = [8, 9];
const everyTable = [
  tables.stepTable,
  tables.laneTable,
  tables.cardTable,
  tables.placementTable,
  tables.linkTable,
  tables.emotionTable,
  tables.personaTable,
] as const satisfies readonly Table<string>[];

/** Sheets as a workbook that opens as if it were made by hand: what is for machines, and what says nothing, is hidden. */
export async function writeXlsx(sheets: readonly Sheet[], locale: FileLocale): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const kinds = laneKinds(sheets);
  const map = sheets.find(({ rows }) => rows[0]?.[0] === gridMark);
  for (const sheet of sheets) {
    const drawn = workbook.addWorksheet(sheet.name, {
      pageSetup: {
        orientation: "landscape",
        fitToPage: true,
        fitToHeight: 0,
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      },
      headerFooter: { oddHeader: headerOf(map, sheet), oddFooter: "&R&8&P / &N" },
    });
    sheet.rows.forEach((row, at) => row.forEach((value, column) => fill(drawn.getCell(at + 1, column + 1), value)));
    if (sheet === map) styleMap(drawn, sheet, kinds);
    else styleTable(drawn, sheet, machineHeads(locale));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The name of the journey and of the sheet; an ampersand is doubled where it is one, and headers hold 255 characters. */
function headerOf(map: Sheet | undefined, { name }: Sheet): string {
  const title = String(map?.rows[marked.title]?.[marked.labels] ?? "");
  const said = title === "" ? name : `${title} · ${name}`;
  return `&L&8${said.slice(0, 120).replaceAll("&", "&&").replaceAll(/\s+/g, " ")}`;
}

/** The kinds of the lanes by their ids: a lane with a name of its own keeps the colour of its kind. */
function laneKinds(sheets: readonly Sheet[]): ReadonlyMap<string, LaneKind> {
  const { name, columns } = tables.laneTable;
  const own = sheets.find((sheet) => sheet.name === name.fr || sheet.name === name.en);
  const [head = [], ...rows] = own?.rows ?? [];
  const places = columnPlaces({ name, columns }, head);
  const [id, kind] = [places.get("laneId") ?? -1, places.get("kind") ?? -1];
  return new Map(rows.map((row) => [String(row[id] ?? ""), laneKindOf(String(row[kind] ?? ""))]));
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

function styleMap(drawn: ExcelJS.Worksheet, { rows }: Sheet, kinds: ReadonlyMap<string, LaneKind>): void {
  const width = Math.max(...rows.map((row) => row.length));
  drawn.views = [{ state: "frozen", xSplit: marked.cells, ySplit: marked.lanes, showGridLines: false }];
  drawn.properties.tabColor = { argb: ink.accent };
  drawn.pageSetup.paperSize = a3;
  drawn.pageSetup.fitToWidth = Math.max(1, Math.ceil((width - marked.cells) / onPaper));
  drawn.pageSetup.printTitlesRow = `${marked.stages + 1}:${marked.steps + 1}`;
  drawn.pageSetup.printTitlesColumn = "A:B";
  drawn.getColumn(marked.laneIds + 1).hidden = true;
  for (const row of [marked.stageIds, marked.stepIds]) drawn.getRow(row + 1).hidden = true;
  drawn.getColumn(marked.labels + 1).width = size.label;
  for (let column = marked.cells; column < width; column += 1) drawn.getColumn(column + 1).width = size.cell;
  drawn.getCell(marked.title + 1, marked.labels + 1).font = {
    ...font,
    size: 16,
    bold: true,
    color: { argb: ink.text },
  };
  drawn.getRow(marked.title + 1).height = 30;
  mergeStages(drawn, rows[marked.stages] ?? [], rows[marked.stageIds] ?? [], width);
  for (let row = marked.stages; row < rows.length; row += 1) {
    const kind = kinds.get(String(rows[row]?.[marked.laneIds] ?? ""));
    for (let column = marked.labels; column < width; column += 1)
      styleCell(drawn.getCell(row + 1, column + 1), row, column, kind);
    const widths = (rows[row] ?? []).map((_, column) => (column === marked.labels ? size.label : size.cell));
    drawn.getRow(row + 1).height = row === marked.stages ? 22 : heightOf(rows[row] ?? [], widths, marked.labels);
  }
}

function styleCell(cell: ExcelJS.Cell, row: number, column: number, kind: LaneKind | undefined): void {
  const isLabel = column === marked.labels;
  const isHead = row <= marked.steps || isLabel;
  const color = row === marked.stages ? ground.head : row === marked.steps ? ground.step : kind && groundOf[kind];
  const said = row === marked.stages ? ink.accent : isLabel ? ink.soft : ink.text;
  cell.alignment = { wrapText: true, vertical: row < marked.lanes ? "middle" : "top", indent: 1 };
  cell.font = { ...font, bold: isHead, color: { argb: said } };
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

/** Pixels of a width in characters, without the space that a spreadsheet leaves around. */
const pixels = (width: number) => width * 7 - 14;
const style = { face: "text400", size: (font.size * 4) / 3 } as const;

/** High enough for the fullest cell, as far as a spreadsheet allows: not every program does so by itself. */
function heightOf(row: readonly Value[], widths: readonly number[], from = 0): number {
  const lines = row.map((value, column) =>
    column < from || value === null || value === ""
      ? 1
      : wrap(String(value), style, pixels(widths[column] ?? size.most)).length,
  );
  return Math.min(size.highest, Math.max(1, ...lines) * size.line + 5);
}

function styleTable(drawn: ExcelJS.Worksheet, { rows }: Sheet, machines: ReadonlySet<string>): void {
  const [head = [], ...body] = rows;
  drawn.views = [{ state: "frozen", ySplit: 1, showGridLines: false }];
  drawn.pageSetup.paperSize = a4;
  drawn.pageSetup.fitToWidth = 1;
  drawn.pageSetup.printTitlesRow = "1:1";
  drawn.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, head.length) } };
  if (body.length === 0) drawn.state = "hidden";
  const widths = head.map((name, at) => widthOf([name, ...body.map((row) => row[at] ?? null)]));
  head.forEach((name, at) => {
    const column = drawn.getColumn(at + 1);
    column.width = widths[at] ?? size.least;
    column.hidden = machines.has(String(name));
  });
  const numeric = head.map((_, at) => body.some((row) => typeof row[at] === "number"));
  const shown = head.map((name) => !machines.has(String(name)));
  rows.forEach((row, at) => {
    const said = row.map((value, column) => (shown[column] === true ? value : null));
    drawn.getRow(at + 1).height = at === 0 ? 24 : heightOf(said, widths);
    head.forEach((_, column) => {
      const cell = drawn.getCell(at + 1, column + 1);
      const isNumber = numeric[column] === true;
      cell.alignment = {
        wrapText: true,
        vertical: at === 0 ? "middle" : "top",
        horizontal: isNumber ? "center" : "left",
      };
      cell.font = {
        ...font,
        bold: at === 0,
        color: { argb: at === 0 ? ink.accent : shown[column] === true ? ink.text : ink.faint },
      };
      cell.border = { bottom: { style: "thin", color: { argb: ink.line } } };
      if (at === 0) cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: ground.head } };
    });
  });
}

/** As wide as the longest value, and as the name of the column with the arrow of its filter. */
function widthOf([name, ...values]: readonly Value[]): number {
  const longest = Math.max(
    0,
    ...values.map((value) =>
      Math.max(
        ...String(value ?? "")
          .split("\n")
          .map((line) => line.length),
      ),
    ),
  );
  return Math.min(size.most, Math.max(size.least, String(name).length + 4, longest * 1.05 + 2));
}

/** The columns of ids and keys, under their names. */
function machineHeads(locale: FileLocale): ReadonlySet<string> {
  return new Set(
    everyTable.flatMap(({ columns }) =>
      Object.entries(columns).flatMap(([key, name]) => (/(?:Id|Key|Kind)$/.test(key) ? [name[locale]] : [])),
    ),
  );
}
