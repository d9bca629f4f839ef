import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Pdf from "pdfkit";
import { covered, type Face } from "../src/journey/render/covered.ts";
import { repository } from "./execute.ts";

const fonts: Record<Face, string> = {
  text400: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  text500: "@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf",
  text600: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
  title600: "@expo-google-fonts/bricolage-grotesque/600SemiBold/BricolageGrotesque_600SemiBold.ttf",
};

/** The source of glyph-widths.ts, read from the very fonts that the files of the product embed. */
export function glyphWidthsSource(): string {
  const resolve = createRequire(import.meta.url).resolve;
  const document = new Pdf();
  const lines = Object.entries(fonts).map(([face, path]) => {
    document.font(readFileSync(resolve(path))).fontSize(1000);
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

if (import.meta.main) writeFileSync(join(repository, "src/journey/render/glyph-widths.ts"), glyphWidthsSource());
