import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Pdf from "pdfkit";
import { covered } from "../src/journey/render/covered.ts";
import { fontFiles } from "../src/journey/server/fonts.ts";
import { repository } from "./execute.ts";

const file = join(repository, "src/journey/render/glyph-widths.ts");

/** The source of glyph-widths.ts, read from the very fonts that files embed. */
export function glyphWidthsSource(): string {
  const document = new Pdf();
  const lines = Object.entries(fontFiles()).map(([face, path]) => {
    document.font(path).fontSize(1000);
    const widths = Array.from(covered, (glyph) => Math.round(document.widthOfString(glyph)));
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
  ].join("\n");
}

if (import.meta.main) writeFileSync(file, glyphWidthsSource());
