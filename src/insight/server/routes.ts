import { workspaceOfJourney } from "#journey/index.ts";
import type { Routes } from "#platform/http/handler.ts";
import {
  getMeasuredDays,
  getMeasureFacets,
  getMeasures,
  getTrend,
  listPeopleBehind,
  listRollUps,
  listVerbatims,
} from "../api.ts";
import { facetsOf } from "./facets.ts";
import { peopleAt } from "./people.ts";
import { measureJourney, type InsightDeps } from "./queries.ts";
import { measuredDays, rollUps } from "./roll-up.ts";
import { trendAt } from "./trend.ts";
import { verbatimsAt } from "./verbatims.ts";

export function registerInsightRoutes(routes: Routes, deps: InsightDeps): void {
  const workspaceOf = ({ journeyId }: { journeyId: string }) => workspaceOfJourney(deps.db, journeyId);
  routes.handle(getMeasures, {
    workspaceOf,
    run: ({ params, query }) => measureJourney(deps, params.journeyId, query),
  });
  routes.handle(getMeasureFacets, { workspaceOf, run: ({ params }) => facetsOf(deps, params.journeyId) });
  routes.handle(getTrend, {
    workspaceOf,
    run: ({ params, query }) => trendAt(deps, params.journeyId, params.touchpointKey, query),
  });
  routes.handle(listVerbatims, {
    workspaceOf,
    run: ({ params, query }) => verbatimsAt(deps, params.journeyId, params.touchpointKey, query),
  });
  routes.handle(listPeopleBehind, {
    workspaceOf,
    run: ({ params, query }) => peopleAt(deps, params.journeyId, params.touchpointKey, query),
  });
  routes.handle(getMeasuredDays, { run: ({ params }) => measuredDays(deps, params.workspaceId) });
  routes.handle(listRollUps, { run: ({ params, query }) => rollUps(deps, params.workspaceId, query) });
}
