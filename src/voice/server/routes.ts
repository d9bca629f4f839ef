import type { FastifyReply, FastifyRequest } from "fastify";
import type { Routes } from "#platform/http/handler.ts";
import { wantedLanguages } from "#platform/http/languages.ts";
import { sealed } from "#platform/http/sealed-page.ts";
import * as api from "../api.ts";
import type { WidgetPiece } from "../api/collect.ts";
import { qrSvg } from "../page/qr.ts";
import { type AlertDeps, registerAlertRoutes } from "./alerts/routes.ts";
import { type AskingDeps, registerAskingRoutes } from "./asking/routes.ts";
import { type CaseDeps, registerCaseRoutes } from "./cases/routes.ts";
import * as commands from "./commands.ts";
import type { CommentQueryDeps } from "./comments/queries.ts";
import { registerCommentRoutes } from "./comments/routes.ts";
import { type InterviewDeps, registerInterviewRoutes } from "./interviews/routes.ts";
import { type PromoterDeps, registerPromoterRoutes } from "./promoters/routes.ts";
import { registerReviewRoutes, type ReviewDeps } from "./reviews/routes.ts";
import { enterAnswer } from "./collect/enter.ts";
import { posterGaps, surveyPoster } from "./collect/poster.ts";
import { noteScanner, visitorOf } from "./collect/visitor.ts";
import { pieceOf } from "./collect/widget.ts";
import { type Asking, kioskOf, type Outcome, pageOf, showSurvey, takeForm } from "./pages.ts";
import { getSurvey, listSurveys, type QueryDeps, workspaceOfSurvey } from "./queries.ts";
import { receive, type ReceiveDeps } from "./receive.ts";
import { registerSuspiciousRoutes } from "./suspicious/routes.ts";
import type { JudgeDeps } from "./suspicious/judge.ts";

export interface VoiceDeps
  extends QueryDeps, ReceiveDeps, JudgeDeps, AlertDeps, AskingDeps, CaseDeps, InterviewDeps, PromoterDeps, ReviewDeps {
  comments: CommentQueryDeps;
}

export function registerVoiceRoutes(routes: Routes, deps: VoiceDeps): void {
  registerCommentRoutes(routes, deps.comments);
  registerAlertRoutes(routes, deps);
  registerCaseRoutes(routes, deps);
  registerInterviewRoutes(routes, deps);
  registerAskingRoutes(routes, deps);
  registerPromoterRoutes(routes, deps);
  registerReviewRoutes(routes, deps);
  registerSuspiciousRoutes(routes, deps);
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
      sendPage(reply, await showSurvey(deps, asking("/s", params, request), query)),
  });
  routes.handle(api.hiddenLink, {
    run: async ({ params, query, request, reply }) => {
      const asked = asking("/s", params, request);
      await noteScanner(deps.db, asked.visitor, deps.now());
      return sendPage(reply, await showSurvey(deps, asked, query));
    },
  });
  routes.handle(api.surveyPoster, {
    workspaceOf,
    run: ({ params, query, workspaceId }) => surveyPoster(deps, { ...params, workspaceId: workspaceId ?? "" }, query),
  });
  routes.handle(api.posterGaps, {
    workspaceOf,
    run: ({ params, query, workspaceId }) => posterGaps(deps, { ...params, workspaceId: workspaceId ?? "" }, query),
  });
  routes.handle(api.enterAnswer, {
    workspaceOf,
    run: ({ params, body, principal }) => enterAnswer(deps, params.surveyId, { userId: principal?.userId ?? "" }, body),
  });
  routes.handle(api.surveyKiosk, {
    run: async ({ params, query, request, reply }) => {
      const outcome = await showSurvey(deps, asking("/s", params, request), { ...query, way: "kiosk" });
      void reply.code(outcome.status);
      return sealed(reply, kioskOf(outcome), { asksSite: true });
    },
  });
  routes.handle(api.answerForm, {
    run: async ({ params, body, request, reply }) =>
      sendPage(reply, await takeForm(deps, asking("/s", params, request), body)),
  });
  routes.handle(api.answerSurvey, {
    run: ({ params, body, request }) => receive(deps, params.token, body, { visitor: visitorOf(params, request) }),
  });
  routes.handle(api.widgetForm, {
    run: async ({ params, query, request, reply }) =>
      sendPiece(reply, await showSurvey(deps, asking("/collect", params, request), { ...query, way: "widget" })),
  });
  routes.handle(api.answerWidget, {
    run: async ({ params, body, request, reply }) =>
      sendPiece(reply, await takeForm(deps, asking("/collect", params, request), body)),
  });
}

function asking(place: "/s" | "/collect", { token }: { token: string }, request: FastifyRequest): Asking {
  const languages = wantedLanguages(request.headers["accept-language"]);
  return { token, visitor: visitorOf({ token }, request), languages, action: `${place}/${token}` };
}

function sendPage(reply: FastifyReply, outcome: Outcome): string {
  void reply.code(outcome.status);
  return sealed(reply, pageOf(outcome));
}

function sendPiece(reply: FastifyReply, outcome: Outcome): WidgetPiece {
  void reply.code(outcome.status).header("cache-control", "no-store");
  return pieceOf(outcome);
}
