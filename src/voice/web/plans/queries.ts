import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { getJourney } from "#journey/api.ts";
import { call } from "#ui/call.ts";
import { createSurvey, deleteSurvey } from "../../api.ts";
import type { Planned } from "../../plans/plan.ts";
import { readyContent, readyLanguages } from "../../wording.ts";
import { surveysKey } from "../surveys-key.ts";

export const journeyQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["plans", journeyId],
    queryFn: ({ signal }) => call(getJourney, { params: { journeyId }, signal }),
  });

/** What is made of a plan's line: the words come in the language on screen first. */
export type Wanted = Pick<Planned, "touchpointId" | "metric"> & { name: string };

/** Makes a draft of each line; what was made when one fails is told to `onMade` all the same. */
export function useMakeDrafts(workspaceId: string, language: string, onMade: (surveyId: string) => void) {
  const queryClient = useQueryClient();
  const languages = readyLanguages.toSorted((a, b) => Number(b === language) - Number(a === language));
  return useMutation({
    mutationFn: async (wanted: readonly Wanted[]) => {
      for (const { metric, ...place } of wanted) {
        const content = readyContent(metric, { relation: "transactional", task: "" }, languages);
        const { id } = await call(createSurvey, { params: { workspaceId }, body: { ...place, content } });
        onMade(id);
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: surveysKey }),
  });
}

/** Takes drafts back that were just made. */
export function useUndoDrafts(onUndone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (surveyIds: readonly string[]) => {
      for (const surveyId of surveyIds) await call(deleteSurvey, { params: { surveyId } });
    },
    onSuccess: onUndone,
    onSettled: () => queryClient.invalidateQueries({ queryKey: surveysKey }),
  });
}
