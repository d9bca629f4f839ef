import { randomBytes, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { asked } from "#voice/model.ts";
import { pieceOf } from "#voice/server/collect/widget.ts";
import { readyContent } from "#voice/wording.ts";
import { buildScript } from "./collect.ts";

/** Bytes of a widget as it travels; what a site pays until one question is put, in one language, or before reviews are shown. */
const budgets = { asking: 6000, reviews: 2500 } as const;
const sizeOf = (text: string) => gzipSync(text, { level: 9 }).byteLength;

test("[V150, V172] the widget is one script that keeps, with a question, to its budget, and brings nobody else's code", async () => {
  const script = await buildScript("collect.js");
  expect(sizeOf(script)).toBeLessThanOrEqual(budgets.asking - mostOfAForm());
  expectOnlyOurs(script);
  // Only a proof of work is fetched, by an answer that needs one.
  expect(script.match(/\bimport\b/g)).toHaveLength(1);
});

test("[V303] what shows reviews is one script that keeps to its budget, and brings nobody else's code", async () => {
  const script = await buildScript("reviews.js");
  expect(sizeOf(script)).toBeLessThanOrEqual(budgets.reviews);
  expectOnlyOurs(script);
  expect(script).not.toMatch(/\bimport\b/);
});

function expectOnlyOurs(script: string): void {
  expect(script).toMatch(/^[\0-\x7f]*$/);
  expect(script).not.toMatch(/\brequire\(|\beval\(|new Function|document\.cookie|sessionStorage|indexedDB/);
}

/** Bytes of the largest form of one ready question, with its style, as the widget is sent it. */
function mostOfAForm(): number {
  const sizes = asked.map((metric) => {
    const ready = readyContent(metric, { relation: "transactional", task: "" }, ["en"]);
    const content = { ...ready, questions: ready.questions.slice(0, 1) };
    const [attempt, token] = [randomUUID(), randomBytes(32).toString("base64url")];
    const page = {
      content,
      language: "en",
      action: `/collect/${token}`,
      attempt,
      shownAt: Date.now(),
      way: "widget",
    } as const;
    return sizeOf(JSON.stringify(pieceOf({ status: 200, asked: page })));
  });
  return Math.max(...sizes);
}
