import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context, Routes } from "#platform/http/handler.ts";
import { wantedLanguages } from "#platform/http/languages.ts";
import type { Route } from "#platform/http/route.ts";
import { sealed } from "#platform/http/sealed-page.ts";
import { authorise } from "#workspace/index.ts";
import * as api from "../../api/cases.ts";
import type { CaseDetails } from "../../cases/model.ts";
import { type Outcome, pageOf } from "../pages.ts";
import { agentsOf } from "./agents.ts";
import * as causes from "./causes.ts";
import { type CloseDeps, closeCase, getClosing } from "./close.ts";
import * as commands from "./commands.ts";
import { getCase, listCases, workspaceOfCase } from "./queries.ts";
import { type RecoveryDeps, recoveryIn } from "./recovery.ts";
import { replyToCase } from "./reply.ts";
import { getCaseSettings, saveCaseSettings } from "./settings.ts";
import { showSolved, takeSolved } from "./solved.ts";

export type CaseDeps = CloseDeps & RecoveryDeps;

export function registerCaseRoutes(routes: Routes, deps: CaseDeps): void {
  const workspaceOf = ({ caseId }: { caseId: string }) => workspaceOfCase(deps.db, caseId);
  /** The case as who asks may see it. */
  const shown = async (
    { principal, workspaceId }: Pick<Context<Route>, "principal" | "workspaceId">,
    caseId: string,
  ): Promise<CaseDetails> => {
    const userId = principal?.userId ?? "";
    const verdict = await authorise(deps.db, userId, workspaceId ?? "", "person:read");
    return getCase(deps, caseId, { userId, mayKnow: verdict === "allowed" });
  };

  routes.handle(api.listCases, { run: ({ params, query }) => listCases(deps, params.workspaceId, query) });
  routes.handle(api.createCase, {
    run: async ({ params, body, ...who }) => {
      const place = { ...params, userId: who.principal?.userId ?? null };
      return shown(who, await commands.createCase(deps, place, body));
    },
  });
  routes.handle(api.getCase, { workspaceOf, run: ({ params, ...who }) => shown(who, params.caseId) });
  routes.handle(api.changeCase, {
    workspaceOf,
    run: async ({ params, body, ...who }) => {
      await commands.changeCase(deps, params.caseId, who.principal?.userId ?? null, body);
      return shown(who, params.caseId);
    },
  });
  routes.handle(api.addCaseNote, {
    workspaceOf,
    run: async ({ params, body, ...who }) => {
      await commands.addNote(deps, params.caseId, who.principal?.userId ?? null, body.text);
      return shown(who, params.caseId);
    },
  });

  routes.handle(api.replyToCase, {
    workspaceOf,
    run: async ({ params, body, ...who }) => {
      await replyToCase(deps, params.caseId, who.principal?.userId ?? null, body);
      return shown(who, params.caseId);
    },
  });
  routes.handle(api.getClosing, { workspaceOf, run: ({ params }) => getClosing(deps.db, params.caseId) });
  routes.handle(api.closeCase, {
    workspaceOf,
    run: async ({ params, body, ...who }) => {
      await closeCase(deps, params.caseId, who.principal?.userId ?? null, body);
      return shown(who, params.caseId);
    },
  });

  routes.handle(api.listCauses, { run: ({ params }) => causes.listCauses(deps.db, params.workspaceId) });
  routes.handle(api.changeCause, {
    workspaceOf: ({ causeId }) => causes.workspaceOfCause(deps.db, causeId),
    run: ({ params, body }) => causes.changeCause(deps.db, params.causeId, body),
  });

  const teamOf = async (workspaceId: string) => ({
    settings: await getCaseSettings(deps.db, workspaceId),
    agents: (await agentsOf(deps.db, workspaceId)).map(({ givenAt: _givenAt, ...agent }) => agent),
  });
  routes.handle(api.getCaseSettings, { run: ({ params }) => teamOf(params.workspaceId) });
  routes.handle(api.saveCaseSettings, {
    run: async ({ params, body }) => {
      await saveCaseSettings(deps.db, params.workspaceId, body);
      return teamOf(params.workspaceId);
    },
  });

  routes.handle(api.getRecovery, { run: ({ params, query }) => recoveryIn(deps, params.workspaceId, query) });
  routes.handle(api.solvedPage, {
    run: async ({ params, query, request, reply }) =>
      sealOutcome(reply, await showSolved(deps, visitOf(params, request), query)),
  });
  routes.handle(api.answerSolved, {
    run: async ({ params, body, request, reply }) =>
      sealOutcome(reply, await takeSolved(deps, visitOf(params, request), body)),
  });
}

function visitOf({ token }: { token: string }, { headers }: FastifyRequest) {
  return { token, languages: wantedLanguages(headers["accept-language"]) };
}

function sealOutcome(reply: FastifyReply, outcome: Outcome): string {
  return sealed(reply.code(outcome.status), pageOf(outcome));
}
