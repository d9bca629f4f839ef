import { queryOptions } from "@tanstack/react-query";
import { call, urlOf } from "#ui/call.ts";
import { getJourney, getJourneySummary, getState, listJourneys } from "../api.ts";

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

/** A document asked for ahead is used while it is this young, in milliseconds, and let go soon after. */
const [youngState, keptState] = [2_000, 5_000];

/** The live document as the server last stored it, as a Yjs update; null when it is not given. */
export const stateQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId, "state"],
    queryFn: async ({ signal }) => {
      const response = await fetch(urlOf(getState.path, { journeyId }), { signal });
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    staleTime: youngState,
    gcTime: keptState,
    retry: false,
    // Offline it fails at once: this device may have a copy.
    networkMode: "always",
    structuralSharing: false,
  });

/** The same with the document as it was last stored. */
export const journeyQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId],
    queryFn: ({ signal }) => call(getJourney, { params: { journeyId }, signal }),
  });
