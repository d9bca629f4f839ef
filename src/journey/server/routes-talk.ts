import type { Context, Routes } from "#platform/http/handler.ts";
import type { Route } from "#platform/http/route.ts";
import { AppError } from "#platform/errors.ts";
import * as api from "../api.ts";
import * as comments from "./comments.ts";
import { listMentions, seeMentions } from "./mentions.ts";
import { workspaceOfJourney } from "./queries.ts";
import * as votes from "./votes.ts";

/** What is said of a journey beside its document: comments, mentions, votes. */
export function registerTalkRoutes(routes: Routes, deps: comments.CommentDeps): void {
  const { db } = deps;
  const workspaceOf = ({ journeyId }: { journeyId: string }) => workspaceOfJourney(db, journeyId);

  routes.handle(api.listThreads, { workspaceOf, run: ({ params }) => comments.listThreads(db, params.journeyId) });
  routes.handle(api.startThread, {
    workspaceOf,
    run: (context) => comments.startThread(deps, deedOf(context), context.body),
  });
  routes.handle(api.answerThread, {
    workspaceOf,
    run: (context) =>
      comments.answerThread(deps, deedOf(context), { ...context.body, threadId: context.params.threadId }),
  });
  routes.handle(api.resolveThread, {
    workspaceOf,
    run: (context) =>
      comments.resolveThread(deps, deedOf(context), { ...context.body, threadId: context.params.threadId }),
  });
  routes.handle(api.editComment, {
    workspaceOf,
    run: (context) =>
      comments.editComment(deps, deedOf(context), { ...context.body, commentId: context.params.commentId }),
  });
  routes.handle(api.deleteComment, {
    workspaceOf,
    run: (context) => comments.deleteComment(deps, deedOf(context), context.params.commentId),
  });
  routes.handle(api.listMentions, {
    run: ({ params, principal }) => listMentions(db, params.workspaceId, userOf(principal)),
  });
  routes.handle(api.seeMentions, {
    run: ({ params, principal, body }) => seeMentions(db, params.workspaceId, userOf(principal), body.commentIds),
  });

  routes.handle(api.listVotes, {
    workspaceOf,
    run: ({ params, principal }) => votes.listVotes(db, params.journeyId, userOf(principal)),
  });
  routes.handle(api.addVote, {
    workspaceOf,
    run: ({ params, principal }) => votes.addVote(deps, { ...params, userId: userOf(principal) }),
  });
  routes.handle(api.removeVote, {
    workspaceOf,
    run: ({ params, principal }) => votes.removeVote(deps, { ...params, userId: userOf(principal) }),
  });
  routes.handle(api.clearVotes, { workspaceOf, run: ({ params }) => votes.clearVotes(deps, params.journeyId) });
}

function deedOf({
  params,
  workspaceId,
  principal,
}: Pick<Context<Route>, "principal" | "workspaceId"> & { params: { journeyId: string } }): comments.Deed {
  if (workspaceId === null) throw new AppError("not_found", "There is no such journey.");
  return { journeyId: params.journeyId, workspaceId, userId: userOf(principal) };
}

function userOf(principal: Context<Route>["principal"]): string {
  if (principal === null) throw new AppError("not_signed_in", "Nobody is signed in.");
  return principal.userId;
}
