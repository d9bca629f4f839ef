import { expect, test } from "vitest";
import { createCrowd } from "./crowd.ts";
import type { Visitor } from "./visitor.ts";

const from = (address: string): Visitor => ({ address, mark: Buffer.alloc(32) });

test("[V171] the 21st page and the 61st answer without a proof of an address, a survey and a minute are one too many", () => {
  let now = 0;
  const crowd = createCrowd(() => new Date(now));
  const times = (count: number, what: "isCrowded" | "isTooMuch", visitor?: Visitor) =>
    Array.from({ length: count }, () => crowd[what]("survey", visitor)).filter(Boolean).length;
  expect(times(21, "isCrowded", from("a"))).toBe(1);
  expect(times(61, "isTooMuch", from("a"))).toBe(1);
  expect([crowd.isCrowded("survey", from("b")), crowd.isCrowded("other", from("a"))]).toEqual([false, false]);
  now = 60_000;
  expect(times(20, "isCrowded", from("a"))).toBe(0);
});
