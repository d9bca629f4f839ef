import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RouteResponse } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { getImport, getProposal, listImports } from "../api.ts";
import { type Import, type ImportStatus, type Mapping, Mapping as MappingSchema } from "../model.ts";

export type Proposal = RouteResponse<typeof getProposal>;

const underWay: readonly ImportStatus[] = ["uploading", "checking", "queued", "reading", "publishing"];

/** Whether the server is at work on it, so that the screen has to look again. */
export function isUnderWay({ status }: Import): boolean {
  return underWay.includes(status) && status !== "uploading";
}

export const importsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["imports", workspaceId],
    queryFn: ({ signal }) => call(listImports, { params: { workspaceId }, signal }),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? 2000 : false),
  });

export const importQuery = (workspaceId: string, importId: string) =>
  queryOptions({
    queryKey: ["import", importId],
    queryFn: ({ signal }) => call(getImport, { params: { workspaceId, importId }, signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && isUnderWay(state.data) ? 700 : false),
  });

/** Depends on the files, so that adding one asks again. */
export const proposalQuery = (one: Import) =>
  queryOptions({
    queryKey: ["import", one.id, "proposal", one.files],
    queryFn: ({ signal }) => call(getProposal, { params: { workspaceId: one.workspaceId, importId: one.id }, signal }),
    staleTime: Infinity,
  });

/** A step of an import's life that answers the import as it then is. */
export function useImportStep<Input = void>(step: (input: Input) => Promise<Import>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: (one) => {
      queryClient.setQueryData(importQuery(one.workspaceId, one.id).queryKey, one);
      void queryClient.invalidateQueries({ queryKey: importsQuery(one.workspaceId).queryKey });
    },
  });
}

/** The mapping an import was given; null when it has none yet. */
export function mappingOf(one: Import): Mapping | null {
  const parsed = MappingSchema.safeParse(one.mapping);
  return parsed.success ? parsed.data : null;
}
