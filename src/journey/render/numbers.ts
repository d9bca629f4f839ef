import { type Change, type Metric, type Score, figureOf } from "#insight/model.ts";
import type { DrawnLocale } from "./words.ts";

/** Numbers as the reader's language writes them. */
export interface Numbers {
  number: (value: number) => string;
  /** NPS +31, shares 48 %, means 4,1. */
  score: (metric: Metric, value: number) => string;
  /** Half of the 95 % interval. */
  half: (score: Pick<Score, "metric"> & { low: number; high: number }) => string;
  /** A change without its sign, which an arrow says. */
  change: (metric: Metric, change: Change) => string;
  /** A day, from `2026-10-01`. */
  date: (day: string) => string;
  /** Days, both included: `oct. 2026` when they are whole months. */
  period: (from: string, to: string) => string;
}

export function numbersIn(locale: DrawnLocale): Numbers {
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value).replace("-", "−");
  const decimals = (metric: Metric, value: number) => {
    const usual = figureOf[metric] === "mean" ? 1 : 0;
    // One more decimal rather than a zero that is none.
    const digits = value !== 0 && Math.abs(value) < 0.5 / 10 ** usual ? usual + 1 : usual;
    return { minimumFractionDigits: digits, maximumFractionDigits: digits };
  };
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short", year: "numeric", ...options });
  return {
    number: (value) => write(value, {}),
    score: (metric, value) => {
      if (figureOf[metric] === "balance") return write(Math.round(value), { signDisplay: "exceptZero" });
      if (figureOf[metric] === "share") return write(value / 100, { style: "percent", maximumFractionDigits: 0 });
      return write(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    },
    half: ({ metric, low, high }) => write((high - low) / 2, decimals(metric, (high - low) / 2)),
    change: (metric, { value }) => write(Math.abs(value), decimals(metric, value)),
    date: (day) => dates({ day: "numeric" }).format(new Date(day)),
    period: (from, to) =>
      dates(isWholeMonths(from, to) ? {} : { day: "numeric" }).formatRange(new Date(from), new Date(to)),
  };
}

function isWholeMonths(from: string, to: string): boolean {
  const next = new Date(Date.parse(to) + 86_400_000);
  return from.endsWith("-01") && next.getUTCDate() === 1;
}
