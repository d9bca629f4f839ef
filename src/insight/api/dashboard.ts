import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Dashboard } from "../dashboard/model.ts";
import { PeriodAndSplit } from "../model.ts";

export const getDashboard = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/dashboard",
  summary: "Everything a journey's dashboard shows",
  permission: "measure:read",
  params: z.object({ journeyId: z.uuid() }),
  query: PeriodAndSplit,
  response: Dashboard,
});
