import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { createContext, useContext } from "react";
import { call } from "#ui/call.ts";
import { type Session, getSession } from "../api.ts";
import type { Permission } from "../model.ts";
import { may } from "../rules.ts";

/** Who is signed in and where they may go; fails with `not_signed_in` for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => call(getSession, { signal }),
  staleTime: 60_000,
  retry: false,
});

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

type Workspace = Session["workspaces"][number];

/** The workspace that the screens below are of. */
export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace of the address, for whatever is around its screens. */
export function useWorkspaceOfAddress(): Workspace {
  const { workspaceId } = useParams({ strict: false });
  return known(useSession().workspaces.find(({ id }) => id === workspaceId));
}

/** The workspace of the screen, with the reader's role in it. Only under `/w/$workspaceId`. */
export function useWorkspace(): Workspace {
  return known(useContext(WorkspaceContext));
}

function known(workspace: Workspace | null | undefined): Workspace {
  if (workspace == null) throw new Error("No workspace here: the router lets nobody in without one.");
  return workspace;
}

/** Whether the reader may do a thing in this workspace; screens hide what is refused anyway. */
export function useMay(permission: Permission): boolean {
  return may(useWorkspace().role, permission);
}

const lastWorkspace = "parcours-workspace";

/** Where `/` leads: the workspace last seen on this device, else the first. */
export function homeWorkspace(session: Session): string | undefined {
  const last = localStorage.getItem(lastWorkspace);
  return (session.workspaces.find(({ id }) => id === last) ?? session.workspaces[0])?.id;
}

export function rememberWorkspace(id: string): void {
  localStorage.setItem(lastWorkspace, id);
}
