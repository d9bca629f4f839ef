import { urlOf } from "#ui/call.ts";
import { exportPdf, exportPng, exportPptx, exportSvg } from "../../api/exports.ts";
import { deckOf } from "../../render/deck.ts";
import type { MapInput } from "../../render/input.ts";
import { type Cut, type Page, pagesOf, type PaperName } from "../../render/pages.ts";
import type { Theme } from "../../render/palette.ts";
import type { Orientation } from "../../render/scene.ts";
import { pageSvg, toSvg } from "../../render/svg.ts";
import type { DrawnLocale } from "../../render/words.ts";

export const formats = ["pdf", "pptx", "png", "svg", "print"] as const;
export type Format = (typeof formats)[number];

/** What somebody wants to take away. */
export interface Choice {
  format: Format;
  locale: DrawnLocale;
  theme: Theme;
  orientation: Orientation;
  measures: boolean;
  paper: PaperName;
  cut: Cut;
  wide: number;
  scale: number;
}

/** Printers have no page as large as a map. */
export function paperOf({ format, paper }: Choice): PaperName {
  if (format === "print") return paper === "fit" ? "a4" : paper;
  return format === "pdf" ? paper : "fit";
}

/** The pages of a file, or the sheets of a print. */
export function sheetsFor(input: MapInput, choice: Choice): Page[] {
  const { locale, theme, orientation, format, wide } = choice;
  const cut = format === "pdf" || format === "print" ? choice.cut : "none";
  return pagesOf(input, { locale, theme, orientation }, { paper: paperOf(choice), cut, wide });
}

/** What the file will look like, a picture a page. */
export function previewsOf(input: MapInput, choice: Choice): string[] {
  if (choice.format !== "pptx") return sheetsFor(input, choice).map(pageSvg);
  return deckOf(input, { locale: choice.locale, theme: choice.theme }).pages.map(({ drawing }) => toSvg(drawing));
}

/** Where the file of a choice is; a print has none. */
export function addressOf(
  journeyId: string,
  choice: Choice,
  days: { from?: string | undefined; to?: string | undefined },
): string | null {
  const { format, locale, theme, orientation, measures, cut, wide, scale } = choice;
  const look = { locale, theme, measures, ...(measures ? days : {}) };
  const at = (path: string, query: Record<string, unknown>) => urlOf(path, { journeyId }, query);
  switch (format) {
    case "pdf":
      return at(exportPdf.path, { ...look, orientation, paper: paperOf(choice), cut, wide });
    case "pptx":
      return at(exportPptx.path, look);
    case "png":
      return at(exportPng.path, { ...look, orientation, scale });
    case "svg":
      return at(exportSvg.path, { ...look, orientation });
    case "print":
      return null;
  }
}
