import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import type { RouteCall } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import type { AlertRule, AlertRuleDraft } from "../../alerts/model.ts";
import {
  createAlertRule,
  deleteAlertRule,
  listAlertRules,
  listAlerts,
  previewAlertRule,
  seeAlerts,
  settleAlert,
  updateAlertRule,
} from "../../api/alerts.ts";
import { alertsKey } from "./alerts-key.ts";

/** Between two looks for alerts raised while no map is open that would tell, in milliseconds. */
const lookEvery = 60_000;

export type AlertFilter = Pick<
  NonNullable<RouteCall<typeof listAlerts>["query"]>,
  "state" | "mine" | "touchpointId" | "ruleId"
>;

/** What the reader is told of, for the page's bar. */
export const myAlertsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...alertsKey, workspaceId, "mine"],
    queryFn: ({ signal }) => call(listAlerts, { params: { workspaceId }, query: { mine: "true" }, signal }),
    refetchInterval: lookEvery,
  });

export const alertsQuery = (workspaceId: string, filter: AlertFilter) =>
  infiniteQueryOptions({
    queryKey: [...alertsKey, workspaceId, "list", filter],
    queryFn: ({ signal, pageParam }) =>
      call(listAlerts, {
        params: { workspaceId },
        query: { ...filter, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ alerts, hasMore }) => (hasMore ? (alerts.at(-1)?.id ?? null) : null),
    refetchInterval: lookEvery,
  });

export const alertRulesQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...alertsKey, workspaceId, "rules"],
    queryFn: ({ signal }) => call(listAlertRules, { params: { workspaceId }, signal }),
  });

/** What a rule would have raised; while it is written, the last answer stays. */
export const previewQuery = (workspaceId: string, body: RouteCall<typeof previewAlertRule>["body"]) =>
  queryOptions({
    queryKey: [...alertsKey, workspaceId, "preview", body],
    queryFn: ({ signal }) => call(previewAlertRule, { params: { workspaceId }, body, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });

export function useSeeAlerts(workspaceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (alertIds: string[]) => call(seeAlerts, { params: { workspaceId }, body: { alertIds } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: alertsKey }),
  });
}

export function useSettleAlert() {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  return useMutation({
    mutationFn: ({ alertId, isDone }: { alertId: string; isDone: boolean }) =>
      call(settleAlert, { params: { alertId }, body: { isDone } }),
    onError: (error) => toastError(words(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: alertsKey }),
  });
}

/** Makes a rule of a draft, or changes the one it was made from. */
export function useSaveRule(workspaceId: string, ruleId: string | null, onSaved: (rule: AlertRule) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: AlertRuleDraft) =>
      ruleId === null
        ? call(createAlertRule, { params: { workspaceId }, body })
        : call(updateAlertRule, { params: { ruleId }, body }),
    onSuccess: async (saved) => {
      onSaved(saved);
      await queryClient.invalidateQueries({ queryKey: alertsKey });
    },
  });
}

export function useDeleteRule() {
  const queryClient = useQueryClient();
  return async (ruleId: string) => {
    await call(deleteAlertRule, { params: { ruleId } });
    await queryClient.invalidateQueries({ queryKey: alertsKey });
  };
}
