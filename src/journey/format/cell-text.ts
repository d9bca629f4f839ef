/** The most characters that a cell of a spreadsheet holds. */
const cellLimit = 32_767;
const bullet = "• ";
/** Begins a line that says that the rest of the cell is on another sheet. */
const more = "… +";

/** Items of a cell one under the other: each begins with a bullet, its further lines are indented. */
export function writeItems(items: readonly string[]): string {
  const lines = items.map((item) => bullet + item.replaceAll("\n", "\n  "));
  const whole = lines.join("\n");
  if (whole.length <= cellLimit) return whole;
  const room = cellLimit - 20;
  let length = 0;
  const shown = lines.filter((line) => (length += line.length + 1) <= room);
  return [...shown, `${more}${lines.length - shown.length}`].join("\n");
}

export interface CellItems {
  items: string[];
  /** Whether the cell says that there are more on another sheet. */
  isCut: boolean;
}

/** The items of a cell: a line is one, unless it is indented under one that a bullet begins. */
export function readItems(text: string, { isHandMade }: { isHandMade: boolean }): CellItems {
  const items: string[] = [];
  let isCut = false;
  let isOpen = false;
  for (const line of text.split("\n")) {
    if (line.startsWith(bullet) || (line === "•" && !isHandMade)) {
      items.push(line.slice(bullet.length));
      isOpen = true;
    } else if (isOpen && line.startsWith("  ") && items.length > 0) {
      items[items.length - 1] += `\n${line.slice(2)}`;
    } else if (!isHandMade && line.startsWith(more)) {
      isCut = true;
    } else if (line.trim() !== "") {
      items.push(isHandMade ? line.trim().replace(/^[-–—*·•]\s+/, "") : line);
      isOpen = false;
    }
  }
  return { items, isCut };
}

/**
 * Finds for each item of a cell the row of another sheet that tells more of it: one of the same text, else, when as many
 * items as rows are left, the one in its place, since its text was rewritten.
 */
export function matchItems<Row>(
  items: readonly string[],
  rows: readonly Row[],
  textOf: (row: Row) => string,
): { matched: (Row | null)[]; left: Row[] } {
  const left = [...rows];
  const matched = items.map((item) => {
    const at = left.findIndex((row) => textOf(row) === item);
    return at === -1 ? null : (left.splice(at, 1)[0] ?? null);
  });
  const alone = matched.filter((row) => row === null).length;
  if (alone > 0 && alone === left.length)
    return { matched: matched.map((row) => row ?? left.shift() ?? null), left: [] };
  return { matched, left };
}
