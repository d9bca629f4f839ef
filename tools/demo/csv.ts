export type Cell = string | number;

/** A file as a French spreadsheet writes it: semicolons, a header, quotes only where they are needed (RFC 4180). */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => row.map(quoted).join(";")).join("\r\n") + "\r\n";
}

function quoted(cell: Cell): string {
  const text = String(cell);
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
