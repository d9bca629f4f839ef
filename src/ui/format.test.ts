import { expect, test } from "vitest";
import { formatFor } from "./format.ts";

const fr = formatFor("fr");
const en = formatFor("en");
/** Spaces that do not break, written as plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("[U4] French groups thousands with a space that does not break and has a decimal comma; English has a comma and a point", () => {
  expect(fr.number(8100.5)).toMatch(/^8[\u202f\u00a0]100,5$/);
  expect(en.number(8100.5)).toBe("8,100.5");
  expect(plain(fr.percent(0.484))).toBe("48 %");
  expect(en.percent(0.484)).toBe("48%");
});

test("[U4] a sign is a plus or a true minus, and zero has none", () => {
  expect([31, -4.2, 0].map((value) => fr.signed(value))).toEqual(["+31", "−4,2", "0"]);
});

test("[U4] a bare day is that day in every time zone, an instant is in the zone asked for", () => {
  expect(en.date("2026-03-01", "America/Los_Angeles")).toBe("Mar 1, 2026");
  expect(en.date("2026-03-01T02:00:00Z", "America/Los_Angeles")).toBe("Feb 28, 2026");
});

test("[U4] lengths of time and sizes are said in the largest unit that keeps them readable", () => {
  expect([0.2, 59, 90, 5400].map((seconds) => en.duration(seconds))).toEqual(["1 sec", "59 sec", "2 min", "1.5 hr"]);
  expect(plain(fr.bytes(12_400_000))).toBe("12,4 Mo");
  expect(en.ago("2026-03-01T00:00:00Z", Date.parse("2026-03-03T01:00:00Z"))).toBe("2 days ago");
});
