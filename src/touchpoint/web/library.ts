import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import {
  createChannel,
  createTeam,
  createTouchpoint,
  deleteChannel,
  deleteTeam,
  deleteTouchpoint,
  getLibrary,
  updateChannel,
  updateTeam,
  updateTouchpoint,
} from "../api.ts";
import type { Channel, Library, Team, Touchpoint } from "../model.ts";

export const libraryQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["library", workspaceId],
    queryFn: ({ signal }) => call(getLibrary, { params: { workspaceId }, signal }),
    staleTime: 30_000,
  });

/** The touchpoints, channels and teams of a workspace. */
export function useLibrary(workspaceId: string) {
  return useQuery(libraryQuery(workspaceId));
}

export type Shelf = keyof Library;
type Item = Touchpoint | Channel | Team;

const deletions = { touchpoints: deleteTouchpoint, channels: deleteChannel, teams: deleteTeam };

function put(queryClient: QueryClient, workspaceId: string, shelf: Shelf, item: Item): void {
  queryClient.setQueryData(libraryQuery(workspaceId).queryKey, (library) => {
    if (library === undefined) return library;
    const others: Item[] = library[shelf].filter(({ id }) => id !== item.id);
    const isNew = others.length === library[shelf].length;
    const items = isNew ? [...others, item] : library[shelf].map((old) => (old.id === item.id ? item : old));
    return { ...library, [shelf]: items };
  });
}

type New<T extends { id: string; key: string }> = Omit<T, "id" | "key">;
type Change<T extends { id: string; key: string }> = { id: string } & Partial<New<T>>;

/** What can be done to a library: each change is on screen at once, and taken back with a message when it is refused. */
export function useLibraryEdit(workspaceId: string) {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const inWorkspace = { workspaceId };
  const key = libraryQuery(workspaceId).queryKey;

  const add = <T extends Item>(shelf: Shelf, create: (item: New<T>) => Promise<T>) => ({
    mutationFn: create,
    onSuccess: (item: T) => put(queryClient, workspaceId, shelf, item),
    onError: (error: unknown) => toastError(words(error)),
  });
  const change = <T extends Item>(shelf: Shelf, update: (change: Change<T>) => Promise<T>) => ({
    mutationFn: update,
    onMutate: (changed: Change<T>) => {
      const old = queryClient.getQueryData(key)?.[shelf].find(({ id }) => id === changed.id);
      if (old !== undefined) put(queryClient, workspaceId, shelf, { ...old, ...changed });
    },
    onSuccess: (item: T) => put(queryClient, workspaceId, shelf, item),
    onError: (error: unknown) => {
      toastError(words(error));
      void queryClient.invalidateQueries({ queryKey: key });
    },
  });

  return {
    addTouchpoint: useMutation(
      add<Touchpoint>("touchpoints", (body) => call(createTouchpoint, { params: inWorkspace, body })),
    ),
    addChannel: useMutation(add<Channel>("channels", (body) => call(createChannel, { params: inWorkspace, body }))),
    addTeam: useMutation(add<Team>("teams", (body) => call(createTeam, { params: inWorkspace, body }))),
    changeTouchpoint: useMutation(
      change<Touchpoint>("touchpoints", ({ id, ...body }) =>
        call(updateTouchpoint, { params: { ...inWorkspace, id }, body }),
      ),
    ),
    changeChannel: useMutation(
      change<Channel>("channels", ({ id, ...body }) => call(updateChannel, { params: { ...inWorkspace, id }, body })),
    ),
    changeTeam: useMutation(
      change<Team>("teams", ({ id, ...body }) => call(updateTeam, { params: { ...inWorkspace, id }, body })),
    ),
    /** Fails as the server refuses: what is in use is said where it was asked. */
    remove: async (shelf: Shelf, id: string) => {
      await call(deletions[shelf], { params: { ...inWorkspace, id } });
      await queryClient.invalidateQueries({ queryKey: key });
    },
  };
}
