import { randomBytes, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { asked } from "#voice/model.ts";
import { pieceOf } from "#voice/server/collect/widget.ts";
import { readyContent } from "#voice/wording.ts";
import { buildScript } from "./collect.ts";

/** Bytes of a widget as it travels; what a site pays until one question is put, in one language, or before reviews are shown. */
const budgets = { asking: 6000, "reviews.js": 2500 } as const;
const sizeOf = (text: string) => gzipSync(text, { level: 9 }).byteLength;

test.each([
  ["V150, V172", "collect.js"],
  ["V303", "reviews.js"],
] as const)("[%s] %s is one script within its budget, and brings nobody else's code", async (_, name) => {
  const script = await buildScript(name);
  expect(sizeOf(script)).toBeLessThanOrEqual(name === "reviews.js" ? budgets[name] : budgets.asking - mostOfAForm());
  expect(script).toMatch(/^[\0-\x7f]*$/);
  // Only a proof of work is fetched, by an answer that needs one.
  expect(script.match(/\bimport\b/g) ?? []).toHaveLength(name === "collect.js" ? 1 : 0);
  expect(script).not.toMatch(/\brequire\(|\beval\(|new Function|document\.cookie|sessionStorage|indexedDB/);
});

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
