import { queryOptions } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { listShares } from "../../api/shares.ts";

export const sharesQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["journey", journeyId, "shares"],
    queryFn: ({ signal }) => call(listShares, { params: { journeyId }, signal }),
  });
