import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RouteCall } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { paged } from "#ui/paged.ts";
import { toastError } from "#ui/toast.ts";
import { judgeSuspicious, listSuspicious } from "../../api/suspicious.ts";
import type { SuspiciousState } from "../../suspicious/model.ts";
import { surveysKey } from "../surveys-key.ts";

const key = ["suspicious"] as const;
/** Between two looks for what came in, in milliseconds. */
const lookEvery = 60_000;

export interface SuspiciousFilter {
  state: SuspiciousState;
  surveyId: string | undefined;
}

export const suspiciousQuery = (workspaceId: string, { state, surveyId }: SuspiciousFilter) =>
  infiniteQueryOptions({
    queryKey: [...key, workspaceId, state, surveyId ?? "all"],
    queryFn: ({ signal, pageParam }) =>
      call(listSuspicious, {
        params: { workspaceId },
        query: { state, ...(surveyId && { surveyId }), ...(pageParam && { before: pageParam }) },
        signal,
      }),
    ...paged,
    refetchInterval: lookEvery,
  });

/** Accepts or rejects answers, or takes back what was decided. */
export function useJudge(workspaceId: string) {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  return useMutation({
    mutationFn: (body: NonNullable<RouteCall<typeof judgeSuspicious>["body"]>) =>
      call(judgeSuspicious, { params: { workspaceId }, body }),
    onError: (error) => toastError(words(error)),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: key });
      await queryClient.invalidateQueries({ queryKey: surveysKey });
    },
  });
}
