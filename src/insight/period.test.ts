import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketFor, bucketsOf, periodBefore, spanOf } from "./period.ts";

describe("the period before", () => {
  test.each([
    [
      { from: "2026-10-01", to: "2026-10-31" },
      { from: "2026-09-01", to: "2026-09-30" },
    ],
    [
      { from: "2026-03-01", to: "2026-03-31" },
      { from: "2026-02-01", to: "2026-02-28" },
    ],
    [
      { from: "2026-04-01", to: "2026-06-30" },
      { from: "2026-01-01", to: "2026-03-31" },
    ],
    [
      { from: "2025-01-01", to: "2025-12-31" },
      { from: "2024-01-01", to: "2024-12-31" },
    ],
  ])("[M12] of whole months %o is as many whole months: %o", (given, before) => {
    expect(periodBefore(given)).toEqual(before);
  });

  test.each([
    [
      { from: "2026-10-05", to: "2026-10-11" },
      { from: "2026-09-28", to: "2026-10-04" },
    ],
    [
      { from: "2026-03-01", to: "2026-03-30" },
      { from: "2026-01-30", to: "2026-02-28" },
    ],
    [
      { from: "2026-10-05", to: "2026-10-05" },
      { from: "2026-10-04", to: "2026-10-04" },
    ],
  ])("[M12] of other days %o is as many days just before: %o", (given, before) => {
    expect(periodBefore(given)).toEqual(before);
  });
});

describe("days in a time zone", () => {
  test("[M11] a day ends where the next begins, and may last 23 or 25 hours", () => {
    const hours = (date: string) => {
      const { start, end } = spanOf({ from: date, to: date }, "Europe/Paris");
      return (end - start) / 3_600_000;
    };
    expect([hours("2026-03-28"), hours("2026-03-29"), hours("2026-10-25")]).toEqual([24, 23, 25]);
    expect(spanOf({ from: "2026-07-01", to: "2026-07-31" }, "Europe/Paris").start).toBe(
      Date.parse("2026-06-30T22:00:00Z"),
    );
  });

  test("[M11] a day without midnight begins at its first instant", () => {
    expect(spanOf({ from: "2018-11-04", to: "2018-11-04" }, "America/Sao_Paulo").start).toBe(
      Date.parse("2018-11-04T03:00:00Z"),
    );
  });
});

describe("buckets", () => {
  test("[M16] are days, weeks or months by the length of the period", () => {
    expect(bucketFor({ from: "2026-01-01", to: "2026-03-01" })).toBe("day");
    expect(bucketFor({ from: "2026-01-01", to: "2026-03-02" })).toBe("week");
    expect(bucketFor({ from: "2025-01-01", to: "2026-12-31" })).toBe("month");
  });

  test("[M16] weeks begin on Monday and the ends are cut to the period", () => {
    expect(bucketsOf({ from: "2026-10-07", to: "2026-10-20" }, "week")).toEqual([
      { from: "2026-10-07", to: "2026-10-11" },
      { from: "2026-10-12", to: "2026-10-18" },
      { from: "2026-10-19", to: "2026-10-20" },
    ]);
  });

  test("[M16] cover every day once, whatever the period", () => {
    const date = fc
      .integer({ min: 0, max: 2000 })
      .map((n) => new Date(Date.UTC(2024, 0, 1) + n * 864e5).toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, (a, b) => {
        const days = a < b ? { from: a, to: b } : { from: b, to: a };
        const buckets = bucketsOf(days, bucketFor(days));
        expect(buckets[0]!.from).toBe(days.from);
        expect(buckets.at(-1)!.to).toBe(days.to);
        for (const [i, bucket] of buckets.entries()) {
          expect(bucket.from <= bucket.to).toBe(true);
          if (i > 0) expect(Date.parse(bucket.from) - Date.parse(buckets[i - 1]!.to)).toBe(864e5);
        }
      }),
    );
  });
});
