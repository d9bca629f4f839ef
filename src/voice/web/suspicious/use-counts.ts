import { useInfiniteQuery } from "@tanstack/react-query";
import { useMay, useWorkspace } from "#workspace/web/index.ts";
import { suspiciousQuery } from "./queries.ts";

/** How many suspicious answers of the workspace, or of a survey, are in which state; undefined while nobody knows. */
export function useCounts(surveyId?: string) {
  const { id: workspaceId } = useWorkspace();
  const enabled = useMay("answer:judge");
  const first = useInfiniteQuery({ ...suspiciousQuery(workspaceId, { state: "undecided", surveyId }), enabled });
  return first.data?.pages[0]?.counts;
}
