import { z } from "zod";
import { roles } from "#workspace/model.ts";
import { metrics } from "#activity/model.ts";
import { CustomerLetter } from "../letters/model.ts";
import { ways } from "../model.ts";

export const caseStates = ["open", "inProgress", "waiting", "resolved", "closed"] as const;
export type CaseState = (typeof caseStates)[number];
/** How a list of cases is narrowed: `underWay` is open, in progress or waiting. */
export const shownStates = ["underWay", ...caseStates, "all"] as const;
export const priorities = ["normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];
/** What a cause may become on a map. */
export const cardKinds = ["irritant", "opportunity"] as const;
export type CardKind = (typeof cardKinds)[number];

export const caseLimits = { title: 200, text: 4_000, cause: 120, agents: 500 } as const;

const Text = z.string().trim();
export const Title = Text.min(1).max(caseLimits.title);
/** A reason, a note, an action: words of the team. */
export const Words = Text.max(caseLimits.text);
const Instant = z.iso.datetime().nullable();

export const CauseName = Text.min(1).max(caseLimits.cause);
export const Cause = z.object({
  id: z.uuid(),
  name: CauseName,
  isArchived: z.boolean(),
  /** Cases that were closed with it. */
  cases: z.number().int(),
});
export type Cause = z.infer<typeof Cause>;

export const Case = z.object({
  id: z.uuid(),
  /** What people call it: «dossier 12». */
  number: z.number().int(),
  title: Title,
  /** Why it was opened. */
  reason: Words,
  touchpointId: z.uuid().nullable(),
  state: z.enum(caseStates),
  priority: z.enum(priorities),
  assigneeId: z.string().nullable(),
  openedAt: z.iso.datetime(),
  /** When its hours of work are over; waiting for the customer they stand still. */
  dueAt: z.iso.datetime(),
  isLate: z.boolean(),
  escalatedAt: Instant,
  resolvedAt: Instant,
  closedAt: Instant,
  cause: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  action: Words,
  /** What the customer said; null without an answer, or when it has been deleted. */
  answer: z
    .object({
      responseId: z.uuid(),
      survey: z.string(),
      metric: z.enum(metrics),
      score: z.number().nullable(),
      comment: z.string(),
      language: z.string(),
      way: z.enum(ways),
      answeredAt: z.iso.datetime(),
    })
    .nullable(),
  /** One more with every change. */
  version: z.number().int(),
});
export type Case = z.infer<typeof Case>;

/** Everything that may be done to a case, as its history tells it. */
export const CaseDeed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("opened"), isByRule: z.boolean() }),
  z.object({ kind: z.literal("assigned"), to: z.string().nullable(), isAutomatic: z.boolean() }),
  z.object({ kind: z.literal("state"), from: z.enum(caseStates), to: z.enum(caseStates) }),
  z.object({ kind: z.literal("priority"), from: z.enum(priorities), to: z.enum(priorities) }),
  z.object({ kind: z.literal("note"), text: Words }),
  z.object({ kind: z.literal("closed"), cause: z.string(), action: Words }),
  z.object({
    kind: z.literal("mapped"),
    journeyId: z.uuid(),
    stepId: z.string(),
    cardId: z.string(),
    as: z.enum(cardKinds),
  }),
  z.object({ kind: z.literal("escalated"), to: z.array(z.string()) }),
  z.object({ kind: z.literal("replied"), letterId: z.uuid(), text: Words }),
  /** The customer is going to be asked whether it is solved. */
  z.object({ kind: z.literal("asked"), letterId: z.uuid() }),
  z.object({ kind: z.literal("answered"), isSolved: z.boolean(), comment: Words }),
]);
export type CaseDeed = z.infer<typeof CaseDeed>;

export const CaseEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Null: the product itself. */
  userId: z.string().nullable(),
  deed: CaseDeed,
});
export type CaseEvent = z.infer<typeof CaseEvent>;

/** Why a customer cannot be written to: no mail server, or no address of theirs. */
export const replyRefusals = ["noMail", "noAddress"] as const;

export const CaseDetails = Case.extend({
  /** Whose case it is, where that is known in clear and whoever asks may know; null elsewhere. */
  person: z.string().nullable(),
  /** Whether the customer can be written to, and where what they answer arrives: in the mail of whoever writes, or of the team. */
  reply: z.object({ refusal: z.enum(replyRefusals).nullable(), answersTo: z.string() }),
  /** The latest last. */
  history: z.array(CaseEvent),
  /** What became of the letters that the history speaks of. */
  letters: z.array(CustomerLetter),
  /** Names of those whom the history and the assignment speak of, former members too. */
  names: z.record(z.string(), z.string()),
});
export type CaseDetails = z.infer<typeof CaseDetails>;

const Time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "such as 09:00");
/** Hours of one day: each begins after the one before has ended. */
export const DayHours = z
  .array(z.object({ from: Time, to: Time }))
  .max(4)
  .refine(
    (spans) =>
      spans.flatMap(({ from, to }) => [from, to]).every((time, at, all) => at === 0 || time > (all[at - 1] ?? "")),
    "hours follow each other",
  );
export type DayHours = z.infer<typeof DayHours>;
const office: DayHours = [
  { from: "09:00", to: "12:30" },
  { from: "14:00", to: "18:00" },
];

export const BusinessHours = z.object({
  /** Monday first. */
  week: z
    .array(DayHours)
    .length(7)
    .refine((week) => week.some((day) => day.length > 0), "nobody works at any time"),
  hasFrenchHolidays: z.boolean(),
  /** Other days on which nobody works. */
  closedDays: z.array(z.iso.date()).max(200),
});
export type BusinessHours = z.infer<typeof BusinessHours>;

/** Who is told of a case that is late: nobody, a person, or everybody of a role. */
export const Escalation = z.discriminatedUnion("to", [
  z.object({ to: z.literal("nobody") }),
  z.object({ to: z.literal("person"), userId: z.string() }),
  z.object({ to: z.literal("role"), role: z.enum(roles) }),
]);
export type Escalation = z.infer<typeof Escalation>;

const hours = z.number().int().min(1).max(1_000);
/** What a workspace says of its cases; what it does not say is as here. */
export const CaseSettings = z.object({
  hours: BusinessHours.default({
    week: [office, office, office, office, office, [], []],
    hasFrenchHolidays: true,
    closedDays: [],
  }),
  /** Hours of work until a case should be resolved. */
  sla: z.object({ normal: hours, high: hours, urgent: hours }).default({ normal: 24, high: 8, urgent: 4 }),
  /** Whether new cases are given to somebody by themselves. */
  isAssigned: z.boolean().default(true),
  escalation: Escalation.default({ to: "nobody" }),
  /** Hours after a case is closed until its customer is asked whether it is solved; null: they are not. */
  solvedAfterHours: z.number().int().min(0).max(720).nullable().default(24),
  /** Where answers to replies arrive; null: with whoever writes. */
  repliesTo: z.email().max(200).nullable().default(null),
});
export type CaseSettings = z.infer<typeof CaseSettings>;

/** Who takes cases. */
export const Agent = z.object({
  userId: z.string(),
  teamIds: z.array(z.uuid()).max(100),
  /** What they know best: they come before their team. */
  touchpointIds: z.array(z.uuid()).max(500),
  isAvailable: z.boolean(),
});
export type Agent = z.infer<typeof Agent>;

/** A share, 0–1, with its 95 % interval; nothing but its n under five. */
const Rate = z.object({
  n: z.number().int(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** How the cases closed in a period were recovered. */
export const Recovery = z.object({
  closed: z.number().int(),
  /** Customers who were asked whether it is solved. */
  asked: z.number().int(),
  /** Of those who answered, who said yes. */
  solved: Rate,
  /** Of those closed, which were resolved before they were due. */
  inTime: Rate,
  /** Hours of work from opening to closing. */
  medianHours: z.number().nullable(),
});
export type Recovery = z.infer<typeof Recovery>;
