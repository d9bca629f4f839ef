/** The four cuts of type that a map is drawn with: Inter for text, Bricolage Grotesque for titles. */
export type Face = "text400" | "text500" | "text600" | "title600";

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join("");

const latin = `${range(0x20, 0x7e)}${range(0xa0, 0x17f)}${range(0x1ea0, 0x1ef9)}`;
const greek = `\u0386${range(0x388, 0x38a)}\u038c${range(0x38e, 0x3a1)}${range(0x3a3, 0x3ce)}`;
const cyrillic = `${range(0x400, 0x45f)}\u0490\u0491`;

/** The glyphs whose widths are known: Latin with its accents, Greek, Cyrillic, and the signs of the map. */
export const covered = `${latin}${greek}${cyrillic}\u2009\u202f–—‘’‚“”„•…‰‹›€™−×÷≤≥±→←↑↓▲▼★◇·✓✗☆♥⚠№○●■□△`;
