import { DateTime } from "luxon";
import { differenceOf } from "./comparison.ts";
import { benjaminiHochberg, type Difference } from "./difference.ts";
import { type Histogram, merge, sizeOf } from "./histogram.ts";
import type { Metric } from "./model.ts";
import type { Days } from "./period.ts";
import { round, ruleOf } from "./scores.ts";

/**
 * Of the differences believed at one look, the share of chance that is put up with. Windows that move on by a day are looked at
 * as often as they have days: with 5 % a steady touchpoint would be told about as often as one that drops.
 */
const falseShare = 0.01;

/** Answers of one touchpoint on one day (`2026-03-01`). */
export interface DayOfAnswers {
  touchpoint: string;
  day: string;
  answers: Histogram;
}

/** The figure of some days, in the unit of its metric. */
export interface WindowFigure extends Days {
  n: number;
  value: number;
}

/** How a touchpoint's figure of some days differs from that of as many days before. */
export interface RecentChange {
  touchpoint: string;
  metric: Metric;
  now: WindowFigure;
  before: WindowFigure;
  difference: Pick<Difference, "value" | "low" | "high">;
  /** Beyond chance, also among all the touchpoints looked at. */
  isBelieved: boolean;
}

export interface RecentQuestion {
  metric: Metric;
  /** Days of each of the two windows. */
  days: number;
  /** Answers that each of them needs, 5 or more. */
  atLeast: number;
}

/** The `days` days up to `to`, and as many before them. */
export function windowsAt(to: string, days: number): { now: Days; before: Days } {
  return {
    now: { from: daysBefore(to, days - 1), to },
    before: { from: daysBefore(to, 2 * days - 1), to: daysBefore(to, days) },
  };
}

/** Every touchpoint with answers enough in both windows, looked at once: after the day `to`. */
export function changesAt(to: string, answers: readonly DayOfAnswers[], question: RecentQuestion): RecentChange[] {
  const { metric, days, atLeast } = question;
  const windows = windowsAt(to, days);
  const within = (its: readonly DayOfAnswers[], period: Days) =>
    merge(its.filter(({ day }) => day >= period.from && day <= period.to).map((one) => one.answers));
  const compared = [...Map.groupBy(answers, ({ touchpoint }) => touchpoint)].flatMap(([touchpoint, its]) => {
    const [now, before] = [within(its, windows.now), within(its, windows.before)];
    if (sizeOf(now) < atLeast || sizeOf(before) < atLeast) return [];
    const difference = differenceOf(metric, now, before);
    return difference === null ? [] : [{ touchpoint, now, before, difference }];
  });
  const believed = benjaminiHochberg(
    compared.map(({ difference }) => difference.p),
    falseShare,
  );
  const figure = (period: Days, its: Histogram): WindowFigure => ({
    ...period,
    n: sizeOf(its),
    value: round(ruleOf[metric].value(its)),
  });
  return compared.map(({ touchpoint, now, before, difference: { value, low, high } }, i) => ({
    touchpoint,
    metric,
    now: figure(windows.now, now),
    before: figure(windows.before, before),
    difference: { value, low, high },
    isBelieved: believed[i] === true,
  }));
}

/** The day so many days before another. */
export function daysBefore(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: "utc" }).minus({ days }).toFormat("yyyy-MM-dd");
}
