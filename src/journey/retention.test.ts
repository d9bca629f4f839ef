import { expect, test } from "vitest";
import { thinned } from "./retention.ts";

const now = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const version = (hoursAgo: number, isNamed = false) => ({ id: String(hoursAgo), isNamed, at: now - hoursAgo * hour });

test("[J145] of the last day every version stays, then one a day, one a week and one each four weeks", () => {
  expect(
    thinned(
      [1, 2, 3, 23].map((ago) => version(ago)),
      now,
    ),
  ).toEqual([]);
  expect(
    thinned(
      [50, 51, 52].map((ago) => version(ago)),
      now,
    ),
  ).toEqual(["51", "52"]);
  const year = Array.from({ length: 365 }, (_, days) => version(days * 24 + 12.5));
  const left = year.length - thinned(year, now).length;
  expect(left).toBeGreaterThan(30 + 46);
  expect(left).toBeLessThan(31 + 50);
});

test("[J145] a named version stays, and thinning again thins no more", () => {
  const versions = Array.from({ length: 200 }, (_, days) => version(days * 24 + 30, days % 3 === 0));
  const gone = new Set(thinned(versions, now));
  expect(versions.filter(({ isNamed, id }) => isNamed && gone.has(id))).toEqual([]);
  expect(
    thinned(
      versions.filter(({ id }) => !gone.has(id)),
      now,
    ),
  ).toEqual([]);
});
