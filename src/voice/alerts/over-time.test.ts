import { expect, test } from "vitest";
import type { Sight } from "./model.ts";
import { occasionOf, toldOf } from "./occasion.ts";
import { saySight } from "./say.ts";
import { type Arrivals, silencesIn } from "./silence.ts";

const day = 86_400_000;
const at = (text: string) => Date.parse(`2026-03-${text}Z`);
const on = (first: string, last: string, n: number): Arrivals => ({ n, first: at(first), last: at(last) });
const arrivals = [
  on("01T08:00", "01T20:00", 4),
  on("02T09:00", "02T18:00", 3),
  on("06T12:00", "06T12:00", 1),
  on("09T12:00", "09T18:00", 2),
];

test("[V263] a silence comes about once it has lasted for longer than its days, and ends with what comes next", () => {
  const silences = silencesIn(arrivals, { days: 3, until: at("13T00:00") });
  expect(silences).toEqual([
    { lastAt: at("02T18:00"), n: 7, at: at("05T18:00"), isOpen: false },
    { lastAt: at("09T18:00"), n: 2, at: at("12T18:00"), isOpen: true },
  ]);
  expect(silencesIn(arrivals, { days: 3, until: at("12T18:00") }).map(({ isOpen }) => isOpen)).toEqual([false]);
  expect(silencesIn(arrivals, { days: 4, until: at("13T00:00") })).toEqual([]);
  expect(silencesIn([], { days: 1, until: at("13T00:00") })).toEqual([]);
});

test("[V263] what came before a silence is counted on as many days as it has to last", () => {
  expect(silencesIn(arrivals.slice(0, 2), { days: 1, until: at("05T00:00") })).toMatchObject([{ n: 3 }]);
  expect(silencesIn(arrivals.slice(0, 2), { days: 2, until: at("06T00:00") })).toMatchObject([{ n: 7 }]);
});

const drop = (to: string, value = -12): Extract<Sight, { kind: "drop" }> => {
  const end = Date.parse(to);
  const daysAgo = (n: number) => new Date(end - n * day).toISOString().slice(0, 10);
  return {
    kind: "drop",
    metric: "nps",
    now: { from: daysAgo(6), to, n: 1084, value },
    before: { from: daysAgo(13), to: daysAgo(7), n: 90, value: 8 },
    difference: { value: -20, low: -33.2, high: -6.8 },
  };
};
const silence = (lastAt: string, survey: { id: string; name: string } | null = null): Sight => ({
  kind: "silence",
  of: survey === null ? "contacts" : "surveys",
  survey,
  days: 3,
  lastAt,
  n: 62,
});
const seen = (sight: Sight, touchpointId = "t") => ({ sight, occasion: occasionOf(sight, touchpointId) });

test("[V262] a drop is told of once while its windows overlap, touchpoint by touchpoint", () => {
  const days = ["2026-03-08", "2026-03-09", "2026-03-14", "2026-03-15", "2026-03-16"];
  const told = toldOf([...days.map((to) => seen(drop(to))), seen(drop("2026-03-09"), "other")]);
  expect(told.map(({ occasion: { series, mark } }) => `${series} ${mark}`)).toEqual([
    "drop t 2026-03-08",
    "drop t 2026-03-15",
    "drop other 2026-03-09",
  ]);
});

test("[V263] a silence is told of once, also when the last that came before it is erased", () => {
  const told = toldOf(
    [
      "2026-03-05T10:00:00.000Z",
      "2026-03-05T10:00:00.000Z",
      "2026-03-04T10:00:00.000Z",
      "2026-03-09T10:00:00.000Z",
    ].map((lastAt) => seen(silence(lastAt))),
  );
  expect(told).toHaveLength(2);
});

test("[V264] an alert tells both figures with n, the interval of the difference and the periods", () => {
  const say = (sight: Sight, locale: "fr" | "en") => {
    const { finding, grounds } = saySight(sight, { locale, timeZone: "Europe/Paris" });
    // Which of the many spaces stands where is the platform's.
    return { finding: finding.replaceAll(/\s/g, " "), grounds: grounds.replaceAll(/\s/g, " ") };
  };
  expect(say(drop("2026-03-15"), "en")).toEqual({
    finding: "NPS: −12 (n 1,084), against +8 (n 90) in the 7 days before",
    grounds: "difference −20, 95% [−33, −7] · Mar 9 – 15, 2026, compared with Mar 2 – 8, 2026",
  });
  expect(say({ ...drop("2026-03-15", 45.6), metric: "csat" }, "fr").finding).toBe(
    "CSAT : 46 % (n 1 084), contre 8 % (n 90) les 7 jours d’avant",
  );
  expect(say({ ...drop("2026-03-15", 4.14), metric: "stars" }, "fr").finding).toBe(
    "Étoiles : 4,1 (n 1 084), contre 8,0 (n 90) les 7 jours d’avant",
  );
  expect(say(silence("2026-03-05T10:00:00.000Z"), "fr")).toEqual({
    finding: "Aucun contact depuis le 5 mars 2026, 11:00",
    grounds: "62 sur les 3 jours d’avant ce silence",
  });
  const survey = { id: "s", name: "After the till" };
  expect(say(silence("2026-03-05T10:00:00.000Z", survey), "en")).toEqual({
    finding: "No answer since Mar 5, 2026, 11:00 AM",
    grounds: "After the till · 62 in the 3 days before this silence",
  });
});
