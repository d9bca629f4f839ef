import type { Auth } from "#platform/auth.ts";
import type { Principal, Routes } from "#platform/http/handler.ts";
import * as api from "../api.ts";
import type { Locale } from "../model.ts";
import * as commands from "./commands.ts";
import { acceptInvitation, createOwner, inviteMember } from "./links.ts";
import { getSession, getWorkspace, listMembers, needsOwner } from "./queries.ts";

export interface WorkspaceRoutesDeps extends commands.WorkspaceDeps {
  auth: Pick<Auth, "signIn">;
  now: () => Date;
  publicUrl: string;
  /** Says what the demo brought in another language. */
  translateDemo: (workspaceId: string, locale: Locale) => Promise<void>;
}

export function registerWorkspaceRoutes(routes: Routes, deps: WorkspaceRoutesDeps): void {
  const { auth, db, now, publicUrl, translateDemo } = deps;

  /** A demo speaks the language of its owner. */
  const inLocale = async (userId: string, locale: Locale) => {
    const session = await getSession(db, userId);
    const demos = session.workspaces.filter((one) => one.isDemo && one.role === "owner" && one.locale !== locale);
    for (const { id } of demos) await translateDemo(id, locale);
    return demos.length === 0 ? session : getSession(db, userId);
  };

  routes.handle(api.getSetup, { run: async () => ({ needsOwner: await needsOwner(db) }) });
  routes.handle(api.createOwner, {
    run: async ({ body, reply }) => {
      const userId = await createOwner(deps, body);
      await auth.signIn(reply, body);
      return inLocale(userId, body.locale);
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
      return inLocale(idOf(principal), body.locale);
    },
  });

  routes.handle(api.createWorkspace, {
    run: async ({ principal, body }) => commands.createWorkspace(deps, idOf(principal), body),
  });
  routes.handle(api.updateWorkspace, {
    run: async ({ params, body }) => {
      const workspace = await commands.updateWorkspace(deps, params.workspaceId, body);
      if (!workspace.isDemo || body.locale === undefined) return workspace;
      await translateDemo(workspace.id, body.locale);
      return getWorkspace(db, workspace.id);
    },
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
