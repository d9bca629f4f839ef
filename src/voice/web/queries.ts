import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { createSurvey, deleteSurvey, getSurvey, listSurveys, posterGaps, updateSurvey } from "../api.ts";
import type { SurveySummary } from "../model.ts";
import type { Draft } from "./draft.ts";
import { surveysKey } from "./surveys-key.ts";

/** Answers come in while somebody looks: the counts follow, this often (milliseconds), while the tab is seen. */
const refreshEvery = 15_000;

/** The surveys of a workspace, or only those of a touchpoint. */
export const surveysQuery = (workspaceId: string, touchpointId?: string) =>
  queryOptions({
    queryKey: [...surveysKey, workspaceId, touchpointId ?? "all"],
    queryFn: ({ signal }) =>
      call(listSurveys, {
        params: { workspaceId },
        query: touchpointId === undefined ? {} : { touchpointId },
        signal,
      }),
    refetchInterval: refreshEvery,
  });

export const surveyQuery = (surveyId: string) =>
  queryOptions({
    queryKey: [...surveysKey, "one", surveyId],
    queryFn: ({ signal }) => call(getSurvey, { params: { surveyId }, signal }),
    refetchInterval: refreshEvery,
  });

/** What a poster of the survey, as it asks now, would leave out. */
export const posterGapsQuery = ({ id, version }: SurveySummary, locale: "fr" | "en") =>
  queryOptions({
    queryKey: [...surveysKey, "poster", id, version, locale],
    queryFn: ({ signal }) => call(posterGaps, { params: { surveyId: id }, query: { locale }, signal }),
  });

/** Makes a survey of a draft, or changes the one it was made from. */
export function useSaveSurvey(
  workspaceId: string,
  survey: SurveySummary | null,
  onSaved: (saved: SurveySummary) => void,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ touchpointId, state, ...rest }: Draft) =>
      survey === null
        ? call(createSurvey, {
            params: { workspaceId },
            body: { ...rest, touchpointId, state: state === "closed" ? "draft" : state },
          })
        : call(updateSurvey, { params: { surveyId: survey.id }, body: { ...rest, state } }),
    onSuccess: async (saved) => {
      queryClient.setQueryData(surveyQuery(saved.id).queryKey, saved);
      onSaved(saved);
      await queryClient.invalidateQueries({ queryKey: surveysKey });
    },
  });
}

/** Deletes a survey; rejects as the server refuses, when it has answers. */
export function useDeleteSurvey() {
  const queryClient = useQueryClient();
  return async (surveyId: string) => {
    await call(deleteSurvey, { params: { surveyId } });
    queryClient.removeQueries({ queryKey: surveyQuery(surveyId).queryKey });
    await queryClient.invalidateQueries({ queryKey: surveysKey });
  };
}
