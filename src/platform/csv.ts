/** A cell of a table; what a spreadsheet would take for a formula is text to it after an apostrophe. */
export function csvCell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table as a file: numbers with a point, nothing for null, and a mark by which spreadsheets know the letters. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  const line = (row: readonly (string | number | null)[]) =>
    row.map((cell) => (typeof cell === "string" ? csvCell(cell) : String(cell ?? ""))).join(",");
  return `\u{FEFF}${rows.map((row) => `${line(row)}\r\n`).join("")}`;
}
