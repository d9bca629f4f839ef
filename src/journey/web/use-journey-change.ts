import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { RouteBody } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { updateJourney } from "../api.ts";
import type { JourneySummary } from "../model.ts";
import { journeyQuery, journeysQuery } from "./queries.ts";

type Change = RouteBody<typeof updateJourney>;

/** Changes what is said of a journey beside its document, here and on its map. */
export function useJourneyChange({ id, workspaceId }: Pick<JourneySummary, "id" | "workspaceId">, onDone?: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Change) => call(updateJourney, { params: { journeyId: id }, body }),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries(journeysQuery(workspaceId)),
        queryClient.invalidateQueries(journeyQuery(id)),
        queryClient.invalidateQueries({ queryKey: ["measures", "rollUps", workspaceId] }),
      ]);
      onDone?.();
    },
  });
}
