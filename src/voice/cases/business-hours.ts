import { zone } from "#activity/rules/time-zone.ts";
import { isFrenchHoliday } from "../asking/holidays.ts";
import type { BusinessHours } from "./model.ts";

/** When work is done, and in which time zone that is meant. */
export interface Calendar extends BusinessHours {
  timeZone: string;
}

const minute = 60_000;
const day = 86_400_000;

/** The instant when so many minutes of work are over; with 0, the next one at which somebody works. */
export function addWorkMinutes(calendar: Calendar, from: Date, minutes: number): Date {
  let left = minutes * minute;
  for (const { start, end } of openings(calendar, from)) {
    const begin = Math.max(start, from.getTime());
    const room = end - begin;
    if (room <= 0) continue;
    if (left <= room) return new Date(begin + left);
    left -= room;
  }
  throw new Error("the days never end");
}

/** Minutes of work from one instant to a later one; 0 when it is not later. */
export function workMinutesBetween(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0;
  for (const { start, end } of openings(calendar, from)) {
    if (start >= to.getTime()) break;
    sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  }
  return sum / minute;
}

/** The hours of work from the day of an instant on, without end; the schema sees to it that there are some. */
function* openings(
  { timeZone, week, hasFrenchHolidays, closedDays }: Calendar,
  from: Date,
): Generator<{ start: number; end: number }> {
  const { day: dayOf, instant } = zone(timeZone);
  const closed = new Set(closedDays);
  for (let number = dayOf(from.getTime()); ; number += 1) {
    const date = new Date(number * day).toISOString().slice(0, 10);
    if (closed.has(date) || (hasFrenchHolidays && isFrenchHoliday(date))) continue;
    // 1970-01-01 was a Thursday, and Monday is 0.
    for (const { from: opens, to: closes } of week[(((number + 3) % 7) + 7) % 7] ?? []) {
      yield { start: instant(number * day + minutesOf(opens)), end: instant(number * day + minutesOf(closes)) };
    }
  }
}

/** Milliseconds since midnight of `09:30`; `24:00` is the end of the day. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * minute;
}
