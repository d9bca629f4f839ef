import { AppError } from "#platform/errors.ts";
import { allowFraming } from "#platform/http/framing.ts";
import type { Routes } from "#platform/http/handler.ts";
import * as api from "../api.ts";
import { workspaceOfJourney } from "./queries.ts";
import { mayEmbed, openShared, type SharedDeps } from "./shared.ts";
import { createShare, listShares, revokeShare, type ShareDeps } from "./shares.ts";

export interface ShareRoutesDeps extends ShareDeps, SharedDeps {
  /** The page that every screen of the web starts from. */
  page: string;
}

/** The links of a journey, and what those who have one get. */
export function registerShareRoutes(routes: Routes, deps: ShareRoutesDeps): void {
  const { db } = deps;
  const workspaceOf = ({ journeyId }: { journeyId: string }) => workspaceOfJourney(db, journeyId);

  routes.handle(api.listShares, { workspaceOf, run: ({ params }) => listShares(db, params.journeyId) });
  routes.handle(api.createShare, {
    workspaceOf,
    run: ({ params, body, principal }) => {
      if (principal === null) throw new AppError("not_signed_in", "Nobody is signed in.");
      return createShare(deps, { ...params, ...principal }, body);
    },
  });
  routes.handle(api.revokeShare, { workspaceOf, run: ({ params }) => revokeShare(deps, params) });

  routes.handle(api.getShared, { run: ({ params }) => openShared(deps, params.token, null) });
  routes.handle(api.unlockShared, { run: ({ params, body }) => openShared(deps, params.token, body.password) });
  routes.handle(api.sharedPage, {
    run: async ({ params, reply }) => {
      void reply.headers({
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
      });
      if (await mayEmbed(deps, params.token)) allowFraming(reply);
      return deps.page;
    },
  });
}
