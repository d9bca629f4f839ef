/** The four cuts of type that a map is drawn with: Inter for text, Bricolage Grotesque for titles. */
export type Face = "text400" | "text500" | "text600" | "title600";

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join("");

/** The glyphs whose widths are known: Latin with its accents, and the signs of the map. */
export const covered = `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}\u2009\u202f–—‘’‚“”„•…‰‹›€™−×÷≤≥±→←↑↓▲▼★◇·`;
