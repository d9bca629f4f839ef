import { workspaceOfJourney } from "#journey/index.ts";
import type { Routes } from "#platform/http/handler.ts";
import {
  getDashboard,
  getDerivedImportance,
  getInferredSatisfaction,
  getMeasuredDays,
  getMeasureFacets,
  getMeasures,
  getTrend,
  listPeopleBehind,
  listPeopleOfFigure,
  listRollUps,
  listVerbatims,
} from "../api.ts";
import { openDashboard } from "./dashboard.ts";
import { createDriverAnalysis } from "./driver-analysis.ts";
import { facetsOf } from "./facets.ts";
import { deriveImportance } from "./importance.ts";
import { inferSatisfaction, type InferredDeps } from "./inferred/inferred.ts";
import { peopleAt, peopleOfFigure } from "./people.ts";
import { measureJourney } from "./queries.ts";
import { measuredDays, rollUps } from "./roll-up.ts";
import { trendAt } from "./trend.ts";
import { verbatimsAt } from "./verbatims.ts";

export function registerInsightRoutes(routes: Routes, deps: InferredDeps): void {
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
  routes.handle(listPeopleOfFigure, {
    workspaceOf,
    run: ({ params, query }) => peopleOfFigure(deps, params.journeyId, query),
  });
  routes.handle(getDashboard, {
    workspaceOf,
    run: ({ params, query }) => openDashboard(deps, params.journeyId, query),
  });
  const analysis = createDriverAnalysis();
  routes.handle(getDerivedImportance, {
    workspaceOf,
    run: ({ params, query }) => deriveImportance(deps, analysis, params.journeyId, query),
  });
  routes.handle(getInferredSatisfaction, {
    workspaceOf,
    run: ({ params, query }) => inferSatisfaction(deps, params.journeyId, query),
  });
  routes.handle(getMeasuredDays, { run: ({ params }) => measuredDays(deps, params.workspaceId) });
  routes.handle(listRollUps, { run: ({ params, query }) => rollUps(deps, params.workspaceId, query) });
}
