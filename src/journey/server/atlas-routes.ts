import type { Routes } from "#platform/http/handler.ts";
import * as atlasApi from "../api/atlas.ts";
import * as templatesApi from "../api/templates.ts";
import { copyLane, duplicateJourney } from "./atlas.ts";
import { workspaceOfJourney } from "./queries.ts";
import type { JourneyRoutesDeps } from "./routes.ts";
import { searchJourneys } from "./search.ts";
import * as templates from "./templates.ts";

export function registerAtlasRoutes(routes: Routes, deps: JourneyRoutesDeps): void {
  const { db } = deps;
  const workspaceOf = ({ journeyId }: { journeyId: string }) => workspaceOfJourney(db, journeyId);

  routes.handle(atlasApi.searchJourneys, {
    run: ({ params, query }) => searchJourneys(db, params.workspaceId, query.words, query.locale),
  });
  routes.handle(atlasApi.duplicateJourney, {
    workspaceOf,
    run: ({ params, body }) => duplicateJourney(deps, params.journeyId, body.name),
  });
  routes.handle(atlasApi.copyLane, {
    workspaceOf,
    run: ({ params, body, principal }) => copyLane(deps, params, body.toJourneyId, principal?.userId ?? null),
  });
  routes.handle(templatesApi.listTemplates, { run: ({ params }) => templates.listTemplates(db, params.workspaceId) });
  routes.handle(templatesApi.getTemplate, {
    run: ({ params }) => templates.getTemplate(db, params.workspaceId, params.templateId),
  });
  routes.handle(templatesApi.publishTemplate, {
    run: ({ params, body, principal }) =>
      templates.publishTemplate(deps, params.workspaceId, principal?.userId ?? "", body),
  });
  routes.handle(templatesApi.updateTemplate, {
    run: ({ params, body }) => templates.updateTemplate(db, params.workspaceId, params.templateId, body),
  });
  routes.handle(templatesApi.deleteTemplate, {
    run: async ({ params }) => {
      await templates.deleteTemplate(db, params.workspaceId, params.templateId);
      return undefined;
    },
  });
}
