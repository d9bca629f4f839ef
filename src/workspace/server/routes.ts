import type { Auth } from "#platform/auth.ts";
import type { Principal, Routes } from "#platform/http/handler.ts";
import * as api from "../api.ts";
import * as commands from "./commands.ts";
import { acceptInvitation, createOwner, inviteMember } from "./links.ts";
import { getSession, listMembers, needsOwner } from "./queries.ts";

export interface WorkspaceRoutesDeps extends commands.WorkspaceDeps {
  auth: Pick<Auth, "signIn">;
  now: () => Date;
  publicUrl: string;
}

export function registerWorkspaceRoutes(routes: Routes, deps: WorkspaceRoutesDeps): void {
  const { auth, db, now, publicUrl } = deps;

  routes.handle(api.getSetup, { run: async () => ({ needsOwner: await needsOwner(db) }) });
  routes.handle(api.createOwner, {
    run: async ({ body, reply }) => {
      const userId = await createOwner(deps, body);
      await auth.signIn(reply, body);
      return getSession(db, userId);
    },
  });
  routes.handle(api.acceptInvitation, {
    run: async ({ body, reply }) => {
      const { userId, email } = await acceptInvitation(deps, { ...body, now: now() });
      await auth.signIn(reply, { email, password: body.password });
      return getSession(db, userId);
    },
  });

  routes.handle(api.getSession, { run: async ({ principal }) => getSession(db, idOf(principal)) });
  routes.handle(api.setLocale, {
    run: async ({ principal, body }) => {
      await commands.setLocale(deps, idOf(principal), body.locale);
      return getSession(db, idOf(principal));
    },
  });

  routes.handle(api.createWorkspace, {
    run: async ({ principal, body }) => commands.createWorkspace(deps, idOf(principal), body),
  });
  routes.handle(api.updateWorkspace, {
    run: async ({ params, body }) => commands.updateWorkspace(deps, params.workspaceId, body),
  });
  routes.handle(api.listMembers, { run: async ({ params }) => listMembers(db, params.workspaceId) });
  routes.handle(api.setMemberRole, {
    run: async ({ params, body }) => commands.setMemberRole(deps, params.workspaceId, params.userId, body.role),
  });
  routes.handle(api.removeMember, {
    run: ({ params }) => commands.removeMember(deps, params.workspaceId, params.userId),
  });
  routes.handle(api.inviteMember, {
    run: async ({ params, body }) => {
      const { token, expiresAt } = await inviteMember(deps, params.workspaceId, { ...body, now: now() });
      return { link: `${publicUrl}/invitation?token=${token}`, expiresAt: expiresAt.toISOString() };
    },
  });
}

/** The pipeline lets nobody unknown through to these routes. */
function idOf(principal: Principal | null): string {
  if (principal === null) throw new Error("a route for those signed in was reached by nobody");
  return principal.userId;
}
