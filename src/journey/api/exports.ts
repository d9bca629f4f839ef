import { z } from "zod";
import { PeriodAndSplit } from "#insight/model.ts";
import { route } from "#platform/http/route.ts";
import { cuts, orientations, paperNames } from "../render/options.ts";
import { themes } from "../render/palette.ts";
import { drawnLocales } from "../render/words.ts";

const one = z.object({ journeyId: z.uuid() });
const Flag = z.enum(["true", "false"]).transform((said) => said === "true");

/** Which figures leave with the map: those of the days, filters and split that the map shows. */
export const FiguresWanted = PeriodAndSplit.extend({
  /** With scores and volumes. */ measures: Flag.default(true),
});
export type FiguresWanted = z.infer<typeof FiguresWanted>;

/** How the map is drawn. */
export const ExportLook = FiguresWanted.extend({
  locale: z.enum(drawnLocales).default("fr"),
  theme: z.enum(themes).default("light"),
  orientation: z.enum(orientations).default("columns"),
});
export type ExportLook = z.infer<typeof ExportLook>;

export const ExportPages = ExportLook.extend({
  paper: z.enum(paperNames).default("fit"),
  cut: z.enum(cuts).default("none"),
  /** Sheets side by side on the wall. */ wide: z.coerce.number().int().min(1).max(12).default(2),
});
export type ExportPages = z.infer<typeof ExportPages>;

export const exportSvg = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/export.svg",
  summary: "The map as an SVG picture",
  permission: "journey:read",
  params: one,
  query: ExportLook,
  stream: "image/svg+xml",
});
export const exportPng = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/export.png",
  summary: "The map as a PNG picture",
  permission: "journey:read",
  params: one,
  query: ExportLook.extend({
    /** Pixels of the picture for one of the map. */ scale: z.coerce.number().min(0.25).max(4).default(2),
  }),
  stream: "image/png",
});
export const exportPdf = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/export.pdf",
  summary: "The map as a PDF: one page, sheets for a wall, or a page a macro-stage",
  permission: "journey:read",
  params: one,
  query: ExportPages,
  stream: "application/pdf",
});
export const exportPptx = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/export.pptx",
  summary: "The map as slides of shapes that can be edited",
  permission: "journey:read",
  params: one,
  query: ExportLook,
  stream: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
});
