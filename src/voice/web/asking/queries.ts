import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import type { RouteBody } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { paged } from "#ui/paged.ts";
import {
  createTrigger,
  deleteTrigger,
  erasePerson,
  explainAsking,
  getAskingPolicy,
  getAskingRules,
  invite,
  listAsking,
  listInvitations,
  listPersonActs,
  listTriggers,
  previewTrigger,
  setAskingPolicy,
  setAskingRules,
  updateTrigger,
  withdrawInvitations,
} from "../../api.ts";
import type { AskingPolicy, AskingRules, AskingTrigger, InvitationState, Recipient } from "../../asking/model.ts";

const key = ["asking"] as const;
/** Letters go out and answers come in while somebody looks; milliseconds. */
const refreshEvery = 5_000;

export const askingQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...key, "surveys", workspaceId],
    queryFn: ({ signal }) => call(listAsking, { params: { workspaceId }, signal }),
    refetchInterval: refreshEvery,
  });

export const policyQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...key, "policy", workspaceId],
    queryFn: ({ signal }) => call(getAskingPolicy, { params: { workspaceId }, signal }),
  });

export const rulesQuery = (surveyId: string) =>
  queryOptions({
    queryKey: [...key, "rules", surveyId],
    queryFn: ({ signal }) => call(getAskingRules, { params: { surveyId }, signal }),
  });

export const triggersQuery = (surveyId: string) =>
  queryOptions({
    queryKey: [...key, "triggers", surveyId],
    queryFn: ({ signal }) => call(listTriggers, { params: { surveyId }, signal }),
  });

export const triggerPreviewQuery = (surveyId: string, trigger: AskingTrigger) =>
  queryOptions({
    queryKey: [...key, "trigger preview", surveyId, trigger],
    queryFn: ({ signal }) => call(previewTrigger, { params: { surveyId }, body: trigger, signal }),
    placeholderData: keepPreviousData,
  });

export const invitationsQuery = (surveyId: string, state: InvitationState | undefined) =>
  infiniteQueryOptions({
    queryKey: [...key, "invitations", surveyId, state ?? "all"],
    queryFn: ({ signal, pageParam }) =>
      call(listInvitations, {
        params: { surveyId },
        query: { ...(state === undefined ? {} : { state }), ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    ...paged,
    refetchInterval: refreshEvery,
  });

/** Why a person was asked or not; asked once they are named. */
export const whyQuery = (workspaceId: string, person: { kind: string; value: string }) =>
  queryOptions({
    queryKey: [...key, "why", workspaceId, person.kind, person.value],
    queryFn: ({ signal }) => call(explainAsking, { params: { workspaceId }, query: person, signal }),
    enabled: person.value !== "",
  });

export const personActsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...key, "acts", workspaceId],
    queryFn: ({ signal }) => call(listPersonActs, { params: { workspaceId }, signal }),
  });

export function useErasePerson(workspaceId: string) {
  return useAsking((person: { kind: string; value: string }) =>
    call(erasePerson, { params: { workspaceId }, query: person }),
  );
}

export function useInvite() {
  return useAsking(({ surveyId, recipients }: { surveyId: string; recipients: Recipient[] }) =>
    call(invite, { params: { surveyId }, body: { recipients } }),
  );
}

export function useWithdraw() {
  return useAsking((surveyId: string) => call(withdrawInvitations, { params: { surveyId } }));
}

export function useSavePolicy(workspaceId: string) {
  return useAsking((body: AskingPolicy) => call(setAskingPolicy, { params: { workspaceId }, body }));
}

export function useSaveRules(surveyId: string) {
  return useAsking((body: AskingRules) => call(setAskingRules, { params: { surveyId }, body }));
}

export function useCreateTrigger(surveyId: string) {
  return useAsking((body: RouteBody<typeof createTrigger>) => call(createTrigger, { params: { surveyId }, body }));
}

export function usePauseTrigger() {
  return useAsking(({ triggerId, isPaused }: { triggerId: string; isPaused: boolean }) =>
    call(updateTrigger, { params: { triggerId }, body: { isPaused } }),
  );
}

export function useDeleteTrigger() {
  return useAsking((triggerId: string) => call(deleteTrigger, { params: { triggerId } }));
}

/** Whatever is changed here may show anywhere here. */
function useAsking<Given, Result>(work: (given: Given) => Promise<Result>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: work,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: key }),
  });
}
