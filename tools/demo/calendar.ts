const dayLength = 86_400_000;

/** Months of full data before the month of `today`. */
const months = 18;

/** The days of the demo, counted from its first: everything happens from day 0 to day `length − 1`, the day before today. */
export interface Calendar {
  length: number;
  /** When the single delivery date began: the first day of the month nine months before today's. */
  improvement: number;
  /** `2026-03-09`; days past the last are given too, for those who ask how late something would have been. */
  dateOf: (day: number) => string;
  /** 1–12 */
  monthOf: (day: number) => number;
}

export function calendarUpTo(today: string): Calendar {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const firstOf = (monthsBefore: number) => Date.UTC(year, month - 1 - monthsBefore, 1);
  const start = firstOf(months);
  const dayOf = (instant: number) => Math.round((instant - start) / dayLength);
  const length = dayOf(Date.parse(today));
  const dates = Array.from({ length: length + 120 }, (_, day) =>
    new Date(start + day * dayLength).toISOString().slice(0, 10),
  );
  const dateOf = (day: number) => dates[day] ?? new Date(start + day * dayLength).toISOString().slice(0, 10);
  return { length, improvement: dayOf(firstOf(9)), dateOf, monthOf: (day) => Number(dateOf(day).slice(5, 7)) };
}
