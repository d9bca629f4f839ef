import { queryOptions } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { getJourney, listJourneys } from "../api.ts";

export const journeysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["journeys", workspaceId],
    queryFn: ({ signal }) => call(listJourneys, { params: { workspaceId }, signal }),
  });

/** What the live document does not say of a journey (its key, its state), and its document as last stored. */
export const journeyQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId],
    queryFn: ({ signal }) => call(getJourney, { params: { journeyId }, signal }),
  });
