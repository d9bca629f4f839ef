import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RouteBody, RouteCall, RouteResponse } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import {
  addCaseNote,
  changeCase,
  changeCause,
  closeCase,
  createCase,
  getCase,
  getCaseSettings,
  getClosing,
  listCases,
  listCauses,
  replyToCase,
  saveCaseSettings,
} from "../../api/cases.ts";
import type { CaseDetails } from "../../cases/model.ts";
import { casesKey } from "./cases-key.ts";

/** Several people work on the same cases: what others do is seen this often (milliseconds), while the tab is seen. */
const refreshEvery = 4_000;

export type CaseFilter = RouteCall<typeof listCases>["query"];

export const casesQuery = (workspaceId: string, filter: CaseFilter) =>
  queryOptions({
    queryKey: [...casesKey, workspaceId, filter],
    queryFn: ({ signal }) => call(listCases, { params: { workspaceId }, query: filter, signal }),
    refetchInterval: refreshEvery,
    placeholderData: (before) => before,
  });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...casesKey, "one", caseId],
    queryFn: ({ signal }) => call(getCase, { params: { caseId }, signal }),
    refetchInterval: refreshEvery,
  });

/** Keeps what the server says of a case, and lets the lists ask again. */
function useKeepCase() {
  const queryClient = useQueryClient();
  return async (saved: CaseDetails) => {
    queryClient.setQueryData(caseQuery(saved.id).queryKey, saved);
    await queryClient.invalidateQueries({
      queryKey: casesKey,
      predicate: ({ queryKey }) => queryKey[1] !== "one",
    });
  };
}

export type CaseChange = Omit<RouteBody<typeof changeCase>, "version">;

/** Changes a case at once on screen; refused, it is shown again as it is. */
export function useChangeCase(caseId: string) {
  const queryClient = useQueryClient();
  const keep = useKeepCase();
  const { queryKey } = caseQuery(caseId);
  return useMutation({
    // One after the other, each on the version that the one before has made.
    scope: { id: caseId },
    mutationFn: (change: CaseChange) => {
      const { version = 0 } = queryClient.getQueryData(queryKey) ?? {};
      return call(changeCase, { params: { caseId }, body: { version, ...change } });
    },
    onMutate: async (change) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (seen) => seen && { ...seen, ...defined(change) });
    },
    onSuccess: keep,
    onError: () => queryClient.invalidateQueries({ queryKey }),
  });
}

/** What a case can be closed with. */
export const closingQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...casesKey, "closing", caseId],
    queryFn: ({ signal }) => call(getClosing, { params: { caseId }, signal }),
  });

export function useCloseCase(caseId: string, onClosed: () => void) {
  const keep = useKeepCase();
  return useMutation({
    mutationFn: (body: RouteCall<typeof closeCase>["body"]) => call(closeCase, { params: { caseId }, body }),
    onSuccess: async (saved) => {
      onClosed();
      await keep(saved);
    },
  });
}

export function useAddNote(caseId: string, onAdded: () => void) {
  const keep = useKeepCase();
  return useMutation({
    mutationFn: (text: string) => call(addCaseNote, { params: { caseId }, body: { text } }),
    onSuccess: async (saved) => {
      onAdded();
      await keep(saved);
    },
  });
}

export function useReply(caseId: string, onSent: () => void) {
  const keep = useKeepCase();
  return useMutation({
    mutationFn: (body: RouteCall<typeof replyToCase>["body"]) => call(replyToCase, { params: { caseId }, body }),
    onSuccess: async (saved) => {
      onSent();
      await keep(saved);
    },
  });
}

export function useCreateCase(workspaceId: string, onCreated: (created: CaseDetails) => void) {
  const keep = useKeepCase();
  return useMutation({
    mutationFn: (body: RouteCall<typeof createCase>["body"]) => call(createCase, { params: { workspaceId }, body }),
    onSuccess: async (created) => {
      onCreated(created);
      await keep(created);
    },
  });
}

export type CaseTeam = RouteResponse<typeof getCaseSettings>;

export const caseSettingsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...casesKey, "settings", workspaceId],
    queryFn: ({ signal }) => call(getCaseSettings, { params: { workspaceId }, signal }),
  });

export function useSaveCaseSettings(workspaceId: string, onSaved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (team: CaseTeam) => call(saveCaseSettings, { params: { workspaceId }, body: team }),
    onSuccess: (saved) => {
      queryClient.setQueryData(caseSettingsQuery(workspaceId).queryKey, saved);
      onSaved();
    },
  });
}

export const causesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...casesKey, "causes", workspaceId],
    queryFn: ({ signal }) => call(listCauses, { params: { workspaceId }, signal }),
  });

export function useChangeCause(workspaceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id: causeId, ...body }: { id: string; name?: string; isArchived?: boolean }) =>
      call(changeCause, { params: { causeId }, body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: causesQuery(workspaceId).queryKey }),
  });
}

function defined({ state, assigneeId, priority }: CaseChange): Partial<CaseDetails> {
  return {
    ...(state !== undefined && { state }),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(priority !== undefined && { priority }),
  };
}
