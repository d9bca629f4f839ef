import type { Asked } from "../model.ts";
import { leaningEnds } from "../text/lean.ts";
import type { PromoterLetterKind, PromoterRefusal, RoleStanding } from "./model.ts";

/**
 * From which raw score on somebody speaks well of us: promoters, and the top of satisfaction and of stars. That a task was easy
 * or a question solved is no enthusiasm: those scores make nobody a promoter.
 */
export const promotingFrom: Record<Asked, number | null> = {
  nps: 9,
  csat: 5,
  stars: 5,
  ces: null,
  ces5: null,
  yesNo: null,
};

/** Up to which raw score somebody is unhappy, by the usual reading. */
export const unhappyUpTo = Object.fromEntries(
  Object.entries(leaningEnds).map(([metric, [negative]]) => [metric, negative]),
) as Record<Asked, number>;

const day = 86_400_000;

/** What decides whether somebody who is pleased is written to now; instants in milliseconds since 1970. */
export interface Reach {
  email: string | null;
  hasOptedOut: boolean;
  /** When they were written to last as somebody who is pleased; null: never. */
  lastWritten: number | null;
}

/** Why somebody is not written to now, and until when; null: they may be. */
export function refusalOf(
  { email, hasOptedOut, lastWritten }: Reach,
  { now, quarantineDays }: { now: number; quarantineDays: number },
): { reason: PromoterRefusal; until: number | null } | null {
  if (hasOptedOut) return { reason: "optedOut", until: null };
  if (email === null) return { reason: "noAddress", until: null };
  const until = (lastWritten ?? -Infinity) + quarantineDays * day;
  return until > now ? { reason: "resting", until } : null;
}

/** Whether the same question has been put: who has answered is not asked again, and who has not only once their link is over. */
export function isAsked(kind: PromoterLetterKind, standing: RoleStanding | null): boolean {
  if (kind === "thanks" || standing === null) return false;
  const isLost = standing.letter.state === "failed" || standing.letter.state === "notSent";
  return !(standing.state === "invited" && (standing.isOver || isLost));
}

/** What somebody may say by their link now; `isOpen`: it has not ended. Who is in may always leave. */
export function sayable(state: RoleStanding["state"], isOpen: boolean): readonly RoleSaid[] {
  if (state === "accepted") return ["withdraw"];
  if (!isOpen) return [];
  return state === "invited" ? ["accept", "decline"] : ["accept"];
}
export const rolesSaid = ["accept", "decline", "withdraw"] as const;
export type RoleSaid = (typeof rolesSaid)[number];
