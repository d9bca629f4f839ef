import type { Routes } from "#platform/http/handler.ts";
import * as api from "../../api/suspicious.ts";
import { type JudgeDeps, judgeSuspicious } from "./judge.ts";
import { listSuspicious } from "./queries.ts";

export function registerSuspiciousRoutes(routes: Routes, deps: JudgeDeps): void {
  routes.handle(api.listSuspicious, {
    run: ({ params, query }) => listSuspicious(deps.db, params.workspaceId, query),
  });
  routes.handle(api.judgeSuspicious, {
    run: ({ params, body, principal }) => judgeSuspicious(deps, { ...params, userId: principal?.userId ?? null }, body),
  });
}
