import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { RouteCall } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { paged } from "#ui/paged.ts";
import { listPromoters, writeToPromoters } from "../../api/promoters.ts";
import type { PromoterView } from "../../promoters/model.ts";

const key = ["promoters"] as const;
/** Between two looks for what came in, in milliseconds. */
const lookEvery = 60_000;

export const promotersQuery = (workspaceId: string, view: PromoterView) =>
  infiniteQueryOptions({
    queryKey: [...key, workspaceId, view],
    queryFn: ({ signal, pageParam }) =>
      call(listPromoters, {
        params: { workspaceId },
        query: { view, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    ...paged,
    refetchInterval: lookEvery,
  });

/** Thanks people, or asks them to take a role. */
export function useWrite(workspaceId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: NonNullable<RouteCall<typeof writeToPromoters>["body"]>) =>
      call(writeToPromoters, { params: { workspaceId }, body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  });
}
