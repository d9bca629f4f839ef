import { z } from "zod";
import { route } from "#platform/http/route.ts";
import {
  Answers,
  Language,
  limits,
  relations,
  Survey,
  SurveyContent,
  surveyStates,
  SurveySummary,
  ways,
} from "./model.ts";

export * from "./api/alerts.ts";
export * from "./api/asking.ts";
export * from "./api/cases.ts";
export * from "./api/collect.ts";
export * from "./api/comments.ts";
export * from "./api/interviews.ts";
export * from "./api/promoters.ts";
export * from "./api/reviews.ts";
export * from "./api/suspicious.ts";
export * from "./api/triggers.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });
const one = z.object({ surveyId: z.uuid() });
const byToken = z.object({ token: z.string().min(8).max(200) });

export const listSurveys = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/surveys",
  summary: "Surveys of a workspace, or of one touchpoint",
  permission: "survey:read",
  params: inWorkspace,
  query: z.object({ touchpointId: z.uuid().optional() }),
  response: z.array(SurveySummary),
});
export const createSurvey = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/surveys",
  summary: "Ask something at a touchpoint",
  permission: "survey:edit",
  params: inWorkspace,
  body: z.object({
    /** Null: at none, which only a relational survey can be. */
    touchpointId: z.uuid().nullable(),
    name: Survey.shape.name,
    relation: z.enum(relations).default("transactional"),
    task: Survey.shape.task.default(""),
    purpose: Survey.shape.purpose.default(""),
    retentionDays: Survey.shape.retentionDays.default(null),
    reviewLinks: Survey.shape.reviewLinks.default([]),
    state: z.enum(["draft", "open"]).default("draft"),
    content: SurveyContent,
  }),
  response: SurveySummary,
});
export const getSurvey = route({
  method: "GET",
  path: "/api/v1/surveys/:surveyId",
  summary: "One survey",
  permission: "survey:read",
  params: one,
  response: SurveySummary,
});
/** New content of a survey that has answers is a new version. */
export const updateSurvey = route({
  method: "PATCH",
  path: "/api/v1/surveys/:surveyId",
  summary: "Change a survey",
  permission: "survey:edit",
  params: one,
  body: Survey.pick({ name: true, task: true, purpose: true, retentionDays: true, reviewLinks: true, content: true })
    .extend({ state: z.enum(surveyStates), relation: z.enum(relations) })
    .partial(),
  response: SurveySummary,
});
/** Refused (409) once it has answers: then it is closed. */
export const deleteSurvey = route({
  method: "DELETE",
  path: "/api/v1/surveys/:surveyId",
  summary: "Delete a survey nobody has answered",
  permission: "survey:edit",
  params: one,
});
/** A poster or sticker with the way to answer, `image/svg+xml`. */
export const surveyQr = route({
  method: "GET",
  path: "/api/v1/surveys/:surveyId/qr",
  summary: "The QR code of a survey's link",
  permission: "survey:read",
  params: one,
  stream: "image/svg+xml",
});

/** A shop or a workshop answers from one address; the token cannot be guessed at. */
const answersPerMinute = 600;

/** What whoever answers is shown: works without JavaScript. */
export const surveyPage = route({
  method: "GET",
  path: "/s/:token",
  summary: "The page of a survey",
  permission: "public",
  params: byToken,
  query: z.object({ lang: Language.optional(), score: z.coerce.number().optional(), way: z.enum(ways).optional() }),
  stream: "text/html",
  perMinute: answersPerMinute,
});
/** A link that no person sees: whoever follows it is no person, and what they answer is kept apart. It shows the same page. */
export const hiddenLink = route({
  method: "GET",
  path: "/s/:token/all",
  summary: "The page of a survey, by a link for scanners",
  permission: "public",
  params: byToken,
  query: z.object({ lang: Language.optional().catch(undefined) }),
  stream: "text/html",
  perMinute: answersPerMinute,
});
/** A posted form records; sent again with the same `attempt` it is the same answer. */
export const answerForm = route({
  method: "POST",
  path: "/s/:token",
  summary: "Answer a survey by its form",
  permission: "public",
  params: byToken,
  body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  form: true,
  stream: "text/html",
  perMinute: answersPerMinute,
});
/** The same for programs. What was partial may be sent again, changed or complete; what is complete stays as it is. */
export const answerSurvey = route({
  method: "POST",
  path: "/api/v1/answer/:token",
  summary: "Answer a survey",
  permission: "public",
  params: byToken,
  body: z.object({
    attempt: z.uuid(),
    answers: Answers,
    language: Language.optional(),
    way: z.enum(ways).default("api"),
    /** Who answers, where the survey is not anonymous. */
    person: z
      .object({ kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "such as email"), value: z.string().min(1).max(200) })
      .optional(),
    properties: z
      .record(z.string().max(80), z.string().max(500))
      .refine((given) => Object.keys(given).length <= limits.properties, `at most ${limits.properties}`)
      .optional(),
    /** When it was answered, for answers kept on a device; never later than now. */
    answeredAt: z.iso.datetime().optional(),
    isPartial: z.boolean().default(false),
    /** A field that people do not see. */
    website: z.string().max(200).optional(),
    /** Milliseconds from the first sight of the question to the answer. */
    took: z.number().min(0).optional(),
    /** What was pressed before the form was open, as in a letter. */
    firstScore: z.number().optional(),
    /** A number for which SHA-256 of `attempt:number` begins with 15 zero bits. */
    proof: z.string().max(12).optional(),
  }),
  response: z.object({ responseId: z.uuid(), isNew: z.boolean() }),
  anyOrigin: true,
  perMinute: answersPerMinute,
});
