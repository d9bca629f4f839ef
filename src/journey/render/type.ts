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
  return bound(printable(text))
    .split("\n")
    .flatMap((paragraph) => wrapParagraph(paragraph, style, width));
}

/** A paragraph of wrapped text; nothing when the text is empty. */
export function paragraph(text: string, style: TextStyle, width: number, gap = 0): Paragraph[] {
  return text.trim() === ""
    ? []
    : [{ lines: wrap(text.trim(), style, width), whole: bound(printable(text.trim())), style, gap }];
}

/** A paragraph of at most so many lines, the last one ended with «…». */
export function shortened(whole: Paragraph, most: number, width: number): Paragraph {
  const { lines, style } = whole;
  if (lines.length <= most) return whole;
  const shown = [...lines.slice(0, most - 1), clip(lines.slice(most - 1, most + 1).join(" "), style, width)];
  return { ...whole, lines: shown, whole: shown.join(" ") };
}

/** Width of the longest piece of a text that no line break may cut. */
export function widestPiece(text: string, style: Pick<TextStyle, "face" | "size">): number {
  const pieces = bound(printable(text))
    .split(/[ \n]+/)
    .flatMap(piecesOf);
  return Math.max(0, ...pieces.map((piece) => textWidth(piece, style)));
}

/** Before a sign that French sets apart, inside its quotation marks, and between a number and its unit no line ends. */
const boundSpace =
  / (?=[?!:;»%€](?:\s|$))|(?<=«) |(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=(?:k€|M€|h|min|j|km|cm|mm|m²?|kg)(?![\p{L}\p{N}]))/gmu;
const bound = (text: string) => text.replaceAll(boundSpace, "\u00a0");

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
  for (const word of text.split(/[ \t]+/).flatMap((each) => unbound(each, style, width))) {
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

/** Words that are bound together, apart again where they do not fit a line. */
function unbound(words: string, style: Pick<TextStyle, "face" | "size">, width: number): string[] {
  return textWidth(words, style) <= width ? [words] : words.split("\u00a0");
}

/** The pieces of a word after each of which a line may end: at a hyphen, or within an address. */
const piecesOf = (word: string) => word.split(/(?<=[-–—/])/);

function breakWord(word: string, style: Pick<TextStyle, "face" | "size">, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const add = (piece: string) => {
    if (line !== "" && textWidth(line + piece, style) > width) {
      lines.push(line);
      line = "";
    }
    line += piece;
  };
  for (const piece of piecesOf(word)) {
    if (textWidth(piece, style) <= width) add(piece);
    else Array.from(piece).forEach(add);
  }
  return [...lines, line];
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
