import { limits, type QuarantineCode, type Separator } from "../model.ts";

/** A record of a CSV file. `line` is where it begins, from 1; `cells` of a record that cannot be read hold its raw line. */
export interface CsvRow {
  line: number;
  cells: string[];
  problem: QuarantineCode | null;
}

export interface CsvReader {
  /** Takes the next piece of text and answers the records it completes. */
  push(text: string): CsvRow[];
  /** Answers what is left at the end of the file. */
  end(): CsvRow[];
  /** Characters that are held until their record ends. */
  held(): number;
}

const newline = 10;
const carriageReturn = 13;
const quote = 34;

/**
 * Reads RFC 4180 with any of our separators, `\n` or `\r\n`, quotes inside unquoted cells, and empty lines between
 * records. A quote that is never closed, or followed by text, costs the line it is on and not the rest of the file.
 */
export function csvReader(separator: Separator): CsvReader {
  const mark = separator === "tab" ? 9 : separator.charCodeAt(0);
  const markText = String.fromCharCode(mark);
  let text = "";
  let from = 0;
  let line = 1;

  /** The next record, or null when `text` ends before it does. */
  const next = (isLast: boolean): CsvRow | null => {
    const cells: string[] = [];
    const begin = line;
    let at = from;
    let lines = 0;
    for (;;) {
      if (text.charCodeAt(at) === quote) {
        const cell = quoted(at);
        if (cell === null) return isLast || text.length - from > limits.cellCharacters ? lost() : null;
        at = cell.end;
        lines += cell.lines;
        const after = text.charCodeAt(at);
        if (at + 1 >= text.length && !isLast && after !== mark && after !== newline) return null;
        cells.push(cell.value);
        if (after === mark) {
          at += 1;
          continue;
        }
        const isReturn = after === carriageReturn && (at + 1 === text.length || text.charCodeAt(at + 1) === newline);
        if (at < text.length && after !== newline && !isReturn) return lost();
        from = isReturn ? at + 2 : at + 1;
        line = begin + lines + 1;
        return { line: begin, cells, problem: null };
      }
      const end = lineEnd(at, isLast);
      if (end === null) return null;
      let stop = text.indexOf(markText, at);
      while (stop >= 0 && stop < end) {
        cells.push(text.slice(at, stop));
        at = stop + 1;
        if (text.charCodeAt(at) === quote) break;
        stop = text.indexOf(markText, at);
      }
      if (stop >= 0 && stop < end) continue;
      cells.push(text.slice(at, text.charCodeAt(end - 1) === carriageReturn && end > at ? end - 1 : end));
      from = end + 1;
      line = begin + lines + 1;
      return { line: begin, cells, problem: null };
    }
  };

  const quoted = (open: number): { value: string; end: number; lines: number } | null => {
    let close = text.indexOf('"', open + 1);
    let isDoubled = false;
    while (close >= 0 && text.charCodeAt(close + 1) === quote) {
      isDoubled = true;
      close = text.indexOf('"', close + 2);
    }
    if (close < 0 || close - open > 4 * limits.cellCharacters) return null;
    const inside = text.slice(open + 1, close);
    let lines = 0;
    for (let at = inside.indexOf("\n"); at >= 0; at = inside.indexOf("\n", at + 1)) lines += 1;
    return { value: isDoubled ? inside.replaceAll('""', '"') : inside, end: close + 1, lines };
  };

  const lineEnd = (at: number, isLast: boolean): number | null => {
    const end = text.indexOf("\n", at);
    if (end >= 0) return end;
    return isLast ? text.length : null;
  };

  const lost = (): CsvRow => {
    const end = lineEnd(from, true) ?? text.length;
    const row: CsvRow = { line, cells: [text.slice(from, end)], problem: "row_unreadable" };
    from = end + 1;
    line += 1;
    return row;
  };

  const drain = (isLast: boolean): CsvRow[] => {
    const rows: CsvRow[] = [];
    while (from < text.length) {
      const row = next(isLast);
      if (row === null) break;
      if (row.cells.length > 1 || row.cells[0] !== "" || row.problem !== null) rows.push(row);
    }
    text = text.slice(from);
    from = 0;
    return rows;
  };

  return {
    push: (more) => {
      text += more;
      return drain(false);
    },
    end: () => drain(true),
    held: () => text.length,
  };
}

const special = /["\n\r]/;

/** One line of CSV, without its end. */
export function csvLine(cells: readonly string[], separator: Separator = ","): string {
  const mark = separator === "tab" ? "\t" : separator;
  return cells
    .map((cell) => (special.test(cell) || cell.includes(mark) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(mark);
}

/** A cell that a spreadsheet would run as a formula is shown as text instead. */
export function withoutFormula(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

/** What a cell was before {@link withoutFormula}. */
export function withFormula(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}
