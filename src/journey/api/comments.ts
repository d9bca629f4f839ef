import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Subject } from "../subject.ts";

const onJourney = z.object({ journeyId: z.uuid() });
const inThread = onJourney.extend({ threadId: z.uuid() });
const oneComment = onJourney.extend({ commentId: z.uuid() });
const inWorkspace = z.object({ workspaceId: z.uuid() });

/** What somebody writes; the people mentioned are members of the workspace. */
const Words = z.object({
  text: z.string().trim().min(1).max(4000),
  mentions: z.array(z.string()).max(20).default([]),
});

export const Comment = z.object({
  id: z.uuid(),
  authorId: z.string(),
  authorName: z.string(),
  text: z.string(),
  mentions: z.array(z.string()),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  /** Only the place of a first comment is left, for the answers to it. */ isDeleted: z.boolean(),
});
export type Comment = z.infer<typeof Comment>;

/** A first comment and the answers to it, in the order they were written. */
export const Thread = z.object({
  id: z.uuid(),
  subject: Subject,
  /** What it was called when the thread began, for when it is gone. */ subjectName: z.string(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: z.string().nullable(),
  comments: z.array(Comment),
});
export type Thread = z.infer<typeof Thread>;

/** A comment in which the reader is named. */
export const Mention = z.object({
  commentId: z.uuid(),
  threadId: z.uuid(),
  journeyId: z.uuid(),
  journeyName: z.string(),
  subject: Subject,
  subjectName: z.string(),
  authorName: z.string(),
  text: z.string(),
  createdAt: z.iso.datetime(),
  isSeen: z.boolean(),
});
export type Mention = z.infer<typeof Mention>;

export const listThreads = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/threads",
  summary: "The comments on a journey",
  permission: "journey:read",
  params: onJourney,
  response: z.array(Thread),
});
export const startThread = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/threads",
  summary: "Comment on something of a journey",
  permission: "journey:contribute",
  params: onJourney,
  body: Words.extend({ subject: Subject }),
  response: Thread,
});
/** A thread that is answered is open again. */
export const answerThread = route({
  method: "POST",
  path: "/api/v1/journeys/:journeyId/threads/:threadId/comments",
  summary: "Answer in a thread",
  permission: "journey:contribute",
  params: inThread,
  body: Words,
  response: Thread,
});
export const resolveThread = route({
  method: "PATCH",
  path: "/api/v1/journeys/:journeyId/threads/:threadId",
  summary: "Resolve a thread or open it again",
  permission: "journey:contribute",
  params: inThread,
  body: z.object({ isResolved: z.boolean() }),
  response: Thread,
});
export const editComment = route({
  method: "PATCH",
  path: "/api/v1/journeys/:journeyId/comments/:commentId",
  summary: "Change a comment of one's own",
  permission: "journey:contribute",
  params: oneComment,
  body: Words,
  response: Thread,
});
export const deleteComment = route({
  method: "DELETE",
  path: "/api/v1/journeys/:journeyId/comments/:commentId",
  summary: "Delete a comment of one's own, or any as an editor",
  permission: "journey:contribute",
  params: oneComment,
});
export const listMentions = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/mentions",
  summary: "The last comments in which one is mentioned",
  permission: "journey:read",
  params: inWorkspace,
  response: z.array(Mention),
});
export const seeMentions = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/mentions/seen",
  summary: "Say that mentions of oneself were seen",
  permission: "journey:read",
  params: inWorkspace,
  body: z.object({ commentIds: z.array(z.uuid()).min(1).max(100) }),
});
