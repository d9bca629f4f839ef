import { z } from "zod";
import { route } from "#platform/http/route.ts";
import {
  CommentCounts,
  CommentFilter,
  CommentReaderState,
  CommentThemes,
  Correction,
  ReadComment,
  Topic,
  TopicPreview,
} from "../comments/model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });

export const listComments = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/comments",
  summary: "Comments with what was read out of them, the latest first",
  permission: "verbatim:read",
  params: inWorkspace,
  query: CommentFilter.extend({
    cursor: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ comments: z.array(ReadComment), next: z.string().nullable() }),
});
export const countComments = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/comments/counts",
  summary: "How many comments say what, by topic and polarity",
  permission: "verbatim:read",
  params: inWorkspace,
  query: CommentFilter,
  response: CommentCounts,
});
export const commentThemes = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/comments/themes",
  summary: "What unhappy comments say more than happy ones, and the other way round",
  permission: "verbatim:read",
  params: inWorkspace,
  query: CommentFilter,
  response: CommentThemes,
});
/** `text/csv`, one line a comment; what a spreadsheet would take for a formula is quoted with an apostrophe. */
export const exportComments = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/comments/export",
  summary: "Comments with what was read out of them, as a table",
  permission: "verbatim:read",
  params: inWorkspace,
  query: CommentFilter,
  stream: "text/csv",
});
/** Null leaves a part to the machine; both null take the correction back. */
export const correctComment = route({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/comments/:eventId/correction",
  summary: "Say what a comment means",
  permission: "comment:edit",
  params: inWorkspace.extend({ eventId: z.uuid() }),
  body: Correction,
  response: ReadComment,
});
export const getCommentReader = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/comment-reader",
  summary: "What comments are read with: topics, and what the model has learnt",
  permission: "verbatim:read",
  params: inWorkspace,
  response: CommentReaderState,
});
/** From here on every comment is read again. Null brings the ready topics back. */
export const setTopics = route({
  method: "PUT",
  path: "/api/v1/workspaces/:workspaceId/comment-reader/topics",
  summary: "Change the topics of comments",
  permission: "comment:edit",
  params: inWorkspace,
  body: z.object({
    topics: z.array(Topic).max(60).nullable(),
    /** The version that was changed: somebody else's change is not overwritten. */
    version: z.int32(),
  }),
  response: CommentReaderState,
});
export const previewTopic = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/comment-reader/preview",
  summary: "What a topic would find in the newest comments",
  permission: "comment:edit",
  params: inWorkspace,
  body: Topic,
  response: TopicPreview,
});
