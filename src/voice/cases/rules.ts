import { addWorkMinutes, type Calendar, workMinutesBetween } from "./business-hours.ts";
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

/** Whether a case may go to a state by a choice: what is closed is only opened again; closing takes a cause and an action. */
export function mayGo(from: CaseState, to: CaseState): boolean {
  return from !== to && to !== "closed" && (from !== "closed" || to === "open");
}

/** Whether somebody still has to do something for the customer. */
export function isUnderWay(state: CaseState): boolean {
  return state === "open" || state === "inProgress" || state === "waiting";
}

/** What a step of a case changes beside its state. */
export interface Clock {
  dueAt: Date;
  waitingSince: Date | null;
}

/**
 * The clock of a case that goes from one state to another: it stands still while the customer is waited for, and begins anew
 * for a case that is opened again. What was late stays so.
 */
export function clockAfter(
  { dueAt, waitingSince }: Clock,
  {
    to,
    from,
    now,
    calendar,
    minutes,
  }: { from: CaseState; to: CaseState; now: Date; calendar: Calendar; minutes: number },
): Clock {
  if (!isUnderWay(from) && isUnderWay(to))
    return { dueAt: addWorkMinutes(calendar, now, minutes), waitingSince: to === "waiting" ? now : null };
  if (to === "waiting") return { dueAt, waitingSince: now };
  if (waitingSince === null || dueAt <= waitingSince) return { dueAt, waitingSince: null };
  const left = workMinutesBetween(calendar, waitingSince, dueAt);
  return { dueAt: addWorkMinutes(calendar, now, left), waitingSince: null };
}
