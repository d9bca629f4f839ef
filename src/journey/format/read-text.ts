import { csvLine, csvReader, withFormula, withoutFormula } from "#activity/rules/csv.ts";
import type { JourneyFile } from "./journey-file.ts";
import { isList, readListTable, writeList } from "./list.ts";
import { readJson } from "./read-json.ts";
import { isMermaid, readMermaid } from "./read-mermaid.ts";
import { readWorkbook } from "./read-workbook.ts";
import { refused } from "./refusal.ts";
import { type FileLocale, type Sheet, textOf } from "./table.ts";

/** The largest file that a journey is read from, in bytes. */
export const mostFileBytes = 16 * 1024 * 1024;
/** The most rows of a table that a journey is made of. */
const mostRows = 20_000;
const separators = ["tab", ";", ","] as const;

/**
 * Reads a journey from a text, whatever it is: the open format, a Mermaid user journey, a list of a row an item, or a grid
 * with the steps across, separated by tabs (as a paste from a spreadsheet), semicolons or commas.
 * @throws FileRefused naming where.
 */
export function readText(text: string, fallbackName: string, newId: () => string): JourneyFile {
  const plain = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  if (plain.trim() === "") throw refused("empty", "", "there is nothing in it");
  if (/^\s*\{/.test(plain)) return readJson(plain);
  if (isMermaid(plain)) return readMermaid(plain, fallbackName, newId);
  const sheet = readCsv(plain);
  return isList(sheet) ? readListTable(sheet, fallbackName, newId) : readWorkbook([sheet], fallbackName, newId);
}

/** A journey as CSV that a spreadsheet of that language opens with a double click; no cell is run as a formula. */
export function writeCsv(file: JourneyFile, locale: FileLocale): string {
  const { rows } = writeList(file, locale);
  const separator = locale === "fr" ? ";" : ",";
  const lines = rows.map((row) =>
    csvLine(
      row.map((cell) => withoutFormula(textOf(cell))),
      separator,
    ),
  );
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function readCsv(text: string): Sheet {
  const [head = ""] = text.trimStart().split("\n", 1);
  const count = (separator: string) => head.split(separator === "tab" ? "\t" : separator).length;
  const separator = separators.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
  const reader = csvReader(separator);
  const rows = [...reader.push(text), ...reader.end()];
  if (rows.length > mostRows) throw refused("tooMany", `line ${mostRows + 1}`, `${mostRows} rows are the most`);
  const broken = rows.find(({ problem }) => problem !== null);
  if (broken !== undefined) throw refused("notTable", `line ${broken.line}`, "a quotation mark is not closed");
  return { name: "", rows: rows.map(({ cells }) => cells.map(withFormula)) };
}
