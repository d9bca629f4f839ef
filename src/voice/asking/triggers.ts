import { z } from "zod";
import type { Zone } from "#activity/rules/time-zone.ts";
import {
  type AskingPeriod,
  type AskingPolicy,
  type AskingRules,
  AskingTrigger,
  type Refusal,
  refusals,
} from "./model.ts";
import { type Contact, decide } from "./rules.ts";

const Left = z.object({ reason: z.enum(refusals), count: z.number().int() });

/** A trigger with what came of it. */
export const AskingTriggerSummary = AskingTrigger.extend({
  id: z.uuid(),
  isPaused: z.boolean(),
  /** It asks about what happened since. */
  since: z.iso.datetime(),
  invited: z.number().int(),
  sent: z.number().int(),
  answered: z.number().int(),
  /** Whom it left out before anybody was invited, by reason. */
  left: z.array(Left),
});
export type AskingTriggerSummary = z.infer<typeof AskingTriggerSummary>;

/** What a trigger would do, or would have done in the last days. */
export const AskingPreview = z.object({
  /** Contacts or people looked at: all there are, or so many of them. */
  seen: z.number().int(),
  isAll: z.boolean(),
  asked: z.number().int(),
  left: z.array(Left),
  /** Everybody who is known; null for a trigger of contacts. */
  people: z.number().int().nullable(),
});
export type AskingPreview = z.infer<typeof AskingPreview>;

/** How far back a preview looks. */
export const previewDays = 30;

/** What a period of the calendar is called: `2026-11` or `2026-Q4`. */
export function periodOf(every: AskingPeriod, { local }: Zone, now: number): string {
  const month = new Date(local(now)).toISOString().slice(0, 7);
  return every === "month" ? month : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
}

/** Somebody who could be asked, as a preview sees them; instants in milliseconds since 1970. */
export interface Foreseen {
  person: string;
  at: number;
  /** Why a trigger leaves them out at once. */
  left: Refusal | null;
  hasOptedOut: boolean;
  /** For the survey's share, 0 ≤ draw < 1. */
  draw: number;
  /** What they were asked, as it is in the ledger. */
  contacts: readonly Contact[];
}

export interface Foresight {
  policy: AskingPolicy;
  rules: AskingRules;
  zone: Zone;
  /** Answers that the survey has. */
  answers: number;
}

const day = 86_400_000;
/** Each reason to wait ends by itself, and none comes back that often. */
const mostWaits = 100;

/** What would become of each of them, in their order; who is asked in the course of it is in quarantine for the rest. */
export function foresee(people: readonly Foreseen[], scope: Foresight): ("asked" | Refusal)[] {
  const asked = new Map<string, Contact[]>();
  const perDay = new Map<number, number>();
  const { zone, rules } = scope;
  return people.map((one) => {
    const before = asked.get(one.person) ?? [];
    const outcome = one.left ?? outcomeOf({ ...one, contacts: [...one.contacts, ...before] }, scope, perDay);
    if (typeof outcome === "string") return outcome;
    asked.set(one.person, [...before, { at: outcome.askedAt, priority: rules.priority, isReminder: false }]);
    const date = zone.day(outcome.askedAt);
    perDay.set(date, (perDay.get(date) ?? 0) + 1);
    return "asked";
  });
}

/** Waits with somebody until they are asked, or are not. */
function outcomeOf(
  { at, hasOptedOut, draw, contacts }: Foreseen,
  { policy, rules, zone, answers }: Foresight,
  perDay: ReadonlyMap<number, number>,
): { askedAt: number } | Refusal {
  let now = at;
  for (let waits = 0; ; waits++) {
    const today = zone.day(now);
    const decision = decide({
      now,
      policy,
      rules,
      zone,
      isReminder: false,
      isSurveyOpen: true,
      hasOptedOut,
      hasAnswered: false,
      draw,
      answers,
      askedToday: perDay.get(today) ?? 0,
      nextDay: zone.instant((today + 1) * day),
      lastChance: at + rules.patienceDays * day,
      contacts: contacts.filter((contact) => contact.at <= now),
    });
    if (decision.outcome === "asked") return { askedAt: now };
    if (decision.outcome === "notAsked" || waits === mostWaits) return decision.reason;
    now = decision.until;
  }
}
