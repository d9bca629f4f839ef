import { queryOptions } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { listMentions, listThreads } from "../../api/comments.ts";

export const threadsQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId, "comments"],
    queryFn: ({ signal }) => call(listThreads, { params: { journeyId }, signal }),
  });

/** Between two looks for mentions made while no map is open that would tell, in milliseconds. */
const mentionsEvery = 60_000;

export const mentionsQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["mentions", workspaceId],
    queryFn: ({ signal }) => call(listMentions, { params: { workspaceId }, signal }),
    refetchInterval: mentionsEvery,
  });
