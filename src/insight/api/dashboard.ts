import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { DerivedImportance } from "../dashboard/drivers.ts";
import { Dashboard } from "../dashboard/model.ts";
import { InferredSatisfaction } from "../inferred/model.ts";
import { Period, PeriodAndSplit } from "../model.ts";

export const getDashboard = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/dashboard",
  summary: "Everything a journey's dashboard shows",
  permission: "measure:read",
  params: z.object({ journeyId: z.uuid() }),
  query: PeriodAndSplit,
  response: Dashboard,
});

export const getDerivedImportance = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/importance",
  summary: "How much each touchpoint's score accounts for another's",
  permission: "measure:read",
  params: z.object({ journeyId: z.uuid() }),
  query: Period.extend({
    /** The key of the touchpoint whose main score is explained. */
    target: z.string().max(80),
  }),
  response: DerivedImportance,
});

/** Never part of a score: who answered is measured, who did not is inferred, each with its own n. */
export const getInferredSatisfaction = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/inferred",
  summary: "Satisfaction inferred of people who did not answer",
  permission: "measure:read",
  params: z.object({ journeyId: z.uuid() }),
  query: Period,
  response: InferredSatisfaction,
});
