import { DateTime } from "luxon";

/** First and last day, both included (`2026-03-01`). */
export interface Days {
  from: string;
  to: string;
}

/** Milliseconds since 1970: from `start`, up to but not `end`. */
export interface Span {
  start: number;
  end: number;
}

export type Bucket = "day" | "week" | "month";

/** A trend has about this many points at most, as long as months are fine enough. */
const mostPoints = 60;

/** The days to compare with: as many whole months before when the period is whole months, else as many days just before. */
export function periodBefore({ from, to }: Days): Days {
  const [first, next] = [day(from), day(to).plus({ days: 1 })];
  const length =
    first.day === 1 && next.day === 1
      ? { months: next.diff(first, "months").months }
      : { days: next.diff(first, "days").days };
  return { from: iso(first.minus(length)), to: iso(first.minus({ days: 1 })) };
}

/** When these days begin and end in a time zone. */
export function spanOf({ from, to }: Days, timeZone: string): Span {
  const midnight = (date: DateTime) => date.setZone(timeZone, { keepLocalTime: true }).startOf("day").toMillis();
  return { start: midnight(day(from)), end: midnight(day(to).plus({ days: 1 })) };
}

/** At least the year up to the end of a period, so that it is seen in its course. */
export function courseDays({ from, to }: Days): Days {
  const year = iso(day(to).plus({ days: 1 }).minus({ years: 1 }));
  return { from: from < year ? from : year, to };
}

/** Days up to 60 of them, then weeks, then months. */
export function bucketFor({ from, to }: Days): Bucket {
  const days = day(to).diff(day(from), "days").days + 1;
  if (days <= mostPoints) return "day";
  return days <= mostPoints * 7 ? "week" : "month";
}

/** Consecutive buckets that cover the days exactly: weeks begin on Monday, the first and the last may be cut short. */
export function bucketsOf({ from, to }: Days, bucket: Bucket): Days[] {
  const last = day(to);
  const buckets: Days[] = [];
  for (let first = day(from); first <= last;) {
    const next = first.startOf(bucket).plus({ [bucket]: 1 });
    const end = next.minus({ days: 1 });
    buckets.push({ from: iso(first), to: iso(end < last ? end : last) });
    first = next;
  }
  return buckets;
}

function day(date: string): DateTime {
  return DateTime.fromISO(date, { zone: "utc" });
}

function iso(date: DateTime): string {
  return date.toFormat("yyyy-MM-dd");
}
