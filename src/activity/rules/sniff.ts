import {
  type DateFormat,
  type Decimal,
  type Encoding,
  type Metric,
  scaleOf,
  type Separator,
  separators,
  type SniffedColumn,
  type SniffedFile,
} from "../model.ts";
import { csvReader } from "./csv.ts";
import { dateReader } from "./dates.ts";
import { readNumber } from "./numbers.ts";
import { readRawScore } from "./raw-score.ts";
import { zone } from "./time-zone.ts";

/** UTF-8 unless the bytes are not: then Windows-1252. `isCut`: the sample may end inside a character. */
export function guessEncoding(sample: Uint8Array, isCut: boolean): Encoding {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: isCut });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** The separator that cuts the most of the first rows into the same number of cells, more cells winning over fewer. */
export function guessSeparator(text: string): Separator {
  let best: Separator = ",";
  let most = 0;
  for (const separator of separators) {
    const widths = csvReader(separator)
      .push(`${text.slice(0, 65_536)}\n`)
      .filter(({ problem }) => problem === null)
      .slice(0, 100)
      .map(({ cells }) => cells.length);
    const width = widths[0] ?? 1;
    if (width < 2) continue;
    const score = (widths.filter((each) => each === width).length / widths.length) * 1000 + Math.min(width, 100);
    if (score > most) [most, best] = [score, separator];
  }
  return best;
}

/** Whether the first row names the columns: no cell of it is a number or a date, and none is repeated. */
export function guessHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = []] = rows;
  const filled = first.filter((cell) => cell.trim() !== "");
  if (filled.length === 0) return false;
  return (
    new Set(filled).size === filled.length &&
    filled.every(
      (cell) => readNumber(cell, ".") === null && readNumber(cell, ",") === null && datesOf([cell]).length === 0,
    )
  );
}

/** A comma when numbers of these cells are only numbers with it. */
function guessDecimal(cells: Iterable<string>): Decimal {
  let commas = 0;
  let points = 0;
  for (const cell of cells) {
    if (/^[+-]?\d+,\d{1,2}$/.test(cell)) commas += 1;
    else if (/^[+-]?\d+\.\d+$/.test(cell)) points += 1;
  }
  return commas > points ? "," : ".";
}

const utc = zone("UTC");
const shape: Record<DateFormat, RegExp> = {
  iso: /^\d{4}[-/.]?\d{2}/,
  "dd/mm/yyyy": /^\d{1,2}[-/.]\d{1,2}[-/.]/,
  "mm/dd/yyyy": /^\d{1,2}[-/.]\d{1,2}[-/.]/,
  "epoch-s": /^\d{9,10}(?:\.\d+)?$/,
  "epoch-ms": /^\d{12,13}$/,
};

/** Whether so many of a column's cells fit that the others are mistakes: one of a few, or one in twenty. */
function isMost(fitting: number, all: number): boolean {
  return fitting > 0 && all - fitting <= Math.max(all >= 3 ? 1 : 0, all / 20);
}

/** The formats in which these cells are dates, but for mistakes; two mean that nobody can tell from them. */
export function datesOf(cells: readonly string[]): DateFormat[] {
  const fits = (Object.keys(shape) as DateFormat[]).map((format) => {
    const read = dateReader(format, utc);
    return { format, count: cells.filter((cell) => shape[format].test(cell) && read(cell) !== null).length };
  });
  const best = Math.max(...fits.map(({ count }) => count));
  return isMost(best, cells.length) ? fits.filter(({ count }) => count === best).map(({ format }) => format) : [];
}

const scoreNames: readonly (readonly [Metric, RegExp])[] = [
  ["nps", /nps|promoter|recommand|recommend/i],
  ["ces", /(^|[^a-z])ces([^a-z]|$)|effort/i],
  ["csat", /csat|satisf/i],
  ["stars", /star|étoile|etoile|rating|review.?score|note|avis/i],
];

/** A column called yes/no that holds nothing else, in figures or in words. */
function isYesNo(name: string, filled: readonly string[], decimal: Decimal): boolean {
  const { min, max } = scaleOf.yesNo;
  const fits = (score: number | null) => score === min || score === max;
  return (
    /yes[^a-z]?no|oui[^a-z]?non/i.test(name) &&
    filled.length > 0 &&
    filled.every((cell) => fits(readRawScore("yesNo", cell, decimal)))
  );
}

/** The metric a column's name speaks of, when its numbers fit the scale of that metric. */
function metricOf(name: string, min: number, max: number): Metric | null {
  const fits = (metric: Metric): boolean => min >= scaleOf[metric].min && max <= scaleOf[metric].max;
  const named = scoreNames.find(([, pattern]) => pattern.test(name))?.[0];
  // Taken for five points, answers on seven would be refused in plain sight; the other way round they would be counted wrong.
  if (named === "ces" && fits("ces5")) return "ces5";
  if (named !== undefined && fits(named)) return named;
  if (named === undefined && !/score/i.test(name)) return null;
  return (["stars", "yesNo", "nps"] as const).find(fits) ?? null;
}

/** What the cells of a column look like. */
export function sniffColumn(name: string, cells: readonly string[], decimal: Decimal): SniffedColumn {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const distinct = new Set(filled);
  const dates = datesOf(filled);
  const numbers = filled.map((cell) => readNumber(cell, decimal)).filter((each) => each !== null);
  const isNumeric = isMost(numbers.length, filled.length);
  const range = isNumeric ? numbers : [];
  const min = range.length > 0 ? range.reduce((a, b) => Math.min(a, b)) : null;
  const max = range.length > 0 ? range.reduce((a, b) => Math.max(a, b)) : null;
  const counted = min !== null && max !== null && range.every(Number.isInteger) ? metricOf(name, min, max) : null;
  const metric = isYesNo(name, filled, decimal) ? "yesNo" : counted;
  return {
    name,
    kind: kindOf({ name, filled, distinct, isDate: dates.length > 0, isNumeric, metric }),
    dateFormat: dates[0] ?? null,
    certain: dates.length < 2,
    metric,
    filled: cells.length === 0 ? 0 : filled.length / cells.length,
    distinct: distinct.size,
    min,
    max,
    samples: [...distinct].slice(0, 5).map((cell) => cell.slice(0, 200)),
  };
}

interface Seen {
  name: string;
  filled: readonly string[];
  distinct: ReadonlySet<string>;
  isDate: boolean;
  isNumeric: boolean;
  metric: Metric | null;
}

function kindOf({ name, filled, distinct, isDate, isNumeric, metric }: Seen): SniffedColumn["kind"] {
  if (filled.length === 0) return "empty";
  if (isDate) return "date";
  if (metric !== null) return "score";
  const length = filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length;
  const hasSpaces = filled.filter((cell) => cell.includes(" ")).length > filled.length / 3;
  const isNamedSo =
    /(^|[^a-z])(id|identifiant|code|ref|reference|num(ero|éro)?|e?-?mail|courriel|phone|t[ée]l([ée]phone)?|uuid)([^a-z]|$)/i.test(
      name.replaceAll(/([a-z])([A-Z])/g, "$1 $2"),
    );
  if (!hasSpaces && (isNamedSo || (distinct.size > 0.8 * filled.length && distinct.size > 20 && !isNumeric)))
    return "identifier";
  if (isNumeric) return "number";
  if (distinct.size <= Math.max(20, filled.length / 10) && length < 40) return "category";
  return "text";
}

/** The first rows of a file, cut into cells. */
export interface Sample {
  source: { name: string; bytes: number };
  encoding: Encoding;
  separator: Separator;
  header: boolean;
  names: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface SniffedSample {
  sniffed: SniffedFile;
  /** Cells of a column, by its name. */
  cells: ReadonlyMap<string, readonly string[]>;
}

export function sniffFile({ source, encoding, separator, header, names, rows }: Sample): SniffedSample {
  const decimal = guessDecimal(rows.flat());
  const cells = new Map(names.map((name, index) => [name, rows.map((row) => row[index] ?? "")]));
  const columns = [...cells].map(([name, column]) => sniffColumn(name, column, decimal));
  return {
    sniffed: {
      ...source,
      alias: aliasOf(source.name),
      separator,
      encoding,
      header,
      decimal,
      rows: rows.length,
      columns,
    },
    cells,
  };
}

/** A short name for a file: `olist_orders_dataset.csv` → `olist_orders_dataset`, `2024 avis.csv` → `f2024_avis`. */
function aliasOf(name: string): string {
  const plain = name
    .replace(/\.(?:csv|tsv|txt)?(?:\.gz)?$/i, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/\W+/g, "_")
    .replace(/^_+|_+$/g, "");
  return (/^[a-z]/i.test(plain) ? plain : `f${plain}`).slice(0, 40);
}
