import { z } from "zod";
import { type LetterKind, letterStates, unsentReasons } from "../letters/model.ts";
import { asked, relations } from "../model.ts";

/** What somebody who is pleased may be asked to be. */
export const promoterRoles = ["ambassador", "committee"] as const;
export type PromoterRole = (typeof promoterRoles)[number];

/** What is written to them: thanks, or the question whether they take a role. */
export const promoterLetterKinds = ["thanks", ...promoterRoles] as const satisfies readonly LetterKind[];
export type PromoterLetterKind = (typeof promoterLetterKinds)[number];

/** invited → accepted or declined, whichever they said last; accepted → withdrawn. */
export const roleStates = ["invited", "accepted", "declined", "withdrawn"] as const;
export type RoleState = (typeof roleStates)[number];
/** Of the record: what was done with a person, or said by them. */
export type PromoterDeed = "thanked" | RoleState;

export const promoterLimits = {
  /** Days that an answer tells how somebody feels. */
  answerDays: 365,
  /** People written to at once. */
  atOnce: 100,
  letterCharacters: 4_000,
} as const;

/** Why somebody is not written to. */
export const promoterRefusals = ["noAddress", "optedOut", "resting"] as const;
export type PromoterRefusal = (typeof promoterRefusals)[number];

const LetterFate = z.object({
  state: z.enum(letterStates),
  /** Null unless it failed or was not sent. */
  reason: z.enum(unsentReasons).nullable(),
});

/** How it stands between somebody and a role. */
export const RoleStanding = z.object({
  state: z.enum(roleStates),
  /** Since when. */
  at: z.iso.datetime(),
  /** They were asked, and their link ended without a word. */
  isOver: z.boolean(),
  /** What became of the letter that asked. */
  letter: LetterFate,
});
export type RoleStanding = z.infer<typeof RoleStanding>;

export const Promoter = z.object({
  /** Of the row: an answer's, or that of the question to take a role. */
  id: z.uuid(),
  /** What they said; null once it is deleted. */
  answer: z
    .object({
      responseId: z.uuid(),
      /** Null: at none. */
      touchpointId: z.uuid().nullable(),
      surveyName: z.string(),
      relation: z.enum(relations),
      metric: z.enum(asked),
      score: z.number(),
      comment: z.string(),
      language: z.string(),
      answeredAt: z.iso.datetime(),
    })
    .nullable(),
  /** Where they can be written to. */
  email: z.string().nullable(),
  /** Why they are not written to now; null: they may be. */
  refusal: z.enum(promoterRefusals).nullable(),
  /** When who was written to lately may be again. */
  restsUntil: z.iso.datetime().nullable(),
  thanked: z.object({ at: z.iso.datetime(), letter: LetterFate }).nullable(),
  ambassador: RoleStanding.nullable(),
  committee: RoleStanding.nullable(),
});
export type Promoter = z.infer<typeof Promoter>;

/** Who is listed: promoters whom nobody has written to, all promoters, or everybody who was asked to take a role. */
export const promoterViews = ["new", "all", ...promoterRoles] as const;
export type PromoterView = (typeof promoterViews)[number];

const RoleCounts = z.object({
  /** Those who are it now, among those who were asked. */
  accepted: z.number().int(),
  asked: z.number().int(),
});
export const PromoterCounts = z.object({
  new: z.number().int(),
  all: z.number().int(),
  ambassador: RoleCounts,
  committee: RoleCounts,
});
export type PromoterCounts = z.infer<typeof PromoterCounts>;

/** Why one of those who were to be written to was not. */
export const leftOutReasons = [...promoterRefusals, "asked", "notPleased"] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
