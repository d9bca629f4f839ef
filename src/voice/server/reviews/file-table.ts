import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import ExcelJS from "exceljs";
import { csvReader } from "#activity/rules/csv.ts";
import { guessEncoding, guessSeparator } from "#activity/rules/sniff.ts";
import { AppError } from "#platform/errors.ts";
import type { ReviewRow, ReviewTable } from "../../reviews/columns.ts";
import { reviewLimits } from "../../reviews/model.ts";

/**
 * A file of reviews as a table, whatever it is: a workbook (its first sheet), JSON (a list, lines, or an object with a list) or
 * text with separators.
 * @throws AppError `file_unreadable` when it is none of these, `too_large` with too many rows or columns
 */
export async function fileTable(bytes: Buffer): Promise<ReviewTable> {
  const table = await readTable(bytes);
  if (table.rows.length > reviewLimits.rows || table.columns.length > reviewLimits.columns)
    throw new AppError("too_large", `The file has over ${reviewLimits.rows} rows or ${reviewLimits.columns} columns.`, {
      remedy: "Split it.",
    });
  if (table.columns.length === 0 || table.rows.length === 0)
    throw unreadable("The file holds no row under its header.");
  return table;
}

async function readTable(bytes: Buffer): Promise<ReviewTable> {
  if (bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))) return sheetTable(bytes);
  const text = textOf(bytes);
  return /^\s*[[{]/.test(text) ? jsonTable(text) : csvTable(text);
}

/** Google Play writes UTF-16. */
function textOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isWide ? "utf-16le" : guessEncoding(bytes, false)).decode(bytes);
  if (text.includes("\0")) throw unreadable("The file is no text, workbook or JSON.");
  return text;
}

function csvTable(text: string): ReviewTable {
  const reader = csvReader(guessSeparator(text));
  const [header, ...rows] = [...reader.push(text), ...reader.end()];
  return {
    columns: header?.cells.map((cell) => cell.trim()) ?? [],
    rows: rows.map(({ line, cells, problem }) => ({ line, cells, isUnreadable: problem !== null })),
  };
}

/** Objects by the names of what they hold, those of what is inside with dots: `reviewer.displayName`. */
function jsonTable(text: string): ReviewTable {
  const columns = new Map<string, number>();
  const rows = recordsOf(text).map(({ line, value }): ReviewRow => {
    if (value === null) return { line, cells: [], isUnreadable: true };
    const cells: string[] = [];
    for (const [name, cell] of flat(value)) {
      if (!columns.has(name)) columns.set(name, columns.size);
      cells[columns.get(name) ?? 0] = cell;
    }
    return { line, cells, isUnreadable: false };
  });
  return { columns: [...columns.keys()], rows };
}

function recordsOf(text: string): { line: number; value: object | null }[] {
  const whole = parsed(text);
  const list = Array.isArray(whole) ? whole : Object.values(whole ?? {}).find(Array.isArray);
  if (list !== undefined) return list.map((value: unknown, at) => ({ line: at + 1, value: asRecord(value) }));
  if (whole !== null) return [{ line: 1, value: whole }];
  return text
    .split("\n")
    .flatMap((each, at) => (each.trim() === "" ? [] : [{ line: at + 1, value: asRecord(parsed(each)) }]));
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function asRecord(value: unknown): object | null {
  return typeof value === "object" && !Array.isArray(value) ? value : null;
}

const deepest = 4;

function* flat(value: object, before = "", depth = 0): Generator<[name: string, cell: string]> {
  for (const [name, inside] of Object.entries(value)) {
    if (inside === null) continue;
    if (typeof inside === "object" && !Array.isArray(inside) && depth < deepest)
      yield* flat(inside, `${before}${name}.`, depth + 1);
    else yield [`${before}${name}`, typeof inside === "object" ? JSON.stringify(inside) : String(inside)];
  }
}

async function sheetTable(bytes: Buffer): Promise<ReviewTable> {
  const table: string[][] = [];
  try {
    const book = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
      sharedStrings: "cache",
      hyperlinks: "ignore",
      styles: "cache",
      worksheets: "emit",
    });
    for await (const sheet of book) {
      for await (const row of sheet) {
        // A packed sheet unfolds to more than its bytes say: it is read no further than is kept.
        if (row.cellCount > reviewLimits.columns || table.length > reviewLimits.rows + 1) break;
        const cells: string[] = [];
        row.eachCell({ includeEmpty: false }, (cell, at) => (cells[at - 1] = cellText(cell.value)));
        table[row.number - 1] = Array.from(cells, (cell) => cell ?? "");
        if (table.length % 500 === 0) await nextTurn();
      }
      break;
    }
  } catch (cause) {
    throw unreadable("The workbook cannot be read.", cause);
  }
  const [columns = [], ...rows] = table;
  return {
    columns: columns.map((name) => name.trim()),
    rows: Array.from(rows, (cells: string[] | undefined, at) => ({
      line: at + 2,
      cells: cells ?? [],
      isUnreadable: false,
    })).filter(({ cells }) => cells.some((cell) => cell !== "")),
  };
}

function cellText(value: ExcelJS.CellValue): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "object" || value === null) return String(value ?? "");
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("result" in value) return cellText(value.result);
  return "text" in value ? value.text : "";
}

function unreadable(message: string, cause?: unknown): AppError {
  return new AppError("file_unreadable", message, { remedy: "Give a CSV, Excel (.xlsx) or JSON lines export.", cause });
}
