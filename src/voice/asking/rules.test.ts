import fc from "fast-check";
import { expect, test } from "vitest";
import { zone } from "#activity/rules/time-zone.ts";
import { quietAt } from "./calendar.ts";
import { easter, isFrenchHoliday } from "./holidays.ts";
import { AskingPolicy, AskingRules, priorities, type Priority } from "./model.ts";
import { type Contact, decide, type Question } from "./rules.ts";

const day = 86_400_000;
const paris = zone("Europe/Paris");
/** A Tuesday, 11:00 in Paris. */
const now = Date.parse("2026-03-10T10:00:00Z");
const anyTime: AskingPolicy = {
  quarantineDays: 90,
  countsReminders: false,
  quietHours: null,
  quietDays: [],
  holidays: null,
};

const asking = (part: Partial<Question> = {}): Question => ({
  now,
  policy: AskingPolicy.parse({}),
  rules: AskingRules.parse({}),
  zone: paris,
  isReminder: false,
  isSurveyOpen: true,
  hasOptedOut: false,
  hasAnswered: false,
  draw: 0,
  answers: 0,
  askedToday: 0,
  nextDay: Date.parse("2026-03-10T23:00:00Z"),
  lastChance: now + 7 * day,
  contacts: [],
  ...part,
});
const rules = (part: Partial<AskingRules>) => AskingRules.parse(part);
const contact = (daysAgo: number, part: Partial<Contact> = {}): Contact => ({
  at: now - daysAgo * day,
  priority: "normal",
  isReminder: false,
  ...part,
});

test("[V120] somebody whom nothing speaks against is asked", () => {
  expect(decide(asking())).toEqual({ outcome: "asked" });
});

test("[V120] a closed survey, a refusal, the share and the quota of answers are for good", () => {
  const refused = (part: Partial<Question>) => decide(asking(part));
  expect(refused({ isSurveyOpen: false })).toEqual({ outcome: "notAsked", reason: "surveyClosed" });
  expect(refused({ hasOptedOut: true })).toEqual({ outcome: "notAsked", reason: "optedOut" });
  expect(refused({ draw: 0.4, rules: rules({ share: 0.4 }) })).toEqual({ outcome: "notAsked", reason: "notSampled" });
  expect(refused({ draw: 0.39, rules: rules({ share: 0.4 }) })).toEqual({ outcome: "asked" });
  expect(refused({ answers: 50, rules: rules({ mostAnswers: 50 }) })).toMatchObject({ reason: "quotaReached" });
});

test("[V109] nobody is reminded of what they have answered", () => {
  expect(decide(asking({ isReminder: true, hasAnswered: true }))).toEqual({ outcome: "notAsked", reason: "answered" });
});

test("[V121] beyond the day's quota people wait for the next day; a reminder is neither drawn nor counted", () => {
  const full = asking({ askedToday: 10, rules: rules({ mostPerDay: 10 }) });
  expect(decide(full)).toEqual({ outcome: "postponed", reason: "dailyQuota", until: full.nextDay });
  expect(decide({ ...full, isReminder: true, draw: 0.99 })).toEqual({ outcome: "asked" });
});

test("[V122] in quarantine a question waits if it can, and is not put if it cannot", () => {
  const until = now + 5 * day;
  expect(decide(asking({ contacts: [contact(85)] }))).toEqual({ outcome: "postponed", reason: "quarantined", until });
  const impatient = asking({ contacts: [contact(85)], lastChance: now + 4 * day });
  expect(decide(impatient)).toEqual({ outcome: "notAsked", reason: "quarantined", until });
  expect(decide(asking({ contacts: [contact(90)] }))).toEqual({ outcome: "asked" });
});

test("[V123] a survey of higher priority is not held back by a lesser one, and the other way round it is", () => {
  const high = rules({ priority: "high" });
  expect(decide(asking({ rules: high, contacts: [contact(1)] }))).toEqual({ outcome: "asked" });
  expect(decide(asking({ contacts: [contact(1, { priority: "high" })] }))).toMatchObject({ reason: "quarantined" });
});

test("[V124] a reminder holds other surveys back only where reminders count", () => {
  const contacts = [contact(1, { isReminder: true })];
  expect(decide(asking({ contacts }))).toEqual({ outcome: "asked" });
  const counting = { ...AskingPolicy.parse({}), countsReminders: true };
  expect(decide(asking({ contacts, policy: counting }))).toMatchObject({ reason: "quarantined" });
});

test("[V122] however surveys ask, nobody is asked twice within the window but by a higher priority", () => {
  const requests = fc.array(
    fc.record({ after: fc.double({ min: 0, max: 40, noNaN: true }), priority: fc.constantFrom(...priorities) }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(requests, fc.integer({ min: 0, max: 120 }), (wanted, quarantineDays) => {
      const asked: Contact[] = [];
      let at = now;
      for (const { after, priority } of wanted) {
        at += after * day;
        const policy = { ...anyTime, quarantineDays };
        const decision = decide(
          asking({ now: at, policy, rules: rules({ priority }), contacts: asked, lastChance: at }),
        );
        if (decision.outcome === "asked") asked.push({ at, priority, isReminder: false });
        else expect(decision.reason).toBe("quarantined");
      }
      const rank = (priority: Priority) => priorities.indexOf(priority);
      for (const [index, later] of asked.entries()) {
        for (const earlier of asked.slice(0, index)) {
          if (later.at - earlier.at < quarantineDays * day)
            expect(rank(later.priority)).toBeGreaterThan(rank(earlier.priority));
        }
      }
    }),
  );
});

test("[V122] who waits until the end of the quarantine is asked then", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 89.9, noNaN: true }), (daysAgo) => {
      const contacts = [contact(daysAgo)];
      const decision = decide(asking({ policy: anyTime, contacts, lastChance: Infinity }));
      const until = decision.outcome === "postponed" ? decision.until : Number.NaN;
      expect(decide(asking({ now: until, policy: anyTime, contacts, lastChance: Infinity }))).toEqual({
        outcome: "asked",
      });
      expect(decide(asking({ now: until - 1, policy: anyTime, contacts, lastChance: Infinity })).outcome).toBe(
        "postponed",
      );
    }),
  );
});

test("[V125] at night, on Sundays and on holidays people are written to on the next morning that is none of them", () => {
  const quiet = (at: string) => {
    const found = quietAt(AskingPolicy.parse({}), paris, Date.parse(at));
    return found === null ? null : { ...found, until: new Date(found.until).toISOString() };
  };
  expect(quiet("2026-03-10T18:59:00Z")).toBeNull();
  expect(quiet("2026-03-10T19:00:00Z")).toEqual({ reason: "quietHours", until: "2026-03-11T07:00:00.000Z" });
  expect(quiet("2026-03-11T02:00:00Z")).toEqual({ reason: "quietHours", until: "2026-03-11T07:00:00.000Z" });
  // Saturday evening, then Sunday.
  expect(quiet("2026-03-14T20:00:00Z")).toEqual({ reason: "quietHours", until: "2026-03-16T07:00:00.000Z" });
  expect(quiet("2026-03-15T10:00:00Z")).toEqual({ reason: "quietDay", until: "2026-03-16T07:00:00.000Z" });
  // Ascension Day of 2026 is a Thursday.
  expect(quiet("2026-05-14T10:00:00Z")).toEqual({ reason: "holiday", until: "2026-05-15T06:00:00.000Z" });
  // Easter Sunday, then Easter Monday; the clocks went forward a week before.
  expect(quiet("2026-04-05T10:00:00Z")).toEqual({ reason: "quietDay", until: "2026-04-07T06:00:00.000Z" });
});

const clocks = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const calendars = fc.record({
  quietHours: fc.option(fc.record({ from: clocks, until: clocks })),
  quietDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
  holidays: fc.constantFrom("FR" as const, null),
});
const zones = fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "Pacific/Noumea");
/** Any instant, and those around changes of the clock. */
const instants = fc.oneof(
  fc.integer({ min: Date.parse("2024-01-01"), max: Date.parse("2032-01-01") }),
  fc
    .tuple(
      fc.constantFrom(
        "2026-03-29T01:00Z",
        "2026-10-25T01:00Z",
        "2026-03-08T07:00Z",
        "2026-11-01T06:00Z",
        "2026-04-04T14:00Z",
      ),
      fc.oneof(fc.integer({ min: -day / 12, max: day / 12 }), fc.integer({ min: -2 * day, max: 2 * day })),
    )
    .map(([change, after]) => Date.parse(change) + after),
);

test("[V125] whatever the calendar, the zone and the change of its clocks, the wait ends at an instant that is not quiet", () => {
  fc.assert(
    fc.property(calendars, zones, instants, (calendar, name, at) => {
      const there = zone(name);
      const quiet = quietAt(calendar, there, at);
      if (quiet === null) return;
      expect(quiet.until).toBeGreaterThan(at);
      expect(quietAt(calendar, there, quiet.until)).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test("[V125] an hour that the clocks repeat is quiet both times, and one they skip is not waited for", () => {
  const quietHours = { from: "02:00", until: "02:30" };
  const end = (at: string) => {
    const quiet = quietAt({ ...anyTime, quietHours }, paris, Date.parse(at));
    return quiet && new Date(quiet.until).toISOString();
  };
  expect(end("2026-10-25T00:10:00Z")).toBe("2026-10-25T00:30:00.000Z");
  expect(end("2026-10-25T01:10:00Z")).toBe("2026-10-25T01:30:00.000Z");
  expect(end("2026-03-29T01:10:00Z")).toBeNull();
});

test("[V126] French holidays are those of the calendar", () => {
  const known = ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"];
  expect(known.map((date) => new Date(easter(Number(date.slice(0, 4)))).toISOString().slice(0, 10))).toEqual(known);
  const of2026 = Array.from({ length: 365 }, (_, index) =>
    new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  );
  expect(of2026.filter(isFrenchHoliday)).toEqual([
    "2026-01-01",
    "2026-04-06",
    "2026-05-01",
    "2026-05-08",
    "2026-05-14",
    "2026-05-25",
    "2026-07-14",
    "2026-08-15",
    "2026-11-01",
    "2026-11-11",
    "2026-12-25",
  ]);
});
