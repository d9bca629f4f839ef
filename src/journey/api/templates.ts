import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { JourneyDocument, journeyKinds } from "../model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const one = inWorkspace.extend({ templateId: z.uuid() });
const base = "/api/v1/workspaces/:workspaceId/templates";

const said = { name: z.string().trim().min(1).max(200), summary: z.string().trim().max(500) };

/** A map of the workspace that new ones can be made from. */
export const TemplateSummary = z.object({
  id: z.uuid(),
  ...said,
  kind: z.enum(journeyKinds),
  steps: z.number().int(),
  lanes: z.number().int(),
  publishedBy: z.string(),
  publishedAt: z.iso.datetime(),
});
export type TemplateSummary = z.infer<typeof TemplateSummary>;

export const listTemplates = route({
  method: "GET",
  path: base,
  summary: "List the templates of a workspace",
  permission: "journey:read",
  params: inWorkspace,
  response: z.array(TemplateSummary),
});
export const getTemplate = route({
  method: "GET",
  path: `${base}/:templateId`,
  summary: "One template with its document",
  permission: "journey:read",
  params: one,
  response: TemplateSummary.extend({ document: JourneyDocument }),
});
export const publishTemplate = route({
  method: "POST",
  path: base,
  summary: "Publish a journey as a template of the workspace",
  permission: "journey:edit",
  params: inWorkspace,
  body: z.object({
    journeyId: z.uuid(),
    name: said.name,
    summary: said.summary.default(""),
    /** Without, only the structure is published: stages, steps, lanes, touchpoints, links. */
    withCards: z.boolean().default(true),
  }),
  response: TemplateSummary,
});
export const updateTemplate = route({
  method: "PATCH",
  path: `${base}/:templateId`,
  summary: "Rename a template",
  permission: "journey:edit",
  params: one,
  body: z.object(said).partial(),
  response: TemplateSummary,
});
export const deleteTemplate = route({
  method: "DELETE",
  path: `${base}/:templateId`,
  summary: "Delete a template; the journeys made of it stay",
  permission: "journey:edit",
  params: one,
});
