import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getJourney, listJourneys } from "#journey/api.ts";
import type { RouteBody, RouteCall } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { useWorkspace } from "#workspace/web/index.ts";
import * as api from "../../api/interviews.ts";
import type { Highlight, InterviewDetails, InterviewGuide } from "../../interviews/model.ts";

/** Under which everything about interviews is kept. */
const interviewsKey = ["interviews"] as const;

export const guidesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...interviewsKey, "guides", workspaceId],
    queryFn: ({ signal }) => call(api.listGuides, { params: { workspaceId }, signal }),
  });

export const guideQuery = (guideId: string) =>
  queryOptions({
    queryKey: [...interviewsKey, "guide", guideId],
    queryFn: ({ signal }) => call(api.getGuide, { params: { guideId }, signal }),
  });

export const interviewsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...interviewsKey, "list", workspaceId],
    queryFn: ({ signal }) => call(api.listInterviews, { params: { workspaceId }, signal }),
  });

export const interviewQuery = (interviewId: string) =>
  queryOptions({
    queryKey: [...interviewsKey, "one", interviewId],
    queryFn: ({ signal }) => call(api.getInterview, { params: { interviewId }, signal }),
  });

export type InsightFilter = RouteCall<typeof api.listInsights>["query"];

export const insightsQuery = (workspaceId: string, filter: InsightFilter) =>
  queryOptions({
    queryKey: [...interviewsKey, "insights", workspaceId, filter],
    queryFn: ({ signal }) => call(api.listInsights, { params: { workspaceId }, query: filter, signal }),
    placeholderData: (before) => before,
  });

/** The maps of the workspace, the last changed first. */
export function useJourneys() {
  const { id: workspaceId } = useWorkspace();
  return useQuery({
    queryKey: ["journeys", workspaceId],
    queryFn: ({ signal }) => call(listJourneys, { params: { workspaceId }, signal }),
  });
}

/** A map as it was last stored; nothing is asked for while none is chosen. */
export function useJourney(journeyId: string | null) {
  return useQuery({
    queryKey: ["journey", journeyId],
    queryFn: ({ signal }) => call(getJourney, { params: { journeyId: journeyId ?? "" }, signal }),
    enabled: journeyId !== null,
  });
}

function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: interviewsKey });
}

/** Makes a guide, and goes on with it. */
export function useCreateGuide(onMade: (guide: InterviewGuide) => void) {
  const { id: workspaceId } = useWorkspace();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: RouteBody<typeof api.createGuide>) => call(api.createGuide, { params: { workspaceId }, body }),
    onSuccess: (guide) => {
      onMade(guide);
      return refresh();
    },
  });
}

/** Saves a guide as it was written; one after the other, each on the version that the one before has made. */
export function useSaveGuide(guideId: string) {
  const queryClient = useQueryClient();
  const { queryKey } = guideQuery(guideId);
  return useMutation({
    scope: { id: guideId },
    mutationFn: (draft: Pick<InterviewGuide, "name" | "sections">) => {
      const { version = 0 } = queryClient.getQueryData(queryKey) ?? {};
      return call(api.saveGuide, { params: { guideId }, body: { version, ...draft } });
    },
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
  });
}

export function useDeleteGuide() {
  const refresh = useRefresh();
  return async (guideId: string) => {
    await call(api.deleteGuide, { params: { guideId } });
    await refresh();
  };
}

export function useCreateInterview(onMade: (interview: InterviewDetails) => void) {
  const { id: workspaceId } = useWorkspace();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (body: RouteCall<typeof api.createInterview>["body"]) =>
      call(api.createInterview, { params: { workspaceId }, body }),
    onSuccess: (interview) => {
      onMade(interview);
      return refresh();
    },
  });
}

/** What can be done to an interview; it is shown as the server then says it is. */
export function useInterviewDeeds(interviewId: string) {
  const queryClient = useQueryClient();
  const refresh = useRefresh();
  const { queryKey } = interviewQuery(interviewId);
  const params = { interviewId };
  const version = () => queryClient.getQueryData(queryKey)?.version ?? 0;
  const keep = async (saved: InterviewDetails) => {
    queryClient.setQueryData(queryKey, saved);
    await refresh();
  };
  return {
    change: useMutation({
      mutationFn: (facts: Omit<RouteCall<typeof api.changeInterview>["body"], "version">) =>
        call(api.changeInterview, { params, body: { version: version(), ...facts } }),
      onSuccess: keep,
    }),
    consent: useMutation({
      mutationFn: (given: Omit<RouteBody<typeof api.recordConsent>, "version">) =>
        call(api.recordConsent, { params, body: { version: version(), ...given } }),
      onSuccess: keep,
    }),
    withdraw: useMutation({ mutationFn: () => call(api.withdrawConsent, { params }), onSuccess: keep }),
    write: useMutation({
      mutationFn: (text: string) => call(api.saveTranscript, { params, body: { version: version(), text } }),
      onSuccess: keep,
    }),
    /** `leave` goes away from where it is shown before it is asked for again. */
    remove: async (leave: () => Promise<void>) => {
      await call(api.deleteInterview, { params });
      await leave();
      await refresh();
    },
  };
}

export type NewHighlight = Omit<RouteBody<typeof api.addHighlight>, "version">;

/** Marks something in an interview, seen at its version. */
export function useAddHighlight(interviewId: string, onAdded: () => void) {
  const queryClient = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (highlight: NewHighlight) => {
      const { version = 0 } = queryClient.getQueryData(interviewQuery(interviewId).queryKey) ?? {};
      return call(api.addHighlight, { params: { interviewId }, body: { version, ...highlight } });
    },
    onSuccess: async () => {
      await refresh();
      onAdded();
    },
  });
}

/** What can be done to a highlight, wherever it is shown; a refusal is said in a message. */
export function useHighlightDeeds(highlightId: string, onDone: () => void = () => undefined) {
  const refresh = useRefresh();
  const words = useErrorWords();
  const params = { highlightId };
  const onSuccess = async () => {
    await refresh();
    onDone();
  };
  const onError = (error: unknown) => toastError(words(error));
  return {
    change: useMutation({
      mutationFn: (facts: RouteCall<typeof api.changeHighlight>["body"]): Promise<Highlight> =>
        call(api.changeHighlight, { params, body: facts }),
      onSuccess,
    }),
    back: useMutation({
      mutationFn: (body: RouteCall<typeof api.backCard>["body"]) => call(api.backCard, { params, body }),
      onSuccess,
    }),
    leave: useMutation({ mutationFn: () => call(api.leaveCard, { params }), onSuccess, onError }),
    remove: useMutation({ mutationFn: () => call(api.deleteHighlight, { params }), onSuccess, onError }),
  };
}

/** Takes a recording away, with its file. */
export function useDeleteRecording() {
  const refresh = useRefresh();
  return async (recordingId: string) => {
    await call(api.deleteRecording, { params: { recordingId } });
    await refresh();
  };
}
