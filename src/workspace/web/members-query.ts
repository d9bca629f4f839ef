import { queryOptions } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { listMembers } from "../api.ts";

export const membersQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["members", workspaceId],
    queryFn: ({ signal }) => call(listMembers, { params: { workspaceId }, signal }),
  });
