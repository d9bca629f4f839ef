import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { RouteBody } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { useErrorWords } from "#ui/error-state.tsx";
import { toast, toastError } from "#ui/toast.ts";
import { updateJourney } from "../../api.ts";
import type { JourneySummary } from "../../model.ts";
import { journeyQuery, journeysQuery } from "../queries.ts";

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

/** Somebody looked the whole map through today. */
export function useMarkReviewed(journey: Pick<JourneySummary, "id" | "workspaceId" | "name">) {
  const { t } = useTranslation("atlas");
  const words = useErrorWords();
  const change = useJourneyChange(journey, () => toast(t("markedReviewed", { name: journey.name })));
  return {
    mutate: () =>
      change.mutate({ reviewedAt: new Date().toISOString() }, { onError: (error) => toastError(words(error)) }),
  };
}
