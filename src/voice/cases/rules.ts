import type { Agent, CaseState } from "./model.ts";

/** Somebody who takes cases, and when they were last given one. */
export type Turn = Agent & { givenAt: Date | null };

/**
 * Whose turn it is: of those who are there, who know the touchpoint, else whose team answers for it, else who take
 * anything, the one who has waited longest. Null when it is for nobody.
 */
export function nextAgent(
  agents: readonly Turn[],
  { touchpointId, teamId }: { touchpointId: string | null; teamId: string | null },
): string | null {
  const there = agents.filter(({ isAvailable }) => isAvailable);
  const circles = [
    there.filter(({ touchpointIds }) => touchpointId !== null && touchpointIds.includes(touchpointId)),
    there.filter(({ teamIds }) => teamId !== null && teamIds.includes(teamId)),
    there.filter(({ touchpointIds, teamIds }) => touchpointIds.length + teamIds.length === 0),
  ];
  const circle = circles.find((each) => each.length > 0) ?? [];
  const waiting = circle.toSorted(
    (a, b) => Number(a.givenAt ?? 0) - Number(b.givenAt ?? 0) || (a.userId < b.userId ? -1 : 1),
  );
  return waiting[0]?.userId ?? null;
}

const onFrom: Record<CaseState, readonly CaseState[]> = {
  open: ["inProgress", "waiting", "resolved"],
  inProgress: ["open", "waiting", "resolved"],
  waiting: ["open", "inProgress", "resolved"],
  resolved: ["open", "inProgress", "waiting"],
  closed: ["open"],
};

/** States that a case may go to by a choice; to be closed it takes a cause and what was done. */
export function nextStates(state: CaseState): readonly CaseState[] {
  return onFrom[state];
}

/** Whether somebody still has to do something for the customer. */
export function isUnderWay(state: CaseState): boolean {
  return state === "open" || state === "inProgress" || state === "waiting";
}
