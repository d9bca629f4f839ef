import type { AlertTrigger } from "./model.ts";

/** Rules that most teams begin with; their names are words of the screen. */
export const readyTriggers = {
  unhappy: { kind: "answer", conditions: [{ kind: "lean", lean: "negative" }, { kind: "comment" }] },
  detractor: {
    kind: "answer",
    conditions: [{ kind: "score", metric: "nps", atLeast: null, atMost: 6 }, { kind: "comment" }],
  },
  effort: { kind: "answer", conditions: [{ kind: "score", metric: "ces", atLeast: null, atMost: 3 }] },
  leaving: { kind: "answer", conditions: [{ kind: "signals", anyOf: ["churn"] }] },
  urgent: { kind: "answer", conditions: [{ kind: "signals", anyOf: ["urgency"] }] },
  disagreement: { kind: "answer", conditions: [{ kind: "disagreement" }] },
  promoter: {
    kind: "answer",
    conditions: [{ kind: "score", metric: "nps", atLeast: 9, atMost: null }, { kind: "comment" }],
  },
  drop: { kind: "drop", metric: "nps", days: 30, atLeast: 30 },
  silence: { kind: "silence", of: "answers", days: 7 },
} as const satisfies Record<string, AlertTrigger>;
export type ReadyTrigger = keyof typeof readyTriggers;
