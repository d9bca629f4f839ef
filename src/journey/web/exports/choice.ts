import type { MeasureView } from "#insight/web/index.ts";
import { urlOf } from "#ui/call.ts";
import { exportCsv, exportJson, exportXlsx } from "../../api/data.ts";
import { exportPdf, exportPng, exportPptx, exportSvg } from "../../api/exports.ts";
import { deckOf } from "../../render/deck.ts";
import type { MapInput } from "../../render/input.ts";
import { type Page, pagesOf } from "../../render/pages.ts";
import type { Cut, Orientation, PaperName } from "../../render/options.ts";
import { palettes, type Theme } from "../../render/palette.ts";
import { slidePages } from "../../render/slide.ts";
import { pageSvg } from "../../render/svg.ts";
import type { DrawnLocale } from "../../render/words.ts";
import { isWritable } from "../../render/writable.ts";

export const drawnFormats = ["pdf", "pptx", "png", "svg", "print"] as const;
/** Files of what the map says, without its picture. */
export const dataFormats = ["xlsx", "csv", "json"] as const;
export type DataFormat = (typeof dataFormats)[number];
export type Format = (typeof drawnFormats)[number] | DataFormat;

export function isData(format: Format): format is DataFormat {
  return dataFormats.some((known) => known === format);
}

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

/** What a file will look like. */
export interface Previews {
  /** A picture a page; a file of data has none. */
  pages: string[];
  /** Whether it writes every character: the fonts of a PDF do not know all. */
  isWhole: boolean;
}

export function previewsOf(input: MapInput, choice: Choice): Previews {
  if (isData(choice.format)) return { pages: [], isWhole: true };
  const { locale, theme, format } = choice;
  const pages =
    format === "pptx" ? slidePages(deckOf(input, { locale, theme }), palettes[theme]) : sheetsFor(input, choice);
  const isWhole = format !== "pdf" || pages.every(({ drawing }) => isWritable(drawing.shapes));
  return { pages: pages.map(pageSvg), isWhole };
}

const pathOf: Record<Exclude<Format, "print">, string> = {
  pdf: exportPdf.path,
  pptx: exportPptx.path,
  png: exportPng.path,
  svg: exportSvg.path,
  xlsx: exportXlsx.path,
  csv: exportCsv.path,
  json: exportJson.path,
};

/** Where the file of a choice is, with the figures that the map shows; a print has none. */
export function addressOf(journeyId: string, choice: Choice, figures: Partial<MeasureView>): string | null {
  const { format, locale, theme, orientation, measures, cut, wide, scale } = choice;
  if (format === "print") return null;
  const at = (query: Record<string, unknown>) => urlOf(pathOf[format], { journeyId }, { locale, ...query });
  const shown = { measures, ...(measures ? figures : {}) };
  if (isData(format)) return at(format === "xlsx" ? shown : {});
  const look = { theme, ...shown };
  if (format === "pptx") return at(look);
  if (format === "pdf") return at({ ...look, orientation, paper: paperOf(choice), cut, wide });
  return at({ ...look, orientation, ...(format === "png" ? { scale } : {}) });
}
