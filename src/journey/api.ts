import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { limits } from "./limits.ts";
import { Card, Framing, Journey, JourneyDocument, JourneySummary, journeyKinds, journeyStates } from "./model.ts";
import { statePath } from "./state-path.ts";
import { templateLocales } from "./templates/template.ts";

export * from "./api/atlas.ts";
export * from "./api/templates.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
/** `journeyId` is an id, everywhere under /journeys. */
const one = z.object({ journeyId: z.uuid() });
/** The id that whoever adds a card gives it. */
const ownId = z.string().regex(/^[\w-]{8,64}$/);

export const listJourneys = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/journeys",
  summary: "List journeys",
  permission: "journey:read",
  params: inWorkspace,
  response: z.array(JourneySummary),
});
export const createJourney = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/journeys",
  summary: "Create a journey, empty, from a document or from a template",
  permission: "journey:edit",
  params: inWorkspace,
  body: z.object({
    name: z.string().trim().min(1).max(200),
    key: z.string().optional(),
    kind: z.enum(journeyKinds).optional(),
    state: z.enum(journeyStates).default("lived"),
    document: JourneyDocument.optional(),
    /** A template of the product in a language, or one of the workspace; it says the kind and the content. */
    template: z
      .union([z.object({ key: z.string(), locale: z.enum(templateLocales) }), z.object({ id: z.uuid() })])
      .optional(),
    framing: Framing.optional(),
    /** The journey and the step of it that the new one tells in detail. */
    parentId: z.uuid().optional(),
    parentStepId: z.string().optional(),
  }),
  response: Journey,
});
export const getJourney = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId",
  summary: "One journey with its document",
  permission: "journey:read",
  params: one,
  response: Journey,
});
/** What a screen needs of a journey whose document it gets live. */
export const getJourneySummary = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/summary",
  summary: "One journey without its document",
  permission: "journey:read",
  params: one,
  response: JourneySummary,
});
export const updateJourney = route({
  method: "PATCH",
  path: "/api/v1/journeys/:journeyId",
  summary: "Rename a journey or change what is said of it",
  permission: "journey:edit",
  params: one,
  body: z
    .object({
      name: z.string().trim().min(1).max(200),
      kind: z.enum(journeyKinds),
      state: z.enum(journeyStates),
      ownerId: z.string().nullable(),
      /** When somebody last looked the whole map through. */ reviewedAt: z.iso.datetime().nullable(),
      reviewMonths: z.number().int().min(1).max(60),
      tags: z.array(z.string().trim().min(1).max(60)).max(20),
      parentId: z.uuid().nullable(),
      parentStepId: z.string().nullable(),
      livedId: z.uuid().nullable(),
    })
    .partial(),
  response: JourneySummary,
});
export const deleteJourney = route({
  method: "DELETE",
  path: "/api/v1/journeys/:journeyId",
  summary: "Delete a journey",
  permission: "journey:edit",
  params: one,
});
/**
 * The way a contributor adds to a map: through the same function on the same live document. With an `id` of the caller's
 * own, saying it again adds nothing.
 */
export const addCard = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/cards",
  summary: "Add a card",
  permission: "journey:contribute",
  params: one,
  body: Card.extend({ id: ownId.optional() }),
  response: Card,
});
/** Several cards as one edit. For ten minutes the receipt takes back those that are new and that nobody has changed since. */
export const addCards = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/card-batches",
  summary: "Add several cards",
  permission: "journey:contribute",
  params: one,
  body: z.object({
    cards: z
      .array(Card.extend({ id: ownId }))
      .min(1)
      .max(limits.cardsAtOnce),
  }),
  response: z.object({ receipt: z.string() }),
});
export const takeBackCards = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/card-batches/withdrawals",
  summary: "Take back cards that one has just added",
  permission: "journey:contribute",
  params: one,
  body: z.object({ receipt: z.string().max(20_000) }),
  response: z.object({ /** Cards that stay. */ left: z.number().int() }),
});
/** The live document as it was last stored, as one Yjs update: what a map is drawn from before the socket is open. */
export const getState = route({
  method: "GET",
  path: statePath,
  summary: "Get the live document as it was last stored",
  permission: "journey:read",
  params: one,
  stream: "application/octet-stream",
});
/** A short-lived signed token for the live socket at `/live`; `readOnly` for those who may not edit. */
export const openLive = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/live",
  summary: "Get a token for the live document",
  permission: "journey:read",
  params: one,
  response: z.object({ token: z.string(), readOnly: z.boolean(), expiresAt: z.iso.datetime() }),
});
export * from "./api/images.ts";
export * from "./api/comments.ts";
export * from "./api/shares.ts";
export * from "./api/votes.ts";
export * from "./api/exports.ts";
export * from "./api/data.ts";
export * from "./api/versions.ts";
