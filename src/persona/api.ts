import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Persona } from "./model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const one = inWorkspace.extend({ id: z.uuid() });
const base = "/api/v1/workspaces/:workspaceId/personas";

export const listPersonas = route({
  method: "GET",
  path: base,
  summary: "Personas by name",
  permission: "persona:read",
  params: inWorkspace,
  response: z.array(Persona),
});
/** The key is made from the name when none is given; taken already: 409. */
export const createPersona = route({
  method: "POST",
  path: base,
  summary: "Add a persona",
  permission: "persona:edit",
  params: inWorkspace,
  body: z.object({
    key: Persona.shape.key.optional(),
    name: Persona.shape.name,
    summary: Persona.shape.summary.default(""),
  }),
  response: Persona,
});
export const updatePersona = route({
  method: "PATCH",
  path: `${base}/:id`,
  summary: "Change a persona",
  permission: "persona:edit",
  params: one,
  body: Persona.pick({ name: true, summary: true }).partial(),
  response: Persona,
});
/** Refused (409) while a journey tells of it. */
export const deletePersona = route({
  method: "DELETE",
  path: `${base}/:id`,
  summary: "Delete a persona no journey tells of",
  permission: "persona:edit",
  params: one,
});
