import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { AskingTrigger } from "../asking/model.ts";
import { AskingPreview, AskingTriggerSummary } from "../asking/triggers.ts";

const ofSurvey = z.object({ surveyId: z.uuid() });
const one = z.object({ triggerId: z.uuid() });

export const listTriggers = route({
  method: "GET",
  path: "/api/v1/surveys/:surveyId/triggers",
  summary: "When a survey asks by itself, and what came of it",
  permission: "invitation:read",
  params: ofSurvey,
  response: z.array(AskingTriggerSummary),
});
export const createTrigger = route({
  method: "POST",
  path: "/api/v1/surveys/:surveyId/triggers",
  summary: "Let a survey ask by itself",
  permission: "invitation:send",
  params: ofSurvey,
  body: AskingTrigger.extend({
    /** Also about contacts that were before, while the survey's patience lasts; of everybody: at once, not in the next period. */
    includesPast: z.boolean().default(false),
  }),
  response: AskingTriggerSummary,
});
export const previewTrigger = route({
  method: "POST",
  path: "/api/v1/surveys/:surveyId/triggers/preview",
  summary: "Whom a trigger would ask: in the last 30 days, or now",
  permission: "invitation:send",
  params: ofSurvey,
  body: AskingTrigger,
  response: AskingPreview,
});
/** Let go on, it asks about nothing that was while it was paused. */
export const updateTrigger = route({
  method: "PATCH",
  path: "/api/v1/triggers/:triggerId",
  summary: "Pause a trigger, or let it go on",
  permission: "invitation:send",
  params: one,
  body: z.object({ isPaused: z.boolean() }),
  response: AskingTriggerSummary,
});
/** What it has asked stays. */
export const deleteTrigger = route({
  method: "DELETE",
  path: "/api/v1/triggers/:triggerId",
  summary: "Let a survey no longer ask by itself",
  permission: "invitation:send",
  params: one,
});
