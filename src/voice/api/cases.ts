import { z } from "zod";
import { route } from "#platform/http/route.ts";
import {
  Agent,
  cardKinds,
  Case,
  CaseDetails,
  caseLimits,
  CaseSettings,
  caseStates,
  Cause,
  CauseName,
  priorities,
  Recovery,
  Title,
  Words,
} from "../cases/model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const one = z.object({ caseId: z.uuid() });
const version = z.object({
  /** The one that was seen: somebody may have changed the case meanwhile (409). */
  version: z.int32(),
});

/** Those that are due first come first; what is done comes after what is under way, the latest first. */
export const listCases = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/cases",
  summary: "Cases of a workspace",
  permission: "case:read",
  params: inWorkspace,
  query: z.object({
    /** `underWay`: open, in progress or waiting. */
    state: z.enum([...caseStates, "underWay"]).optional(),
    /** A member, or `nobody`. */
    assignee: z.string().max(100).optional(),
    late: z.stringbool().optional(),
    touchpointId: z.uuid().optional(),
    causeId: z.uuid().optional(),
    /** The cases behind a card of a map. */
    cardId: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(100),
  }),
  response: z.object({ cases: z.array(Case), total: z.number().int() }),
});
/** An answer has one case that somebody opened: asked for again, it is that one. */
export const createCase = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/cases",
  summary: "Open a case by hand",
  permission: "case:work",
  params: inWorkspace,
  body: z.object({
    responseId: z.uuid().nullable().default(null),
    /** Of a case without an answer. */
    touchpointId: z.uuid().nullable().default(null),
    title: Title,
    reason: Words.default(""),
    priority: z.enum(priorities).default("normal"),
  }),
  response: CaseDetails,
});
export const getCase = route({
  method: "GET",
  path: "/api/v1/cases/:caseId",
  summary: "One case, with what was done to it",
  permission: "case:read",
  params: one,
  response: CaseDetails,
});
/** It is closed by `closeCase`; a closed one may only be opened again. */
export const changeCase = route({
  method: "PATCH",
  path: "/api/v1/cases/:caseId",
  summary: "Move or give a case",
  permission: "case:work",
  params: one,
  body: version.extend({
    state: z.enum(caseStates).exclude(["closed"]).optional(),
    assigneeId: z.string().max(100).nullable().optional(),
    priority: z.enum(priorities).optional(),
  }),
  response: CaseDetails,
});
export const addCaseNote = route({
  method: "POST",
  path: "/api/v1/cases/:caseId/notes",
  summary: "Note something on a case",
  permission: "case:work",
  params: one,
  body: z.object({ text: Words.min(1) }),
  response: CaseDetails,
});
/** Sent again with the same `attempt`, it is the same letter. What the customer answers arrives by e-mail, not here. */
export const replyToCase = route({
  method: "POST",
  path: "/api/v1/cases/:caseId/replies",
  summary: "Write to the customer of a case by e-mail",
  permission: "case:work",
  params: one,
  body: z.object({ attempt: z.uuid(), text: Words.min(1) }),
  response: CaseDetails,
});
/** What can be said when a case is closed: known causes, and where on which maps its touchpoint is. */
export const getClosing = route({
  method: "GET",
  path: "/api/v1/cases/:caseId/closing",
  summary: "Causes, and places on maps, to close a case with",
  permission: "case:work",
  params: one,
  response: z.object({
    causes: z.array(Cause),
    places: z.array(
      z.object({
        journeyId: z.uuid(),
        journey: z.string(),
        stepId: z.string(),
        step: z.string(),
        /** Those for which the map has a lane. */
        kinds: z.array(z.enum(cardKinds)),
      }),
    ),
    /** Where causes stand already. */
    cards: z.array(
      z.object({
        causeId: z.uuid(),
        journeyId: z.uuid(),
        stepId: z.string(),
        kind: z.enum(cardKinds),
        cases: z.number().int(),
      }),
    ),
  }),
});
/** A cause that nobody has named yet joins the list. */
export const closeCase = route({
  method: "POST",
  path: "/api/v1/cases/:caseId/close",
  summary: "Close a case with its root cause and what was done",
  permission: "case:work",
  params: one,
  body: version.extend({
    cause: CauseName,
    action: Words.min(1),
    /** Where the cause appears on a map; null: nowhere. */
    onMap: z
      .object({ journeyId: z.uuid(), stepId: z.string().max(100), kind: z.enum(cardKinds) })
      .nullable()
      .default(null),
  }),
  response: CaseDetails,
});
export const listCauses = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/case-causes",
  summary: "Root causes of a workspace",
  permission: "case:read",
  params: inWorkspace,
  response: z.array(Cause),
});
/** The same cause in other words, or one that is no longer offered. */
export const changeCause = route({
  method: "PATCH",
  path: "/api/v1/case-causes/:causeId",
  summary: "Rename or retire a root cause",
  permission: "library:edit",
  params: z.object({ causeId: z.uuid() }),
  body: z.object({ name: CauseName.optional(), isArchived: z.boolean().optional() }),
  response: Cause,
});
const CaseTeam = z.object({ settings: CaseSettings, agents: z.array(Agent).max(caseLimits.agents) });
/** Every member who may work on cases is among the agents. */
export const getCaseSettings = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/case-settings",
  summary: "How cases are followed up, and by whom",
  permission: "case:read",
  params: inWorkspace,
  response: CaseTeam,
});
/** Cases that are open keep the time they are due. */
export const saveCaseSettings = route({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/case-settings",
  summary: "Say how cases are followed up, and by whom",
  permission: "library:edit",
  params: inWorkspace,
  body: CaseTeam,
  response: CaseTeam,
});

/** Of the cases closed on these days, both included, in the workspace's time zone. */
export const getRecovery = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/recovery",
  summary: "How many customers of closed cases say that it is solved",
  permission: "measure:read",
  params: inWorkspace,
  query: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    /** Only at these, by their keys. */
    touchpoint: z.union([z.string(), z.array(z.string()).max(500)]).optional(),
  }),
  response: z.object({ whole: Recovery, touchpoints: z.array(Recovery.extend({ key: z.string() })) }),
});

const byToken = z.object({ token: z.string().min(8).max(200) });
/** Reading it changes nothing: mail scanners follow links. */
export const solvedPage = route({
  method: "GET",
  path: "/solved/:token",
  summary: "The page where a customer says whether their case is solved",
  permission: "public",
  params: byToken,
  query: z.object({ score: z.coerce.number().optional() }),
  stream: "text/html",
});
/** Answered once; the customer of a case that is not solved has it opened again. */
export const answerSolved = route({
  method: "POST",
  path: "/solved/:token",
  summary: "Say whether a case is solved",
  permission: "public",
  params: byToken,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  form: true,
  stream: "text/html",
});
