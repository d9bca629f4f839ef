import { expect, test } from "vitest";
import { evidenceLink, painOf, priorityOf } from "./card-weight.ts";

test("[J64] an opportunity is the more urgent the more it brings and the easier it is", () => {
  expect(priorityOf({ value: 5, effort: 1 })).toBe(25);
  expect(priorityOf({ value: 1, effort: 5 })).toBe(1);
  expect(priorityOf({ value: 4, effort: 2 })).toBe(16);
  expect(priorityOf({ value: 4, effort: null })).toBeNull();
  expect(priorityOf({ value: null, effort: 2 })).toBeNull();
});

test("[J65] a pain weighs what its severity and frequency say of the people met there", () => {
  expect(painOf({ severity: 5, frequency: 5 }, 1_000)).toBe(1_000);
  expect(painOf({ severity: 4, frequency: 2 }, 1_000)).toBeCloseTo(320);
  expect(painOf({ severity: 4, frequency: null }, 1_000)).toBe(800);
  expect(painOf({ severity: null, frequency: 2 }, 1_000)).toBeNull();
  expect(painOf({ severity: 4, frequency: 2 }, null)).toBeNull();
});

test.each([
  ["https://example.org/study?id=1", "https://example.org/study?id=1"],
  [" http://example.org ", "http://example.org/"],
  ["javascript:alert(1)", null],
  ["data:text/html,<script>", null],
  ["https://user:secret@example.org", null],
  ["Entretien du 3 mars, https://example.org", null],
  ["https://", null],
])("[J67] the evidence %j leads to %j", (evidence, link) => {
  expect(evidenceLink(evidence)).toBe(link);
});
