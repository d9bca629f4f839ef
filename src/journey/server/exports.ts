import { Readable } from "node:stream";
import type { Context, Routes } from "#platform/http/handler.ts";
import * as api from "../api/exports.ts";
import { deckOf } from "../render/deck.ts";
import { drawMap } from "../render/map.ts";
import { pagesOf } from "../render/pages.ts";
import { palettes } from "../render/palette.ts";
import { toSvg } from "../render/svg.ts";
import { drawnWords } from "../render/words.ts";
import { unwritable } from "../render/writable.ts";
import { attachAs } from "./attachment.ts";
import { checkSize, type DrawDeps, readMapInput } from "./draw.ts";
import { toPdf } from "./export-pdf.ts";
import { toPng } from "./export-png.ts";
import { toPptx } from "./export-pptx.ts";
import { workspaceOfJourney } from "./queries.ts";

/** The map as files to take away; who may read a journey may take it. */
export function registerExportRoutes(routes: Routes, deps: DrawDeps): void {
  const workspaceOf = ({ journeyId }: { journeyId: string }) => workspaceOfJourney(deps.db, journeyId);
  routes.handle(api.exportSvg, { workspaceOf, run: (context) => exportSvg(deps, context) });
  routes.handle(api.exportPng, { workspaceOf, run: (context) => exportPng(deps, context) });
  routes.handle(api.exportPdf, { workspaceOf, run: (context) => exportPdf(deps, context) });
  routes.handle(api.exportPptx, { workspaceOf, run: (context) => exportPptx(deps, context) });
}

async function exportSvg(deps: DrawDeps, { params, query, reply }: Context<typeof api.exportSvg>): Promise<string> {
  const input = await readMapInput(deps, params.journeyId, query);
  const drawing = drawMap(input, query);
  checkSize([drawing]);
  attachAs(reply, input.document.name, "svg");
  return toSvg(drawing);
}

async function exportPng(deps: DrawDeps, { params, query, reply }: Context<typeof api.exportPng>): Promise<Readable> {
  const input = await readMapInput(deps, params.journeyId, query);
  const drawing = drawMap(input, query);
  checkSize([drawing]);
  const bytes = await toPng(drawing, query.scale);
  attachAs(reply, input.document.name, "png");
  return Readable.from([bytes]);
}

async function exportPdf(deps: DrawDeps, { params, query, reply }: Context<typeof api.exportPdf>): Promise<Readable> {
  const input = await readMapInput(deps, params.journeyId, query);
  const pages = pagesOf(input, query, query);
  // Sheets of one wall show one drawing.
  checkSize([...new Set(pages.map(({ drawing }) => drawing))]);
  attachAs(reply, input.document.name, "pdf");
  const note = `${unwritable} ${drawnWords[query.locale].unwritable}`;
  return toPdf(pages, { title: input.document.name, day: input.day, note });
}

async function exportPptx(deps: DrawDeps, { params, query, reply }: Context<typeof api.exportPptx>): Promise<Readable> {
  const input = await readMapInput(deps, params.journeyId, query);
  const deck = deckOf(input, query);
  checkSize(deck.pages.flatMap(({ content }) => (content.kind === "map" ? [content.drawing] : [])));
  const bytes = await toPptx(deck, palettes[query.theme]);
  attachAs(reply, input.document.name, "pptx");
  return Readable.from([bytes]);
}
