import { covered, type Face } from "./covered.ts";
import type { Paragraph, TextStyle } from "./drawing.ts";
import { glyphWidths } from "./glyph-widths.ts";

const widths = Object.fromEntries(
  Object.entries(glyphWidths).map(([face, advances]) => {
    const numbers = advances.split(" ").map(Number);
    return [face, new Map(Array.from(covered, (glyph, index) => [glyph, numbers[index] ?? 0]))];
  }),
) as unknown as Record<Face, ReadonlyMap<string, number>>;

/** Thousandths of the size for glyphs that are not covered: Chinese signs and pictures take a square. */
const unknownWidth = 1000;
const combining = /^\p{M}$/u;

/** Width in pixels of a line, kerning left out, which only ever makes it a little shorter. */
export function textWidth(text: string, { face, size }: Pick<TextStyle, "face" | "size">): number {
  const known = widths[face];
  let sum = 0;
  for (const glyph of text) sum += known.get(glyph) ?? (combining.test(glyph) ? 0 : unknownWidth);
  return (sum * size) / 1000;
}

/** Breaks a text into lines that fit, a word longer than a line between its letters; its own line breaks are kept. */
export function wrap(text: string, style: Pick<TextStyle, "face" | "size">, width: number): string[] {
  return printable(text)
    .split("\n")
    .flatMap((paragraph) => wrapParagraph(paragraph, style, width));
}

/** A paragraph of wrapped text; nothing when the text is empty. */
export function paragraph(text: string, style: TextStyle, width: number, gap = 0): Paragraph[] {
  return text.trim() === ""
    ? []
    : [{ lines: wrap(text.trim(), style, width), whole: printable(text.trim()), style, gap }];
}

/** One line, ended with «…» when it is too long. */
export function clip(text: string, style: Pick<TextStyle, "face" | "size">, width: number): string {
  const whole = printable(text).replaceAll(/\s+/g, " ").trim();
  if (textWidth(whole, style) <= width) return whole;
  const glyphs = Array.from(whole);
  while (glyphs.length > 0 && textWidth(`${glyphs.join("")}…`, style) > width) glyphs.pop();
  return `${glyphs.join("").trimEnd()}…`;
}

function wrapParagraph(text: string, style: Pick<TextStyle, "face" | "size">, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(/[ \t]+/)) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (textWidth(longer, style) <= width) {
      current = longer;
      continue;
    }
    if (current !== "") lines.push(current);
    const pieces = breakWord(word, style, width);
    lines.push(...pieces.slice(0, -1));
    current = pieces.at(-1) ?? "";
  }
  return [...lines, current];
}

function breakWord(word: string, style: Pick<TextStyle, "face" | "size">, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const glyph of word) {
    if (piece !== "" && textWidth(piece + glyph, style) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += glyph;
  }
  return [...pieces, piece];
}

/** Whether the fonts of the product can write it. */
export function isCovered(text: string): boolean {
  return Array.from(printable(text)).every((glyph) => glyph === "\n" || widths.text400.has(glyph));
}

/** Without what no file may carry (control characters, halves of pairs), and with one kind of line break. */
export function printable(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll("\u202f", "\u00a0")
    .replaceAll(/[^\P{C}\n\u200d]/gu, "")
    .toWellFormed();
}
