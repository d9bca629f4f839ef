import type { Zone } from "#activity/rules/time-zone.ts";
import { quietAt } from "./calendar.ts";
import { type AskingPolicy, type AskingRules, priorities, type Priority, type Refusal } from "./model.ts";

const minute = 60_000;
const day = 86_400_000;

/** Somebody was asked something. */
export interface Contact {
  /** Milliseconds since 1970. */
  at: number;
  priority: Priority;
  isReminder: boolean;
}

/** Everything that decides whether a person is asked; instants in milliseconds since 1970. */
export interface Question {
  now: number;
  policy: AskingPolicy;
  rules: AskingRules;
  /** Where the person is. */
  zone: Zone;
  isReminder: boolean;
  isSurveyOpen: boolean;
  hasOptedOut: boolean;
  /** An answer by this very invitation is there, also one that waits to be judged. */
  hasAnswered: boolean;
  /** Drawn once for each invitation, 0 ≤ draw < 1. */
  draw: number;
  /** Answers that the survey has, and people it has asked since the day began where the workspace is. */
  answers: number;
  askedToday: number;
  nextDay: number;
  /** After that it is too late to ask. */
  lastChance: number;
  /** What this person was asked before, by other invitations of whatever survey. */
  contacts: readonly Contact[];
}

export type Decision =
  | { outcome: "asked" }
  | { outcome: "notAsked"; reason: Refusal; until?: number }
  | { outcome: "postponed"; reason: Refusal; until: number };

/**
 * Whether a person is asked now. What can never change is looked at first, then what time heals: of several reasons to wait,
 * the ledger has the first, and the question comes back when that is over.
 */
export function decide(question: Question): Decision {
  const never = neverBecause(question);
  if (never !== null) return { outcome: "notAsked", reason: never };
  const wait = waitBecause(question);
  if (wait === null) return { outcome: "asked" };
  return { outcome: wait.until > question.lastChance ? "notAsked" : "postponed", ...wait };
}

function neverBecause(question: Question): Refusal | null {
  const { isSurveyOpen, hasOptedOut, hasAnswered, isReminder, draw, rules, answers } = question;
  if (!isSurveyOpen) return "surveyClosed";
  if (hasOptedOut) return "optedOut";
  if (hasAnswered) return "answered";
  if (!isReminder && draw >= rules.share) return "notSampled";
  return rules.mostAnswers !== null && answers >= rules.mostAnswers ? "quotaReached" : null;
}

function waitBecause(question: Question): { reason: Refusal; until: number } | null {
  const { now, policy, rules, zone, askedToday, nextDay, isReminder } = question;
  const free = quarantineEnd(question);
  if (free > now) return { reason: "quarantined", until: free };
  if (!isReminder && rules.mostPerDay !== null && askedToday >= rules.mostPerDay)
    return { reason: "dailyQuota", until: nextDay };
  return quietAt(policy, zone, now);
}

/** When the last contact that holds this survey back is long enough ago; a contact for something less important does not. */
function quarantineEnd({ policy, rules, contacts }: Pick<Question, "policy" | "rules" | "contacts">): number {
  const holding = contacts
    .filter(({ isReminder }) => policy.countsReminders || !isReminder)
    .filter(({ priority }) => priorities.indexOf(priority) >= priorities.indexOf(rules.priority))
    .map(({ at }) => at + policy.quarantineDays * day);
  return Math.max(-Infinity, ...holding);
}

/** A letter that could not be handed over so often is given up: that is nearly a day after the first. */
export const mostTries = 7;

/** Milliseconds until a letter that has failed so often is tried again: 1, 4, 16 minutes and so on. */
export function retryAfter(failures: number): number {
  return minute * 4 ** (failures - 1);
}
