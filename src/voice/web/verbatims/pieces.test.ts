import { expect, test } from "vitest";
import type { CommentReading } from "../../comments/model.ts";
import { piecesOf } from "./pieces.ts";

const comment = "Livreur aimable, mais je vais résilier";
const reading: CommentReading = {
  language: "fr",
  polarity: {
    label: "unsure",
    probability: 0.5,
    because: [
      { start: 8, end: 15, weight: 0.7 },
      { start: 30, end: 38, weight: -0.4 },
    ],
  },
  topics: [
    { id: "delivery", spans: [{ start: 0, end: 7 }] },
    { id: "staff", spans: [{ start: 0, end: 15 }] },
  ],
  signals: [{ kind: "churn", start: 30, end: 38 }],
  disagreement: null,
};

test("[U189] a comment is cut where what was read begins or ends, and every stretch says what it tells", () => {
  const pieces = piecesOf(comment, reading);
  expect(pieces.map(({ text }) => text).join("")).toBe(comment);
  expect(pieces.map(({ text, topics, push, signals }) => [text, topics, push, signals])).toEqual([
    ["Livreur", ["delivery", "staff"], null, []],
    [" ", ["staff"], null, []],
    ["aimable", ["staff"], "positive", []],
    [", mais je vais ", [], null, []],
    ["résilier", [], "negative", ["churn"]],
  ]);
});

test("[U189] positions that no comment has do no harm, nor does an empty one", () => {
  const strange = { ...reading, signals: [{ kind: "urgency" as const, start: -3, end: 900 }] };
  expect(
    piecesOf(comment, strange)
      .map(({ text }) => text)
      .join(""),
  ).toBe(comment);
  expect(piecesOf("", reading)).toEqual([]);
});
