import { queryOptions } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { getJourney, getJourneySummary, listJourneys } from "../api.ts";

export const journeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["journeys", workspaceId],
    queryFn: ({ signal }) => call(listJourneys, { params: { workspaceId }, signal }),
  });

/** What the live document does not say of a journey: its key, its kind, its state, who answers for it. */
export const summaryQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId, "summary"],
    queryFn: ({ signal }) => call(getJourneySummary, { params: { journeyId }, signal }),
  });

/** The same with the document as it was last stored. */
export const journeyQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId],
    queryFn: ({ signal }) => call(getJourney, { params: { journeyId }, signal }),
  });
