import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildScript } from "./collect.ts";

/** Bytes of a widget as it travels; what a site pays before anything is asked or shown on it. */
const budgets = { "collect.js": 6000, "reviews.js": 2500 } as const;

test.each([
  ["V150", "collect.js"],
  ["V303", "reviews.js"],
] as const)("[%s] %s is one script within its budget, and brings nobody else's code", async (_, name) => {
  const script = await buildScript(name);
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(budgets[name]);
  expect(script).toMatch(/^[\0-\x7f]*$/);
  expect(script).not.toMatch(/\bimport\b|\brequire\(|\beval\(|new Function|document\.cookie|sessionStorage|indexedDB/);
});
