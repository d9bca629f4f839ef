import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test.each([
  ["/w/1/journeys?from=2026-01-01", "/w/1/journeys?from=2026-01-01"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["https://elsewhere.example", "/"],
  [undefined, "/"],
])("[U12] after signing in, %s leads to %s", (next, path) => {
  expect(ownPath(next)).toBe(path);
});
