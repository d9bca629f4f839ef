import { z } from "zod";
import { metrics } from "#activity/model.ts";
import { suspicions, ways } from "../model.ts";

/** What a member makes of a suspicious answer: it counts like any other, or it never will. */
export const verdicts = ["accepted", "rejected"] as const;
export type Verdict = (typeof verdicts)[number];

/** Suspicious answers by what became of them. */
export const suspiciousStates = ["undecided", ...verdicts] as const;
export type SuspiciousState = (typeof suspiciousStates)[number];

/** Answers of one page, and of one decision. */
export const judgedAtOnce = 100;

export const SuspiciousAnswer = z.object({
  id: z.uuid(),
  surveyId: z.uuid(),
  surveyName: z.string(),
  touchpointId: z.uuid().nullable(),
  metric: z.enum(metrics),
  score: z.number().nullable(),
  /** What was pressed in the letter, where the answer began there. */
  firstScore: z.number().nullable(),
  comment: z.string(),
  way: z.enum(ways),
  suspicions: z.array(z.enum(suspicions)),
  answeredAt: z.iso.datetime(),
  verdict: z.enum(verdicts).nullable(),
  /** Who decided last and when, also when they took a decision back. */
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type SuspiciousAnswer = z.infer<typeof SuspiciousAnswer>;
