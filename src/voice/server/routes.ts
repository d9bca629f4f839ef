import type { FastifyReply, FastifyRequest } from "fastify";
import type { Routes } from "#platform/http/handler.ts";
import { wantedLanguages } from "#platform/http/languages.ts";
import { sealed } from "#platform/http/sealed-page.ts";
import * as api from "../api.ts";
import { qrSvg } from "../page/qr.ts";
import * as commands from "./commands.ts";
import { type PageDeps, showSurvey, takeForm } from "./pages.ts";
import { getSurvey, listSurveys, type QueryDeps, workspaceOfSurvey } from "./queries.ts";
import { receive } from "./receive.ts";

export interface VoiceDeps extends QueryDeps, PageDeps {}

export function registerVoiceRoutes(routes: Routes, deps: VoiceDeps): void {
  const workspaceOf = ({ surveyId }: { surveyId: string }) => workspaceOfSurvey(deps.db, surveyId);

  routes.handle(api.listSurveys, {
    run: ({ params, query }) => listSurveys(deps, params.workspaceId, query.touchpointId),
  });
  routes.handle(api.createSurvey, {
    run: ({ params, body, principal }) =>
      commands.createSurvey(deps, { ...params, userId: principal?.userId ?? null }, body),
  });
  routes.handle(api.getSurvey, { workspaceOf, run: ({ params }) => getSurvey(deps, params.surveyId) });
  routes.handle(api.updateSurvey, {
    workspaceOf,
    run: ({ params, body }) => commands.updateSurvey(deps, params.surveyId, body),
  });
  routes.handle(api.deleteSurvey, {
    workspaceOf,
    run: ({ params }) => commands.deleteSurvey(deps, params.surveyId),
  });
  routes.handle(api.surveyQr, {
    workspaceOf,
    run: async ({ params }) => {
      const { url, name } = await getSurvey(deps, params.surveyId);
      return qrSvg(`${url}?way=qr`, name);
    },
  });

  routes.handle(api.surveyPage, {
    run: async ({ params, query, request, reply }) =>
      send(reply, await showSurvey(deps, asking(params, request), query)),
  });
  routes.handle(api.answerForm, {
    run: async ({ params, body, request, reply }) => send(reply, await takeForm(deps, asking(params, request), body)),
  });
  routes.handle(api.answerSurvey, { run: ({ params, body }) => receive(deps, params.token, body) });
}

function asking({ token }: { token: string }, { headers }: FastifyRequest) {
  return { token, languages: wantedLanguages(headers["accept-language"]) };
}

function send(reply: FastifyReply, { status, html }: { status: number; html: string }): string {
  void reply.code(status);
  return sealed(reply, html);
}
