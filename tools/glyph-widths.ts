import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Pdf from "pdfkit";
import { covered, type Face } from "../src/journey/render/covered.ts";
import { fontFiles } from "../src/journey/server/fonts.ts";
import { repository } from "./execute.ts";

const file = join(repository, "src/journey/render/glyph-widths.ts");

/** The source of glyph-widths.ts, read from the very fonts that files embed. */
export function glyphWidthsSource(): string {
  const document = new Pdf();
  const fonts = fontFiles();
  const open = (face: Face) => document.font(fonts[face]).fontSize(1000);
  const lent = Array.from(covered).filter((glyph) => !hasGlyph(open("title600"), glyph));
  const lines = (Object.keys(fonts) as Face[]).map((face) => {
    const widths = Array.from(covered, (glyph) =>
      Math.round(open(face === "title600" && lent.includes(glyph) ? "text600" : face).widthOfString(glyph)),
    );
    return `  ${face}: "${widths.join(" ")}",`;
  });
  return [
    'import type { Face } from "./covered.ts";',
    "",
    "/** Advance of each covered glyph in thousandths of the size. Written by tools/glyph-widths.ts. */",
    "export const glyphWidths: Record<Face, string> = {",
    ...lines,
    "};",
    "",
    "/** Covered glyphs that the face of titles lacks, and borrows from `text600`. */",
    `export const lent = ${JSON.stringify(lent.join(""))};`,
    "",
  ].join("\n");
}

/** Of the font that is open; its types do not tell of it. */
function hasGlyph(document: InstanceType<typeof Pdf>, glyph: string): boolean {
  const { _font: open } = document as unknown as {
    _font: { font: { hasGlyphForCodePoint: (point: number) => boolean } };
  };
  return open.font.hasGlyphForCodePoint(glyph.codePointAt(0) ?? 0);
}

if (import.meta.main) writeFileSync(file, glyphWidthsSource());
