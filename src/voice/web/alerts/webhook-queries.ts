import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Route } from "#platform/http/route.ts";
import { call, type CallInput } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toastError } from "#ui/toast.ts";
import { listDeliveries, listWebhooks } from "../../api/alerts.ts";

const webhooksKey = ["webhooks"] as const;
/** Messages are on their way while somebody looks, in milliseconds. */
const refreshEvery = 3_000;

export const webhooksQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: [...webhooksKey, workspaceId],
    queryFn: ({ signal }) => call(listWebhooks, { params: { workspaceId }, signal }),
  });

export const deliveriesQuery = (webhookId: string) =>
  queryOptions({
    queryKey: [...webhooksKey, "deliveries", webhookId],
    queryFn: ({ signal }) => call(listDeliveries, { params: { webhookId }, signal }),
    refetchInterval: refreshEvery,
  });

/** Does something to a webhook or its messages; a refusal is said in a message. */
export function useWebhookDeed<R extends Route>(contract: R) {
  const queryClient = useQueryClient();
  const words = useErrorWords();
  return useMutation({
    mutationFn: (input: CallInput<R>) => call(contract, input),
    onError: (error) => toastError(words(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksKey }),
  });
}
