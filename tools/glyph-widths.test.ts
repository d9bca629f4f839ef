import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { glyphWidthsSource } from "./glyph-widths.ts";

test("[R3] the widths that text is broken by are those of the fonts that files embed", () => {
  const committed = new URL("../src/journey/render/glyph-widths.ts", import.meta.url);
  expect(readFileSync(committed, "utf8").replaceAll(/\s+/g, " ")).toBe(glyphWidthsSource().replaceAll(/\s+/g, " "));
});
