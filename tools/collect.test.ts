import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { buildScript } from "./collect.ts";

/** Bytes of the widget as it travels; what a site pays before anything is asked on it. */
const budget = 6000;

test("[V150] the widget is one script of 6 kB at most, and brings nobody else's code", async () => {
  const script = await buildScript("collect.js");
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(budget);
  expect(script).toMatch(/^[\0-\x7f]*$/);
  expect(script).not.toMatch(/\bimport\b|\brequire\(|\beval\(|new Function|document\.cookie|sessionStorage|indexedDB/);
});
