import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Journey, JourneyDocument, journeyKinds, journeyStates } from "../model.ts";
import { FiguresWanted } from "./exports.ts";

const one = z.object({ journeyId: z.uuid() });
const inWorkspace = z.object({ workspaceId: z.uuid() });
const inLanguage = z.object({ locale: z.enum(["fr", "en"]).default("fr") });

/** The open format; `version` 1 says what older readers understand. */
export const exportJson = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/data.json",
  summary: "A journey in the open format",
  permission: "journey:read",
  params: one,
  query: inLanguage.extend({ version: z.enum(["1", "2"]).default("2") }),
  stream: "application/json; charset=utf-8",
});
export const exportXlsx = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/data.xlsx",
  summary: "A journey as a workbook",
  permission: "journey:read",
  params: one,
  query: inLanguage.extend(FiguresWanted.shape),
  stream: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});
export const exportCsv = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/data.csv",
  summary: "A journey as a table, a row an element",
  permission: "journey:read",
  params: one,
  query: inLanguage,
  stream: "text/csv; charset=utf-8",
});

const count = z.number().int();
/** What a file would make, and what of it the workspace does not know. */
export const FilePreview = z.object({
  name: z.string(),
  kind: z.enum(journeyKinds),
  state: z.enum(journeyStates),
  counts: z.object({
    stages: count,
    steps: count,
    lanes: count,
    cards: count,
    placements: count,
    links: count,
    emotions: count,
    personas: count,
  }),
  /** Elements that point to nothing and would be left out. */ leftOut: count,
  missing: z.object({
    touchpoints: z.array(z.object({ name: z.string(), channel: z.string().nullable() })),
    personas: z.array(z.string()),
  }),
  document: JourneyDocument,
});
export type FilePreview = z.infer<typeof FilePreview>;

/** One file of the form: the open format, XLSX, CSV, or any text that could be pasted. Nothing is changed. */
export const previewFile = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/journey-files/preview",
  summary: "See what journey a file would make",
  permission: "journey:edit",
  params: inWorkspace,
  multipart: true,
  response: FilePreview,
});
/** What the workspace does not know is added to its library with `createMissing`, else left out. */
const consent = z.object({ createMissing: z.enum(["true", "false"]).default("false") });
export const importFile = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/journey-files",
  summary: "Make a journey of a file",
  permission: "journey:edit",
  params: inWorkspace,
  query: consent.extend({ name: z.string().trim().max(200).optional() }),
  multipart: true,
  response: Journey,
});
/** A version keeps what was there before. */
export const replaceByFile = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/replace",
  summary: "Make a journey say what a file says",
  permission: "journey:edit",
  params: one,
  query: consent,
  multipart: true,
  response: Journey,
});
