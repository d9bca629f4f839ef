import fc from "fast-check";
import { expect, test } from "vitest";
import { addWorkMinutes, type Calendar, workMinutesBetween } from "./business-hours.ts";
import { isFrenchHoliday } from "../asking/holidays.ts";
import { CaseSettings } from "./model.ts";

const office: Calendar = { ...CaseSettings.parse({}).hours, timeZone: "Europe/Paris" };
const always: Calendar = {
  week: Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]),
  hasFrenchHolidays: false,
  closedDays: [],
  timeZone: "Europe/Paris",
};
const hour = 60;
const at = (instant: string) => new Date(instant);

test("[V222] work goes on where it stopped: over lunch, over night, over the weekend", () => {
  // Friday 2026-11-20, 17:00 in Paris: one hour, then Monday morning.
  const friday = at("2026-11-20T16:00:00Z");
  expect(addWorkMinutes(office, friday, hour)).toEqual(at("2026-11-20T17:00:00Z"));
  expect(addWorkMinutes(office, friday, 2 * hour)).toEqual(at("2026-11-23T09:00:00Z"));
  expect(addWorkMinutes(office, at("2026-11-23T11:00:00Z"), hour)).toEqual(at("2026-11-23T13:30:00Z"));
  expect(workMinutesBetween(office, friday, at("2026-11-23T09:00:00Z"))).toBe(2 * hour);
});

test("[V222] with nothing left to do it is due when somebody works next", () => {
  expect(addWorkMinutes(office, at("2026-11-21T03:00:00Z"), 0)).toEqual(at("2026-11-23T08:00:00Z"));
});

test("[V223] nobody works on a French public holiday, nor on a day that is closed", () => {
  const holidays = ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"];
  const year = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  expect(year.filter(isFrenchHoliday)).toEqual(holidays.map((day) => `2026-${day}`));
  // Easter Mondays, of both ends of what is possible.
  for (const day of ["2008-03-24", "2011-04-25", "2025-04-21", "2038-04-26"]) expect(isFrenchHoliday(day)).toBe(true);

  const eve = at("2026-12-24T17:00:00Z");
  expect(addWorkMinutes(office, eve, hour)).toEqual(at("2026-12-28T09:00:00Z"));
  const closed = { ...office, closedDays: ["2026-12-28"] };
  expect(addWorkMinutes(closed, eve, hour)).toEqual(at("2026-12-29T09:00:00Z"));
});

test("[V224] a day on which clocks change has the hours it has", () => {
  // Paris goes from 02:00 to 03:00 on 2026-03-29, and from 03:00 back to 02:00 on 2026-10-25.
  expect(workMinutesBetween(always, at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z"))).toBe(23 * hour);
  expect(addWorkMinutes(always, at("2026-03-28T23:00:00Z"), 24 * hour)).toEqual(at("2026-03-29T23:00:00Z"));
  expect(workMinutesBetween(always, at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z"))).toBe(25 * hour);
  // Nine in the morning is nine by the clock on both sides.
  expect(addWorkMinutes(office, at("2026-10-23T16:00:00Z"), hour)).toEqual(at("2026-10-26T09:00:00Z"));
});

const instants = fc.date({ min: at("2024-01-01T00:00:00Z"), max: at("2029-12-31T00:00:00Z"), noInvalidDate: true });
const minutes = fc.integer({ min: 1, max: 20_000 });
const zones = fc.constantFrom(
  "Europe/Paris",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Australia/Lord_Howe",
);
const time = (slot: number) =>
  `${String(Math.floor(slot / 4)).padStart(2, "0")}:${String((slot % 4) * 15).padStart(2, "0")}`;
const days = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 }).map((slots) => {
  const sorted = slots.toSorted((a, b) => a - b).map(time);
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, n) => ({
    from: sorted[2 * n]!,
    to: sorted[2 * n + 1]!,
  }));
});
const calendars: fc.Arbitrary<Calendar> = fc.record({
  week: fc.tuple(days, days, days, days, days, days, days).filter((week) => week.some((day) => day.length > 0)),
  hasFrenchHolidays: fc.boolean(),
  closedDays: fc.constantFrom([], ["2026-03-02"]),
  timeZone: zones,
});

test("[V222, V224] as many minutes of work lie between as were added, in every calendar and time zone", () => {
  fc.assert(
    fc.property(calendars, instants, minutes, (calendar, from, count) => {
      const end = addWorkMinutes(calendar, from, count);
      expect(end > from).toBe(true);
      expect(workMinutesBetween(calendar, from, end)).toBeCloseTo(count, 6);
    }),
    { numRuns: 200, seed: 220 },
  );
});

test("[V222, V224] adding in two goes is adding at once, and what is later stays later", () => {
  fc.assert(
    fc.property(calendars, instants, minutes, minutes, (calendar, from, first, second) => {
      const once = addWorkMinutes(calendar, from, first + second);
      expect(addWorkMinutes(calendar, addWorkMinutes(calendar, from, first), second)).toEqual(once);
      expect(once >= addWorkMinutes(calendar, from, first)).toBe(true);
    }),
    { numRuns: 200, seed: 221 },
  );
});
