import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { Id, Member, Workspace, locales, roles } from "./model.ts";

const inWorkspace = z.object({ workspaceId: Id });

export const Session = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.email(), locale: z.enum(locales) }),
  workspaces: z.array(Workspace.extend({ role: z.enum(roles) })),
});
export type Session = z.infer<typeof Session>;

/** What the first screen needs before anybody is signed in. */
export const getSetup = route({
  method: "GET",
  path: "/api/v1/setup",
  summary: "Whether an owner exists yet",
  permission: "public",
  response: z.object({ needsOwner: z.boolean() }),
});
/** The one-time link printed at first start carries `token`; it makes the owner and signs them in. */
export const createOwner = route({
  method: "POST",
  path: "/api/v1/setup",
  summary: "Make the owner with the one-time link",
  permission: "public",
  body: z.object({
    token: z.string().min(1),
    name: z.string().trim().min(1).max(80),
    email: z.email(),
    password: z.string().min(10).max(200),
    locale: z.enum(locales),
  }),
  response: Session,
});
export const getSession = route({
  method: "GET",
  path: "/api/v1/session",
  summary: "Who is signed in, and where they may go",
  permission: "signedIn",
  response: Session,
});
export const setLocale = route({
  method: "PATCH",
  path: "/api/v1/session",
  summary: "Choose the language of the screens",
  permission: "signedIn",
  body: z.object({ locale: z.enum(locales) }),
  response: Session,
});

export const createWorkspace = route({
  method: "POST",
  path: "/api/v1/workspaces",
  summary: "Create a workspace; its maker is the owner",
  permission: "signedIn",
  body: z.object({ name: Workspace.shape.name, locale: z.enum(locales), timeZone: Workspace.shape.timeZone }),
  response: Workspace,
});
export const updateWorkspace = route({
  method: "PATCH",
  path: "/api/v1/workspaces/:workspaceId",
  summary: "Rename a workspace, set its language and time zone",
  permission: "workspace:manage",
  params: inWorkspace,
  body: Workspace.pick({ name: true, locale: true, timeZone: true }).partial(),
  response: Workspace,
});
export const listMembers = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/members",
  summary: "List members",
  permission: "member:read",
  params: inWorkspace,
  response: z.array(Member),
});
export const setMemberRole = route({
  method: "PATCH",
  path: "/api/v1/workspaces/:workspaceId/members/:userId",
  summary: "Change a member's role; the last owner stays",
  permission: "member:manage",
  params: inWorkspace.extend({ userId: z.string() }),
  body: z.object({ role: z.enum(roles) }),
  response: Member,
});
export const removeMember = route({
  method: "DELETE",
  path: "/api/v1/workspaces/:workspaceId/members/:userId",
  summary: "Remove a member; the last owner stays",
  permission: "member:manage",
  params: inWorkspace.extend({ userId: z.string() }),
});
/** Answers the link to hand over: it is valid 7 days, once, for that role. */
export const inviteMember = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/invitations",
  summary: "Make an invitation link",
  permission: "member:manage",
  params: inWorkspace,
  body: z.object({ email: z.email(), role: z.enum(roles) }),
  response: z.object({ link: z.url(), expiresAt: z.iso.datetime() }),
});
export const acceptInvitation = route({
  method: "POST",
  path: "/api/v1/invitations/accept",
  summary: "Join with an invitation link, making the account if there is none",
  permission: "public",
  body: z.object({
    token: z.string().min(1),
    name: z.string().trim().min(1).max(80),
    password: z.string().min(10).max(200),
    locale: z.enum(locales),
  }),
  response: Session,
});
