import { keyFrom } from "#touchpoint/rules.ts";
import { refused } from "./refusal.ts";

export type FileLocale = "en" | "fr";
export type Bilingual = Readonly<Record<FileLocale, string>>;
export type Value = string | number | null;

/** A sheet of a workbook, or a table of text, as rows of cells. */
export interface Sheet {
  name: string;
  rows: Value[][];
}

/** A sheet of one row an item, under the names of its columns. */
export interface Table<Column extends string> {
  name: Bilingual;
  columns: Readonly<Record<Column, Bilingual>>;
}

export interface TableRow<Column extends string> {
  /** Names a cell of the row: `Cards!C5`. */
  where: (column: Column) => string;
  /** What the cell says, empty when there is no such cell. */
  text: (column: Column) => string;
}

export function writeTable<Column extends string>(
  { name, columns }: Table<Column>,
  locale: FileLocale,
  rows: readonly Partial<Record<Column, Value>>[],
): Sheet {
  const keys = Object.keys(columns) as Column[];
  return {
    name: name[locale],
    rows: [keys.map((key) => columns[key][locale]), ...rows.map((row) => keys.map((key) => row[key] ?? null))],
  };
}

/** The rows of a table under its first row, which names the columns in either language; empty rows are passed over. */
export function readTable<Column extends string>(table: Table<Column>, sheet: Sheet): TableRow<Column>[] {
  const [head = [], ...rows] = sheet.rows;
  const places = columnPlaces(table, head);
  return rows.flatMap((row, index) => {
    if (row.every((cell) => textOf(cell) === "")) return [];
    const place = (column: Column) => places.get(column) ?? -1;
    return [
      {
        where: (column: Column) => cellName(sheet.name, index + 1, place(column)),
        text: (column: Column) => textOf(row[place(column)]),
      },
    ];
  });
}

/** Where each column of a table stands in a row of headings. */
export function columnPlaces<Column extends string>(
  { columns }: Table<Column>,
  head: readonly (Value | undefined)[],
): Map<Column, number> {
  const said = head.map((cell) => keyFrom(textOf(cell), ""));
  const found = (Object.keys(columns) as Column[]).map((key): [Column, number] => {
    const names = [key, columns[key].en, columns[key].fr].map((each) => keyFrom(each, ""));
    return [key, said.findIndex((each) => each !== "" && names.includes(each))];
  });
  return new Map(found.filter(([, place]) => place >= 0));
}

export function textOf(value: Value | undefined): string {
  return value === null || value === undefined ? "" : String(value).replaceAll("\r\n", "\n");
}

/** `Map!C5`, or `C5` in a table that has no name; both counted from 0. */
export function cellName(sheet: string, row: number, column: number): string {
  let letters = "";
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  return `${sheet === "" ? "" : `${sheet}!`}${letters}${row + 1}`;
}

/** What a cell says of a closed list, by its key or its word in either language; null when it says nothing. */
export function oneOf<Key extends string>(words: Readonly<Record<Key, Bilingual>>, text: string): Key | null {
  const said = keyFrom(text, "");
  if (said === "") return null;
  const keys = Object.keys(words) as Key[];
  return keys.find((key) => [key, words[key].en, words[key].fr].some((word) => keyFrom(word, "") === said)) ?? null;
}

/** As `oneOf`. @throws FileRefused when the cell says something else. */
export function expectOneOf<Key extends string>(
  words: Readonly<Record<Key, Bilingual>>,
  text: string,
  where: string,
): Key | null {
  const found = oneOf(words, text);
  if (found === null && text.trim() !== "") throw refused("wrong", where, `«${text.slice(0, 40)}» is not known here`);
  return found;
}

/** A number within bounds, written with a point or a comma; null for an empty cell. @throws FileRefused */
export function expectNumber(
  text: string,
  where: string,
  { min = -Infinity, max = Infinity, whole = false }: { min?: number; max?: number; whole?: boolean } = {},
): number | null {
  if (text.trim() === "") return null;
  const value = Number(text.trim().replace(",", ".").replace("−", "-"));
  if (!Number.isFinite(value) || value < min || value > max || (whole && !Number.isInteger(value)))
    throw refused("wrong", where, `«${text.slice(0, 40)}» is not a number that can stand here`);
  return value;
}

/** A text that is not too long. @throws FileRefused */
export function expectText(text: string, where: string, most: number): string {
  if (text.length > most) throw refused("tooLarge", where, `${text.length} characters where ${most} are the most`);
  return text;
}

const yes = new Set(["yes", "oui", "true", "vrai", "x", "1"]);
const no = new Set(["no", "non", "false", "faux", "0"]);

/** Null for an empty cell. @throws FileRefused */
export function expectYesNo(text: string, where: string): boolean | null {
  const said = text.trim().toLowerCase();
  if (said === "") return null;
  if (yes.has(said)) return true;
  if (no.has(said)) return false;
  throw refused("wrong", where, `«${text.slice(0, 40)}» is neither yes nor no`);
}

/** Words apart by semicolons; a semicolon in a word is written twice. */
export function writeList(words: readonly string[]): string {
  return words.map((word) => word.replaceAll(";", ";;")).join("; ");
}

export function readList(text: string): string[] {
  return text
    .replaceAll(";;", "\u0000")
    .split(";")
    .map((word) => word.replaceAll("\u0000", ";").trim())
    .filter((word) => word !== "");
}
