import { z } from "zod";
import { route } from "#platform/http/route.ts";
import {
  leftOutReasons,
  Promoter,
  PromoterCounts,
  promoterLetterKinds,
  promoterLimits,
  promoterRoles,
  promoterViews,
} from "../promoters/model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });

export const listPromoters = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/promoters",
  summary: "Customers who are pleased, and what was done with them, the latest first",
  permission: "invitation:read",
  params: inWorkspace,
  query: z.object({
    view: z.enum(promoterViews).default("new"),
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(promoterLimits.atOnce).default(50),
  }),
  response: z.object({
    promoters: z.array(Promoter),
    counts: PromoterCounts,
    /** Whether letters can be sent. */
    canMail: z.boolean(),
    next: z.string().nullable(),
  }),
});
const LetterText = z.string().trim().max(promoterLimits.letterCharacters);
/** Each `attempt` is one letter, however often it is sent. Whoever is left out is named with the reason. */
export const writeToPromoters = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/promoters/letters",
  summary: "Thank customers who are pleased, or ask them to take a role",
  permission: "invitation:send",
  params: inWorkspace,
  body: z.object({
    kind: z.enum(promoterLetterKinds),
    people: z
      .array(z.object({ responseId: z.uuid(), attempt: z.uuid() }))
      .min(1)
      .max(promoterLimits.atOnce)
      .refine((people) => new Set(people.map(({ responseId }) => responseId)).size === people.length, "each once"),
    /** What is written in each language; people are written to in theirs. */
    texts: z.object({ fr: LetterText.min(1), en: LetterText.min(1) }),
  }),
  response: z.object({
    written: z.number().int(),
    leftOut: z.array(z.object({ responseId: z.uuid(), reason: z.enum(leftOutReasons) })),
  }),
});
/** `text/csv`, with where each can be written to; what a spreadsheet would take for a formula is quoted with an apostrophe. */
export const exportPromoters = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/promoters/export",
  summary: "The customers who were asked to take a role, as a table",
  permission: "person:read",
  params: inWorkspace,
  query: z.object({ role: z.enum(promoterRoles) }),
  stream: "text/csv",
});

const byToken = z.object({ token: z.string().min(8).max(200) });
/** Reading it changes nothing: mail scanners follow links. */
export const rolePage = route({
  method: "GET",
  path: "/join/:token",
  summary: "The page where a customer says whether they take a role",
  permission: "public",
  params: byToken,
  stream: "text/html",
});
/** Who has said yes may withdraw by the same link, also when it has ended. */
export const answerRole = route({
  method: "POST",
  path: "/join/:token",
  summary: "Take a role, decline it, or withdraw",
  permission: "public",
  params: byToken,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  form: true,
  stream: "text/html",
});
