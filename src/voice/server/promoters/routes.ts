import type { FastifyRequest } from "fastify";
import type { Routes } from "#platform/http/handler.ts";
import { wantedLanguages } from "#platform/http/languages.ts";
import { sealed } from "#platform/http/sealed-page.ts";
import * as api from "../../api/promoters.ts";
import { promotersCsv } from "./export.ts";
import { type JoinDeps, showRole, takeRole } from "./join.ts";
import { listPromoters } from "./queries.ts";
import { type WriteDeps, writeToPromoters } from "./write.ts";

export interface PromoterDeps extends WriteDeps, JoinDeps {}

export function registerPromoterRoutes(routes: Routes, deps: PromoterDeps): void {
  routes.handle(api.listPromoters, { run: ({ params, query }) => listPromoters(deps, params.workspaceId, query) });
  routes.handle(api.writeToPromoters, {
    run: ({ params, body, principal }) =>
      writeToPromoters(deps, { ...params, userId: principal?.userId ?? null }, body),
  });
  routes.handle(api.exportPromoters, {
    run: ({ params, query, reply }) => {
      void reply.header("content-disposition", `attachment; filename="${query.role}.csv"`);
      return promotersCsv(deps, params.workspaceId, query.role);
    },
  });
  routes.handle(api.rolePage, {
    run: async ({ params, request, reply }) => {
      const { status, html } = await showRole(deps, visitOf(params, request));
      return sealed(reply.code(status), html);
    },
  });
  routes.handle(api.answerRole, {
    run: async ({ params, body, request, reply }) => {
      const { status, html } = await takeRole(deps, visitOf(params, request), body);
      return sealed(reply.code(status), html);
    },
  });
}

function visitOf({ token }: { token: string }, { headers }: FastifyRequest) {
  return { token, languages: wantedLanguages(headers["accept-language"]) };
}
