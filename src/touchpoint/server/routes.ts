import type { Routes } from "#platform/http/handler.ts";
import * as api from "../api.ts";
import * as commands from "./commands.ts";
import { getLibrary } from "./queries.ts";

export function registerTouchpointRoutes(routes: Routes, deps: commands.TouchpointDeps): void {
  routes.handle(api.getLibrary, { run: ({ params }) => getLibrary(deps.db, params.workspaceId) });

  routes.handle(api.createTouchpoint, {
    run: ({ params, body }) => commands.createTouchpoint(deps, params.workspaceId, body),
  });
  routes.handle(api.updateTouchpoint, { run: ({ params, body }) => commands.updateTouchpoint(deps, params, body) });
  routes.handle(api.deleteTouchpoint, { run: ({ params }) => done(commands.deleteTouchpoint(deps, params)) });

  routes.handle(api.createChannel, {
    run: ({ params, body }) => commands.createChannel(deps, params.workspaceId, body),
  });
  routes.handle(api.updateChannel, { run: ({ params, body }) => commands.updateChannel(deps, params, body) });
  routes.handle(api.deleteChannel, { run: ({ params }) => done(commands.deleteGroup(deps, "channel", params)) });

  routes.handle(api.createTeam, { run: ({ params, body }) => commands.createTeam(deps, params.workspaceId, body) });
  routes.handle(api.updateTeam, { run: ({ params, body }) => commands.updateTeam(deps, params, body) });
  routes.handle(api.deleteTeam, { run: ({ params }) => done(commands.deleteGroup(deps, "team", params)) });
}

/** A route without a response. */
async function done(command: Promise<void>): Promise<undefined> {
  await command;
  return undefined;
}
