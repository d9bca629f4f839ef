import { queryOptions } from "@tanstack/react-query";
import type { RouteCall } from "#platform/http/route.ts";
import { call } from "#ui/call.ts";
import { getRecovery } from "../../api/cases.ts";
import { casesKey } from "./cases-key.ts";

/** How the cases closed in a period were recovered, in all and at each touchpoint. */
export const recoveryQuery = (workspaceId: string, query: RouteCall<typeof getRecovery>["query"]) =>
  queryOptions({
    queryKey: [...casesKey, "recovery", workspaceId, query],
    queryFn: ({ signal }) => call(getRecovery, { params: { workspaceId }, query, signal }),
  });
