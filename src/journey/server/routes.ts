import { Readable } from "node:stream";
import type { Principal, Routes } from "#platform/http/handler.ts";
import { AppError } from "#platform/errors.ts";
import * as api from "../api.ts";
import { registerAtlasRoutes } from "./atlas-routes.ts";
import * as commands from "./commands.ts";
import type { DrawDeps } from "./draw.ts";
import { registerExportRoutes } from "./exports.ts";
import { storedState } from "./log.ts";
import { registerDataRoutes } from "./routes-data.ts";
import { registerImageRoutes } from "./images.ts";
import { getJourney, getSummary, listJourneys, workspaceOfJourney } from "./queries.ts";
import { addCards, takeBackCards } from "./receipt.ts";
import { registerShareRoutes, type ShareRoutesDeps } from "./routes-shares.ts";
import { registerTalkRoutes } from "./routes-talk.ts";
import { startJourney } from "./start.ts";

export interface JourneyRoutesDeps extends commands.JourneyDeps, ShareRoutesDeps, DrawDeps {
  measure: DrawDeps["measure"];
  /** Signs the tokens of the live socket. */
  secret: string;
}

export function registerJourneyRoutes(routes: Routes, deps: JourneyRoutesDeps): void {
  const { db } = deps;
  registerImageRoutes(routes, deps);
  registerExportRoutes(routes, deps);
  registerTalkRoutes(routes, deps);
  registerShareRoutes(routes, deps);
  registerAtlasRoutes(routes, deps);
  registerDataRoutes(routes, deps);
  const workspaceOf = ({ journeyId }: { journeyId: string }) => workspaceOfJourney(db, journeyId);

  routes.handle(api.listJourneys, { run: ({ params }) => listJourneys(db, params.workspaceId) });
  routes.handle(api.createJourney, {
    run: ({ params, body }) => startJourney(deps, params.workspaceId, body),
  });
  routes.handle(api.getJourney, {
    workspaceOf,
    run: async ({ params }) => found(await getJourney(db, params.journeyId)),
  });
  routes.handle(api.getJourneySummary, { workspaceOf, run: ({ params }) => getSummary(db, params.journeyId) });
  routes.handle(api.updateJourney, {
    workspaceOf,
    run: ({ params, body, principal }) =>
      commands.updateJourney(deps, params.journeyId, principal?.userId ?? null, body),
  });
  routes.handle(api.deleteJourney, {
    workspaceOf,
    run: async ({ params }) => {
      await commands.deleteJourney(deps, params.journeyId);
      return undefined;
    },
  });
  routes.handle(api.getState, {
    workspaceOf,
    run: async ({ params }) => Readable.from([await storedState(db, params.journeyId)]),
  });
  routes.handle(api.addCard, {
    workspaceOf,
    run: ({ params, body, principal }) => commands.addCard(deps, params.journeyId, principal?.userId ?? null, body),
  });
  routes.handle(api.addCards, {
    workspaceOf,
    run: ({ params, body, principal }) =>
      addCards(deps, params.journeyId, found<Principal>(principal).userId, body.cards),
  });
  routes.handle(api.takeBackCards, {
    workspaceOf,
    run: ({ params, body, principal }) =>
      takeBackCards(deps, params.journeyId, found<Principal>(principal).userId, body.receipt),
  });
  routes.handle(api.openLive, {
    workspaceOf,
    run: ({ params, workspaceId, principal }) =>
      commands.openLive(deps, params.journeyId, found(workspaceId), found<Principal>(principal)),
  });
}

function found<T>(thing: T | null): T {
  if (thing === null) throw new AppError("not_found", "There is no such journey.");
  return thing;
}
