import { z } from "zod";

/**
 * What customers are written one by one: a reply to what they said, the question whether a closed case is solved, thanks to
 * who is pleased, or the question whether they take a role.
 */
export const letterKinds = ["reply", "solved", "thanks", "ambassador", "committee"] as const;
export type LetterKind = (typeof letterKinds)[number];

/** waiting → sending → sent, or failed, or not sent for a reason. Cut off while `sending`, it may have gone out: it stays failed. */
export const letterStates = ["waiting", "sending", "sent", "failed", "notSent"] as const;
export type LetterState = (typeof letterStates)[number];

/** Why a letter that should have gone out did not. */
export const unsentReasons = ["optedOut", "reopened", "interrupted", "refused"] as const;
export type UnsentReason = (typeof unsentReasons)[number];

/** What became of a letter to a customer. */
export const CustomerLetter = z.object({
  id: z.uuid(),
  kind: z.enum(letterKinds),
  state: z.enum(letterStates),
  /** Null unless it failed or was not sent; `refused` by the mail server. */
  reason: z.enum(unsentReasons).nullable(),
  /** When it goes out, or is tried again. */
  dueAt: z.iso.datetime().nullable(),
  sentAt: z.iso.datetime().nullable(),
});
export type CustomerLetter = z.infer<typeof CustomerLetter>;
