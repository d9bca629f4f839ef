import type { Context, Routes } from "#platform/http/handler.ts";
import type { Route } from "#platform/http/route.ts";
import { authorise } from "#workspace/index.ts";
import * as api from "../../api/interviews.ts";
import type { InterviewDetails } from "../../interviews/model.ts";
import { backCard, type CardDeps, leaveCard } from "./cards.ts";
import * as commands from "./commands.ts";
import { deleteInterview, endInterview } from "./ending.ts";
import * as guides from "./guides.ts";
import { addHighlight, changeHighlight, deleteHighlight } from "./highlights.ts";
import { listInsights } from "./insights.ts";
import * as queries from "./queries.ts";
import { createRecording, deleteRecording, playRecording, type RecordingDeps, sendPiece } from "./recordings.ts";

export interface InterviewDeps extends CardDeps, RecordingDeps {}

export function registerInterviewRoutes(routes: Routes, deps: InterviewDeps): void {
  registerGuideRoutes(routes, deps);
  registerRecordingRoutes(routes, deps);
  registerHighlightRoutes(routes, deps);
  const { db } = deps;
  const workspaceOf = ({ interviewId }: { interviewId: string }) => queries.workspaceOfInterview(db, interviewId);
  /** The interview as who asks may see it. */
  const shown = async (
    { principal, workspaceId }: Pick<Context<Route>, "principal" | "workspaceId">,
    interviewId: string,
  ): Promise<InterviewDetails> => {
    const verdict = await authorise(db, principal?.userId ?? "", workspaceId ?? "", "person:read");
    return queries.getInterview(db, interviewId, verdict === "allowed");
  };

  routes.handle(api.listInterviews, { run: ({ params }) => queries.listInterviews(db, params.workspaceId) });
  routes.handle(api.createInterview, {
    run: async ({ params, body, ...who }) => shown(who, await commands.createInterview(db, params.workspaceId, body)),
  });
  routes.handle(api.getInterview, { workspaceOf, run: ({ params, ...who }) => shown(who, params.interviewId) });
  routes.handle(api.changeInterview, {
    workspaceOf,
    run: async ({ params, body, ...who }) => {
      await commands.changeInterview(db, params.interviewId, body);
      return shown(who, params.interviewId);
    },
  });
  routes.handle(api.recordConsent, {
    workspaceOf,
    run: async ({ params, body, ...who }) => {
      await commands.recordConsent(db, params.interviewId, who.principal?.userId ?? null, body);
      return shown(who, params.interviewId);
    },
  });
  routes.handle(api.withdrawConsent, {
    workspaceOf,
    run: async ({ params, ...who }) => {
      await endInterview(deps, params.interviewId, "withdrawn");
      return shown(who, params.interviewId);
    },
  });
  routes.handle(api.saveTranscript, {
    workspaceOf,
    run: async ({ params, body, ...who }) => {
      await commands.saveTranscript(db, params.interviewId, body);
      return shown(who, params.interviewId);
    },
  });
  routes.handle(api.deleteInterview, { workspaceOf, run: ({ params }) => deleteInterview(deps, params.interviewId) });
}

function registerGuideRoutes(routes: Routes, deps: InterviewDeps): void {
  const { db } = deps;
  const workspaceOf = ({ guideId }: { guideId: string }) => guides.workspaceOfGuide(db, guideId);
  routes.handle(api.listGuides, { run: ({ params }) => guides.listGuides(db, params.workspaceId) });
  routes.handle(api.createGuide, { run: ({ params, body }) => guides.createGuide(deps, params.workspaceId, body) });
  routes.handle(api.getGuide, { workspaceOf, run: ({ params }) => guides.getGuide(db, params.guideId) });
  routes.handle(api.saveGuide, {
    workspaceOf,
    run: ({ params, body }) => guides.saveGuide(deps, params.guideId, body),
  });
  routes.handle(api.deleteGuide, { workspaceOf, run: ({ params }) => guides.deleteGuide(db, params.guideId) });
}

function registerRecordingRoutes(routes: Routes, deps: InterviewDeps): void {
  const { db } = deps;
  const workspaceOf = ({ recordingId }: { recordingId: string }) => queries.workspaceOfRecording(db, recordingId);
  routes.handle(api.createRecording, {
    workspaceOf: ({ interviewId }) => queries.workspaceOfInterview(db, interviewId),
    run: ({ params, body }) => createRecording(deps, params.interviewId, body),
  });
  routes.handle(api.getRecording, { workspaceOf, run: ({ params }) => queries.getRecording(db, params.recordingId) });
  routes.handle(api.sendPiece, { workspaceOf, run: (context) => sendPiece(deps, context) });
  routes.handle(api.playRecording, {
    workspaceOf,
    run: async ({ params, request, reply }) => {
      const { status, headers, content } = await playRecording(deps, params.recordingId, request.headers.range);
      void reply.code(status).headers(headers);
      return content;
    },
  });
  routes.handle(api.deleteRecording, { workspaceOf, run: ({ params }) => deleteRecording(deps, params.recordingId) });
}

function registerHighlightRoutes(routes: Routes, deps: InterviewDeps): void {
  const { db } = deps;
  const workspaceOf = ({ highlightId }: { highlightId: string }) => queries.workspaceOfHighlight(db, highlightId);
  const place = ({ highlightId }: { highlightId: string }, workspaceId: string | null) => ({
    highlightId,
    workspaceId: workspaceId ?? "",
  });
  routes.handle(api.listInsights, { run: ({ params, query }) => listInsights(db, params.workspaceId, query) });
  routes.handle(api.addHighlight, {
    workspaceOf: ({ interviewId }) => queries.workspaceOfInterview(db, interviewId),
    run: async ({ params, body, principal }) =>
      queries.getHighlight(db, await addHighlight(db, { ...params, userId: principal?.userId ?? null }, body)),
  });
  routes.handle(api.changeHighlight, {
    workspaceOf,
    run: async ({ params, body, workspaceId }) => {
      await changeHighlight(db, place(params, workspaceId), body);
      return queries.getHighlight(db, params.highlightId);
    },
  });
  routes.handle(api.deleteHighlight, {
    workspaceOf,
    run: ({ params, workspaceId }) => deleteHighlight(deps, place(params, workspaceId)),
  });
  routes.handle(api.backCard, {
    workspaceOf,
    run: async ({ params, body, workspaceId, principal }) => {
      await backCard(deps, { ...place(params, workspaceId), userId: principal?.userId ?? null }, body);
      return queries.getHighlight(db, params.highlightId);
    },
  });
  routes.handle(api.leaveCard, {
    workspaceOf,
    run: async ({ params, workspaceId }) => {
      await leaveCard(deps, place(params, workspaceId));
      return queries.getHighlight(db, params.highlightId);
    },
  });
}
