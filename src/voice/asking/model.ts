import { z } from "zod";
import { Key } from "#touchpoint/model.ts";
import { Language } from "../model.ts";

/** What somebody is reached by; the kind of identifier that the address is. */
export const channels = ["email", "phone"] as const;
export type Channel = (typeof channels)[number];

/** A survey of higher priority may ask somebody whom one of lower priority has asked lately. */
export const priorities = ["low", "normal", "high"] as const;
export type Priority = (typeof priorities)[number];

/** Periods of the calendar in which everybody may be asked anew. */
export const askingPeriods = ["month", "quarter"] as const;
export type AskingPeriod = (typeof askingPeriods)[number];

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 20:00");
const TimeZone = z.string().max(64).refine(isTimeZone, "not a time zone such as Europe/Paris");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const askingLimits = { recipients: 5_000, linkDays: 365 } as const;

/** When people are left alone, in every survey of a workspace. */
export const AskingPolicy = z.object({
  /** Days in which a person is asked once, across all surveys; 0: as often as surveys like. */
  quarantineDays: z.number().int().min(0).max(730).default(90),
  /** Whether a reminder begins these days anew. */
  countsReminders: z.boolean().default(false),
  /** Nobody is written to from … until, on the clock of where they are; null: at any hour. */
  quietHours: z.object({ from: Clock, until: Clock }).nullable().default({ from: "20:00", until: "08:00" }),
  /** ISO days of the week, 1 is Monday. */
  quietDays: z.array(z.number().int().min(1).max(7)).max(6).default([7]),
  /** The country whose public holidays are quiet days too. */
  holidays: z.enum(["FR"]).nullable().default("FR"),
});
export type AskingPolicy = z.infer<typeof AskingPolicy>;

/** Whom a survey asks, among those it is told of. */
export const AskingRules = z.object({
  /** Share of them, 0–1. */
  share: z.number().min(0.001).max(1).default(1),
  /** Nobody is asked any more once there are so many answers; null: no end. */
  mostAnswers: z.number().int().min(1).max(1_000_000).nullable().default(null),
  /** The others wait for the next day; null: as many as come. */
  mostPerDay: z.number().int().min(1).max(100_000).nullable().default(null),
  priority: z.enum(priorities).default("normal"),
  /** A question that cannot be put within so many days is not put at all. */
  patienceDays: z.number().int().min(1).max(90).default(7),
  reminders: z.number().int().min(0).max(2).default(0),
  reminderDays: z.number().int().min(1).max(30).default(4),
  /** Days that a link can be answered by. */
  linkDays: z.number().int().min(1).max(askingLimits.linkDays).default(30),
  /** People who were at the survey's touchpoint are asked by themselves, so many hours later; null: only who is invited. */
  afterHours: z.number().min(0).max(720).nullable().default(null),
  /** Whether the open link may say who answers: only where our own systems alone have it. */
  trustsLink: z.boolean().default(false),
  /** Whether browsers prove by some work that they are used by somebody; what comes without it is kept apart. */
  asksProof: z.boolean().default(false),
});
export type AskingRules = z.infer<typeof AskingRules>;

/** Somebody to ask. */
export const Recipient = z
  .object({
    email: z.email().max(200).optional(),
    /** International: `+33612345678`. */
    phone: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, "a number such as +33612345678")
      .optional(),
    language: Language.optional(),
    timeZone: TimeZone.optional(),
    properties: z.record(z.string().max(80), z.string().max(500)).optional(),
  })
  .refine(({ email, phone }) => (email === undefined) !== (phone === undefined), "either an email or a phone");
export type Recipient = z.infer<typeof Recipient>;

/**
 * waiting → sending → sent → answered | expired, or failed, notAsked, optedOut.
 * A letter goes out while `sending`: if that is cut off, nobody knows whether it did, and it is not sent again.
 */
export const invitationStates = [
  "waiting",
  "sending",
  "sent",
  "answered",
  "expired",
  "failed",
  "notAsked",
  "optedOut",
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** Why somebody is not asked, or not yet. */
export const refusals = [
  "surveyClosed",
  "noAddress",
  "alreadyInvited",
  "optedOut",
  "answered",
  "notSampled",
  "quotaReached",
  "dailyQuota",
  "quarantined",
  "quietHours",
  "quietDay",
  "holiday",
] as const;
export type Refusal = (typeof refusals)[number];
export const outcomes = ["asked", "notAsked", "postponed"] as const;
export type Outcome = (typeof outcomes)[number];

/** When a survey asks by itself. */
export const AskingWhen = z.discriminatedUnion("kind", [
  /** Whoever was at a touchpoint, so many hours later. */
  z.object({ kind: z.literal("contact"), touchpoint: Key, afterHours: z.number().min(0).max(2_160) }),
  /** Everybody who is known, anew in every period of the calendar. */
  z.object({ kind: z.literal("everyone"), every: z.enum(askingPeriods) }),
]);
export type AskingWhen = z.infer<typeof AskingWhen>;

export const AskingTrigger = z.object({
  when: AskingWhen,
  /** How they are written to, where such an address of theirs is known. */
  channel: z.enum(channels),
  /** Share of them, 0–1, drawn anew for each contact or period; the survey's own share is drawn among these. */
  share: z.number().min(0.001).max(1),
});
export type AskingTrigger = z.infer<typeof AskingTrigger>;

/** One entry of the ledger: what was decided about a person, and why. */
export const AskingDecision = z.object({
  id: z.uuid(),
  surveyId: z.uuid(),
  surveyName: z.string(),
  decidedAt: z.iso.datetime(),
  isReminder: z.boolean(),
  outcome: z.enum(outcomes),
  /** Null: asked. */
  reason: z.enum(refusals).nullable(),
  /** When it is decided again; for a quarantine beyond patience, when it would have ended. */
  until: z.iso.datetime().nullable(),
  /** Why what was asked did not arrive; null: it did, as far as anybody knows. */
  failure: z.string().nullable(),
  /** By what the survey asked by itself; null: somebody invited them, or it is there no more. */
  trigger: AskingTrigger.nullable(),
});
export type AskingDecision = z.infer<typeof AskingDecision>;

export const Invitation = z.object({
  id: z.uuid(),
  channel: z.enum(channels),
  /** Null: erased after the survey's retention. */
  address: z.string().nullable(),
  state: z.enum(invitationStates),
  /** Of what is not asked or has failed. */
  reason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** When something happens next: the letter, a reminder, the end of its link. */
  dueAt: z.iso.datetime().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

/** What became of the invitations of a survey. */
export const InvitationCounts = z.object({
  invited: z.number().int(),
  waiting: z.number().int(),
  /** Those that went out: answered, not answered, opted out afterwards. */
  sent: z.number().int(),
  answered: z.number().int(),
  failed: z.number().int(),
  notAsked: z.number().int(),
  optedOut: z.number().int(),
});
export type InvitationCounts = z.infer<typeof InvitationCounts>;

/** Of the invitations that went out, how many were answered: opening a letter is not watched. */
export const ResponseRate = z.object({
  /** Null: by every way. */
  channel: z.enum(channels).nullable(),
  sent: z.number().int(),
  answered: z.number().int(),
  /** Ends of Wilson's 95 % interval of the share, 0–1. */
  low: z.number(),
  high: z.number(),
});
export type ResponseRate = z.infer<typeof ResponseRate>;

/** Who answered of those who were sent something, first all together, then by way where there are several. */
export const ResponseRates = z.object({
  rates: z.array(ResponseRate).min(1),
  /** When the first and the last of them went out. */
  from: z.iso.datetime(),
  to: z.iso.datetime(),
});
export type ResponseRates = z.infer<typeof ResponseRates>;

export const personActs = ["exported", "erased"] as const;
/** What was known of a person, by how many there were of each. */
export const PersonCounts = z.object({
  answers: z.number().int(),
  events: z.number().int(),
  invitations: z.number().int(),
  cases: z.number().int(),
  /** What was kept before it was counted does not say. */
  letters: z.number().int().default(0),
  interviews: z.number().int().default(0),
});
export type PersonCounts = z.infer<typeof PersonCounts>;
