import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { DateFormat } from "../model.ts";
import { dateReader } from "./dates.ts";
import { zone } from "./time-zone.ts";

const zones = [
  "Europe/Paris",
  "America/Sao_Paulo",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Africa/Casablanca",
  "UTC",
];
const read = (format: DateFormat, timeZone: string, text: string): string | null => {
  const instant = dateReader(format, zone(timeZone))(text);
  return instant === null ? null : new Date(instant).toISOString();
};

describe("a date without an offset", () => {
  test("[I20] is the instant its time zone gives it, on every day from 1970 to 2040", () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) }), (name, at) => {
        const local = DateTime.fromMillis(at, { zone: "utc" });
        const expected = DateTime.fromObject(local.toObject(), { zone: name });
        // Luxon settles skipped and repeated times its own way; they have their own test.
        fc.pre(
          expected.toFormat("yyyy-MM-dd HH:mm") === local.toFormat("yyyy-MM-dd HH:mm") &&
            expected.getPossibleOffsets().length === 1,
        );
        expect(zone(name).instant(at)).toBe(expected.toMillis());
      }),
      { numRuns: 2000 },
    );
  });

  test("[I21] is moved on when a clock change skips it, and is the first when one repeats it", () => {
    expect(read("iso", "Europe/Paris", "2024-03-31 02:30")).toBe("2024-03-31T01:30:00.000Z");
    expect(read("iso", "Europe/Paris", "2024-10-27 02:30")).toBe("2024-10-27T00:30:00.000Z");
    expect(read("iso", "America/Sao_Paulo", "2017-10-15")).toBe("2017-10-15T03:00:00.000Z");
  });

  test("[I20] falls on the same day in its zone as it was written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 25_000 }),
        fc.integer({ min: 0, max: 86_399_999 }),
        (name, days, time) => {
          const { instant, day } = zone(name);
          expect(day(instant(days * 86_400_000 + time))).toBe(days);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("formats", () => {
  test.each<[DateFormat, string, string | null]>([
    ["iso", "2024-02-29", "2024-02-28T23:00:00.000Z"],
    ["iso", "2023-02-29", null],
    ["iso", "2024-07-01T10:11:12.345Z", "2024-07-01T10:11:12.345Z"],
    ["iso", "2024-07-01 10:11:12+02:00", "2024-07-01T08:11:12.000Z"],
    ["iso", "20240701", "2024-06-30T22:00:00.000Z"],
    ["iso", "2024-07-01 24:00", "2024-07-01T22:00:00.000Z"],
    ["iso", "2024-07-01 25:00", null],
    ["iso", "01/07/2024", null],
    ["iso", "", null],
    ["iso", "0024-07-01", null],
    ["dd/mm/yyyy", "31/12/2024", "2024-12-30T23:00:00.000Z"],
    ["dd/mm/yyyy", "1.2.24 9:05", "2024-02-01T08:05:00.000Z"],
    ["dd/mm/yyyy", "01/02/2024 09h05", "2024-02-01T08:05:00.000Z"],
    ["dd/mm/yyyy", "12/31/2024", null],
    ["mm/dd/yyyy", "12/31/2024", "2024-12-30T23:00:00.000Z"],
    ["mm/dd/yyyy", "2/1/2024 12:05 AM", "2024-01-31T23:05:00.000Z"],
    ["mm/dd/yyyy", "2/1/2024 13:05 PM", null],
    ["epoch-s", "1700000000", "2023-11-14T22:13:20.000Z"],
    ["epoch-s", "1700000000.5", "2023-11-14T22:13:20.500Z"],
    ["epoch-ms", "1700000000123", "2023-11-14T22:13:20.123Z"],
    ["epoch-ms", "soon", null],
  ])("[I22] %s reads %j as %j", (format, text, expected) => {
    expect(read(format, "Europe/Paris", text)).toBe(expected);
  });

  test("[I22] every instant written in a format is read back", () => {
    const written: Record<DateFormat, (at: DateTime) => string> = {
      iso: (at) => at.toFormat("yyyy-MM-dd HH:mm:ss.SSS"),
      "dd/mm/yyyy": (at) => at.toFormat("dd/MM/yyyy HH:mm:ss.SSS"),
      "mm/dd/yyyy": (at) => at.toFormat("M/d/yyyy h:mm:ss.SSS a"),
      "epoch-s": (at) => String(at.toMillis() / 1000),
      "epoch-ms": (at) => String(at.toMillis()),
    };
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(written) as DateFormat[])),
        fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
        (format, at) => {
          expect(
            dateReader(format, zone("UTC"))(written[format](DateTime.fromMillis(at, { zone: "utc", locale: "en-US" }))),
          ).toBe(at);
        },
      ),
    );
  });
});
