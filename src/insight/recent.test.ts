import { expect, test } from "vitest";
import { changesAt, type DayOfAnswers, daysBefore } from "./recent.ts";
import { seeded } from "./seeded.testing.ts";

const question = { metric: "nps", days: 30, atLeast: 30 } as const;
const to = "2026-06-30";

/** `perDay` answers on each of the days up to `to`, a promoter with the chance that `liking` tells of the day. */
function answersOf(
  touchpoint: string,
  days: number,
  { random, perDay, liking }: { random: () => number; perDay: number; liking: (daysAgo: number) => number },
): DayOfAnswers[] {
  return Array.from({ length: days }, (_, ago) => {
    const answers = new Map<number, number>();
    for (let i = 0; i < perDay; i++) {
      const score = random() < liking(ago) ? 10 : 3;
      answers.set(score, (answers.get(score) ?? 0) + 1);
    }
    return { touchpoint, day: daysBefore(to, ago), answers };
  });
}

test("[M67] a touchpoint's last days are compared with as many before them, day by day of the calendar", () => {
  const random = seeded(1);
  const answers = answersOf("web", 90, { random, perDay: 5, liking: (ago) => (ago < 30 ? 0 : ago < 60 ? 1 : 0.5) });
  expect(changesAt(to, answers, question)).toEqual([
    {
      touchpoint: "web",
      metric: "nps",
      now: { from: "2026-06-01", to: "2026-06-30", n: 150, value: -100 },
      before: { from: "2026-05-02", to: "2026-05-31", n: 150, value: 100 },
      difference: { value: -200, low: expect.any(Number), high: expect.any(Number) },
      isBelieved: true,
    },
  ]);
});

test("[M67] nothing is compared with fewer answers than are asked for on either side", () => {
  const few = answersOf("web", 60, { random: seeded(2), perDay: 1, liking: () => 0.5 });
  expect(changesAt(to, few, question)).toHaveLength(1);
  expect(changesAt(to, few, { ...question, atLeast: 31 })).toEqual([]);
  expect(changesAt(daysBefore(to, 1), few, question)).toEqual([]);
});

/** Steady years, looked at every day: the drops told of one touchpoint in a month of 30 days. */
function falseAlarms(touchpoints: number, years: number): number {
  const random = seeded(touchpoints);
  const looks = 365 * years;
  const answers = Array.from({ length: touchpoints }, (_, i) =>
    answersOf(`t${i}`, looks + 60, { random, perDay: 4, liking: () => 0.6 }),
  );
  const told = new Map<string, string>();
  let alarms = 0;
  for (let ago = looks - 1; ago >= 0; ago--) {
    const seen = answers.flatMap((days) => days.slice(ago, ago + 60));
    for (const { touchpoint, now, difference, isBelieved } of changesAt(daysBefore(to, ago), seen, question))
      if (isBelieved && difference.value < 0 && (told.get(touchpoint) ?? "") < now.from) {
        told.set(touchpoint, now.to);
        alarms++;
      }
  }
  return alarms / ((touchpoints * looks) / 30);
}

test("[M67] a steady touchpoint, looked at every day, is told of in 1 month of 20, and rarely among ten", () => {
  expect(falseAlarms(1, 60)).toBeLessThan(0.06);
  expect(falseAlarms(10, 3)).toBeLessThan(0.01);
});
