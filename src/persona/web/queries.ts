import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { createPersona, deletePersona, listPersonas, updatePersona } from "../api.ts";
import type { Persona } from "../model.ts";

const personasQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["personas", workspaceId],
    queryFn: ({ signal }) => call(listPersonas, { params: { workspaceId }, signal }),
    staleTime: 30_000,
  });

/** The personas of a workspace, by name. */
export function usePersonas(workspaceId: string) {
  return useQuery(personasQuery(workspaceId));
}

/** What can be done to the personas of a workspace; a refusal is said in a message, that of a deletion to its caller. */
export function usePersonaEdit(workspaceId: string) {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const refresh = () => queryClient.invalidateQueries(personasQuery(workspaceId));
  const onError = (error: unknown) => toastError(words(error));
  return {
    add: useMutation({
      mutationFn: (name: string): Promise<Persona> => call(createPersona, { params: { workspaceId }, body: { name } }),
      onSuccess: refresh,
      onError,
    }),
    change: useMutation({
      mutationFn: ({ id, ...body }: { id: string; name?: string; summary?: string }) =>
        call(updatePersona, { params: { workspaceId, id }, body }),
      onSuccess: refresh,
      onError,
    }),
    remove: async (id: string) => {
      await call(deletePersona, { params: { workspaceId, id } });
      await refresh();
    },
  };
}
