import type { Routes } from "#platform/http/handler.ts";
import * as api from "../api.ts";
import * as commands from "./commands.ts";
import { listPersonas } from "./queries.ts";

export function registerPersonaRoutes(routes: Routes, deps: commands.PersonaDeps): void {
  routes.handle(api.listPersonas, { run: ({ params }) => listPersonas(deps.db, params.workspaceId) });
  routes.handle(api.createPersona, {
    run: ({ params, body }) => commands.createPersona(deps, params.workspaceId, body),
  });
  routes.handle(api.updatePersona, { run: ({ params, body }) => commands.updatePersona(deps, params, body) });
  routes.handle(api.deletePersona, {
    run: async ({ params }) => {
      await commands.deletePersona(deps, params);
      return undefined;
    },
  });
}
