import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { judgedAtOnce, SuspiciousAnswer, suspiciousStates, verdicts } from "../suspicious/model.ts";

const inWorkspace = z.object({ workspaceId: z.uuid() });

export const listSuspicious = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/suspicious-answers",
  summary: "Answers that are kept apart, with the reasons, the latest first",
  permission: "answer:judge",
  params: inWorkspace,
  query: z.object({
    state: z.enum(suspiciousStates).default("undecided"),
    surveyId: z.uuid().optional(),
    before: z.uuid().optional(),
  }),
  response: z.object({
    answers: z.array(SuspiciousAnswer),
    /** How many there are of each state. */
    counts: z.object({ undecided: z.number().int(), accepted: z.number().int(), rejected: z.number().int() }),
    /** Where the next page begins. */
    next: z.uuid().nullable(),
  }),
});
/** Accepted answers count, with all that follows from an answer; null takes back what was decided. */
export const judgeSuspicious = route({
  method: "POST",
  path: "/api/v1/workspaces/:workspaceId/suspicious-answers/verdicts",
  summary: "Accept or reject suspicious answers",
  permission: "answer:judge",
  params: inWorkspace,
  body: z.object({
    answerIds: z.array(z.uuid()).min(1).max(judgedAtOnce),
    verdict: z.enum(verdicts).nullable(),
  }),
  response: z.object({
    judged: z.array(z.uuid()),
    /** Left as they are: whoever was invited has answered since by the same link. */
    answeredSince: z.array(z.uuid()),
  }),
});
