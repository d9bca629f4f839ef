import type { Routes } from "#platform/http/handler.ts";
import * as api from "../../api/comments.ts";
import { changeTopics, checkTopics, correctComment } from "./commands.ts";
import { commentsCsv } from "./export.ts";
import { type CommentQueryDeps, commentsPage, countsOf, readerState, themesOf, topicPreview } from "./queries.ts";

export function registerCommentRoutes(routes: Routes, deps: CommentQueryDeps): void {
  routes.handle(api.listComments, { run: ({ params, query }) => commentsPage(deps, params.workspaceId, query) });
  routes.handle(api.countComments, { run: ({ params, query }) => countsOf(deps, params.workspaceId, query) });
  routes.handle(api.commentThemes, { run: ({ params, query }) => themesOf(deps, params.workspaceId, query) });
  routes.handle(api.exportComments, {
    run: async ({ params, query, reply }) => {
      void reply.header("content-disposition", 'attachment; filename="comments.csv"');
      return commentsCsv(deps, params.workspaceId, query);
    },
  });
  routes.handle(api.correctComment, {
    run: ({ params, body, principal }) => correctComment(deps, { ...params, userId: principal?.userId ?? null }, body),
  });
  routes.handle(api.getCommentReader, { run: ({ params }) => readerState(deps, params.workspaceId) });
  routes.handle(api.setTopics, { run: ({ params, body }) => changeTopics(deps, params.workspaceId, body) });
  routes.handle(api.previewTopic, {
    run: ({ params, body }) => {
      checkTopics([body]);
      return topicPreview(deps, params.workspaceId, body);
    },
  });
}
