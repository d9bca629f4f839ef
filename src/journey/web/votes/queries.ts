import { queryOptions } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { listVotes } from "../../api/votes.ts";

export const votesQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId, "votes"],
    queryFn: ({ signal }) => call(listVotes, { params: { journeyId }, signal }),
  });
