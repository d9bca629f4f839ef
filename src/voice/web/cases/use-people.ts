import { useQuery } from "@tanstack/react-query";
import { membersQuery, useWorkspace } from "#workspace/web/index.ts";
import { may } from "#workspace/rules.ts";

/** The members who may work on cases, as choices. */
export function useWorkers(): { value: string; label: string }[] {
  const { id: workspaceId } = useWorkspace();
  const members = useQuery(membersQuery(workspaceId));
  return (members.data ?? [])
    .filter(({ role }) => may(role, "case:work"))
    .map(({ userId, name }) => ({ value: userId, label: name }));
}
