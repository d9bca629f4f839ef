import { expect, test } from "vitest";
import { zone } from "#activity/rules/time-zone.ts";
import { AskingPolicy, AskingRules } from "./model.ts";
import { foresee, type Foreseen, type Foresight, periodOf } from "./triggers.ts";

const hour = 3_600_000;
const day = 24 * hour;
const paris = zone("Europe/Paris");
/** A Tuesday, 11:00 in Paris. */
const now = Date.parse("2026-03-10T10:00:00Z");

const somebody = (person: string, part: Partial<Foreseen> = {}): Foreseen => ({
  person,
  at: now,
  left: null,
  hasOptedOut: false,
  draw: 0,
  contacts: [],
  ...part,
});
const scope = (rules: Partial<AskingRules> = {}, policy: Partial<AskingPolicy> = {}): Foresight => ({
  policy: AskingPolicy.parse(policy),
  rules: AskingRules.parse(rules),
  zone: paris,
  answers: 0,
});

test("[V324] a period begins at midnight where the workspace is", () => {
  const newYear = Date.parse("2025-12-31T23:30:00Z");
  expect([periodOf("month", paris, newYear), periodOf("quarter", paris, newYear)]).toEqual(["2026-01", "2026-Q1"]);
  expect([periodOf("month", zone("UTC"), newYear), periodOf("quarter", zone("UTC"), newYear)]).toEqual([
    "2025-12",
    "2025-Q4",
  ]);
  expect(
    ["2026-03-31", "2026-04-01", "2026-09-30"].map((date) => periodOf("quarter", paris, Date.parse(date))),
  ).toEqual(["2026-Q1", "2026-Q2", "2026-Q3"]);
});

test("[V325] who is asked in the course of a preview is in quarantine for the rest of it", () => {
  const twice = [somebody("ada"), somebody("bob"), somebody("ada", { at: now + 5 * day })];
  expect(foresee(twice, scope())).toEqual(["asked", "asked", "quarantined"]);
  expect(foresee(twice, scope({}, { quarantineDays: 4 }))).toEqual(["asked", "asked", "asked"]);
});

test("[V325] a preview waits as the question would: over the night and the day's quota, while patience lasts", () => {
  const night = { at: Date.parse("2026-03-10T21:00:00Z") };
  expect(foresee([somebody("ada", night)], scope())).toEqual(["asked"]);
  const people = ["a", "b", "c", "d"].map((name) => somebody(name));
  expect(foresee(people, scope({ mostPerDay: 2, patienceDays: 1 }))).toEqual(["asked", "asked", "asked", "asked"]);
  expect(foresee([...people, somebody("e")], scope({ mostPerDay: 1, patienceDays: 1 }))).toEqual([
    "asked",
    "asked",
    "dailyQuota",
    "dailyQuota",
    "dailyQuota",
  ]);
});

test("[V325] a preview knows refusals, both shares and what the ledger has, but nothing that came later", () => {
  const earlier = { at: now - 3 * day, priority: "normal", isReminder: false } as const;
  const people = [
    somebody("ada", { hasOptedOut: true }),
    somebody("bob", { left: "noAddress" }),
    somebody("cleo", { draw: 0.5 }),
    somebody("dan", { contacts: [earlier] }),
    somebody("eve", { contacts: [{ ...earlier, at: now + day }] }),
  ];
  expect(foresee(people, scope({ share: 0.5 }))).toEqual([
    "optedOut",
    "noAddress",
    "notSampled",
    "quarantined",
    "asked",
  ]);
});
