import { expect, test } from "vitest";
import type { CommentReading } from "../comments/model.ts";
import type { AlertCondition, AlertTrigger } from "./model.ts";
import { readyTriggers } from "./ready.ts";
import { findIn, issuesOf, type WatchedAnswer } from "./rules.ts";

const reading: CommentReading = {
  language: "fr",
  polarity: { label: "negative", probability: 0.1, because: [] },
  topics: [{ id: "price", spans: [{ start: 0, end: 4 }] }],
  signals: [{ kind: "churn", start: 5, end: 9 }],
  disagreement: "highScoreUnhappyWords",
};
const find = (conditions: AlertCondition[], part: Partial<WatchedAnswer> = {}) =>
  findIn(conditions, { metric: "nps", score: 6, comment: "Cher, je pars", ...part }, async () => reading);
const upTo = (atMost: number): AlertCondition => ({ kind: "score", metric: "nps", atLeast: null, atMost });

test.each<[AlertCondition, Partial<WatchedAnswer>, boolean]>([
  [upTo(6), { score: 6 }, true],
  [upTo(6), { score: 7 }, false],
  [upTo(6), { score: null }, false],
  [upTo(6), { metric: "csat", score: 1 }, false],
  [{ kind: "score", metric: "nps", atLeast: 9, atMost: null }, { score: 9 }, true],
  [{ kind: "score", metric: "nps", atLeast: 3, atMost: 5 }, { score: 6 }, false],
  [{ kind: "lean", lean: "negative" }, { metric: "ces", score: 3 }, true],
  [{ kind: "lean", lean: "negative" }, { metric: "stars", score: 3 }, false],
  [{ kind: "lean", lean: "positive" }, { metric: "yesNo", score: 1 }, true],
  [{ kind: "comment" }, { comment: " \n" }, false],
  [{ kind: "words", anyOf: ["parti*", "chère"] }, { comment: "CHERE" }, true],
  [{ kind: "words", anyOf: ["martin"] }, { comment: "jeanne@martin.fr" }, false],
  [{ kind: "topics", anyOf: ["price"] }, {}, true],
  [{ kind: "topics", anyOf: ["delay"] }, {}, false],
  [{ kind: "signals", anyOf: ["urgency"] }, {}, false],
  [{ kind: "disagreement" }, {}, true],
  [{ kind: "disagreement" }, { comment: "" }, false],
])("[V192] %j of %j holds: %s", async (condition, answer, holds) => {
  expect((await find([condition], answer)) !== null).toBe(holds);
});

test("[V192] all conditions must hold, and none always do", async () => {
  expect(await find([])).toEqual([]);
  expect(await find([upTo(6), { kind: "signals", anyOf: ["churn"] }])).toEqual([{ start: 5, end: 9 }]);
  expect(await find([upTo(5), { kind: "signals", anyOf: ["churn"] }])).toBeNull();
});

test("[V192] a comment is read only where everything else holds", async () => {
  const answer: WatchedAnswer = { metric: "nps", score: 10, comment: "Bien" };
  const unread = () => Promise.reject(new Error("read"));
  expect(await findIn([upTo(6), { kind: "disagreement" }], answer, unread)).toBeNull();
});

test("[V197] ready rules can be watched; a score without bounds and words that are none cannot", () => {
  const everywhere = { touchpointIds: [], surveyIds: [] };
  expect(Object.values(readyTriggers).flatMap((trigger) => issuesOf({ trigger, ...everywhere }))).toEqual([]);
  const conditions: AlertCondition[] = [
    { kind: "score", metric: "nps", atLeast: null, atMost: null },
    { kind: "words", anyOf: ["a*"] },
  ];
  const issues = issuesOf({ trigger: { kind: "answer", conditions }, ...everywhere });
  expect(issues.map(({ path, code }) => [path, code])).toEqual([
    ["trigger.conditions.0", "no_bound"],
    ["trigger.conditions.1", "unusable_word"],
  ]);
});

test("[V260] a rule that watches a touchpoint over time cannot name surveys", () => {
  const watched = { touchpointIds: [], surveyIds: ["one"] };
  const codes = (trigger: AlertTrigger) => issuesOf({ trigger, ...watched }).map(({ path, code }) => [path, code]);
  expect(codes(readyTriggers.drop)).toEqual([["surveyIds", "not_watched"]]);
  expect(codes(readyTriggers.silence)).toEqual([["surveyIds", "not_watched"]]);
  expect(codes({ kind: "silence", of: "surveys", days: 7 })).toEqual([]);
});
