/** Numbers and dates as the reader's language writes them; every screen formats through here. */
export interface Format {
  /** 8 100 / 8,100; `digits` fixes the decimals. */
  number: (value: number, digits?: number) => string;
  /** With its sign, for differences and NPS: +31, −4,2. */
  signed: (value: number, digits?: number) => string;
  /** A share 0–1 as a percentage: 48 %. */
  percent: (share: number, digits?: number) => string;
  /** 1,2 M where space is short. */
  compact: (value: number) => string;
  /** 12,4 Mo; decimal multiples. */
  bytes: (value: number) => string;
  /** A day, from `2026-10-01` or an instant in `timeZone`: 1 oct. 2026. */
  date: (value: string, timeZone?: string) => string;
  /** A day and a time: 1 oct. 2026, 14:05. */
  dateTime: (value: string, timeZone?: string) => string;
  /** A length of time in words, from seconds: 2 min. */
  duration: (seconds: number) => string;
  /** « in 3 days », « 2 minutes ago »; `now` in milliseconds. */
  ago: (value: string, now: number) => string;
  list: (items: readonly string[]) => string;
}

const minus = (text: string) => text.replace("-", "−");
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Makes the formatters of a language (`fr`, `en`). */
export function formatFor(locale: string): Format {
  const fixed = (digits: number | undefined) =>
    digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const unit = (value: number, name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      maximumFractionDigits: digits,
    }).format(value);
  // A bare day has no zone: it is read and written in UTC, so that no zone moves it.
  const when = (value: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, {
      ...options,
      ...(day.test(value) ? { timeZone: "UTC" } : timeZone === undefined ? {} : { timeZone }),
    }).format(new Date(value));
  return {
    number: (value, digits) => minus(new Intl.NumberFormat(locale, fixed(digits)).format(value)),
    signed: (value, digits) =>
      minus(new Intl.NumberFormat(locale, { ...fixed(digits), signDisplay: "exceptZero" }).format(value)),
    percent: (share, digits = 0) =>
      minus(new Intl.NumberFormat(locale, { style: "percent", ...fixed(digits) }).format(share)),
    compact: (value) =>
      minus(new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 }).format(value)),
    bytes: (value) => {
      if (value < 1e3) return unit(value, "byte");
      if (value < 1e6) return unit(value / 1e3, "kilobyte");
      return value < 1e9 ? unit(value / 1e6, "megabyte", 1) : unit(value / 1e9, "gigabyte", 1);
    },
    date: (value, timeZone) => when(value, timeZone, { dateStyle: "medium" }),
    dateTime: (value, timeZone) => when(value, timeZone, { dateStyle: "medium", timeStyle: "short" }),
    duration: (seconds) => {
      if (seconds < 60) return unit(Math.max(1, Math.round(seconds)), "second");
      return seconds < 3600 ? unit(Math.round(seconds / 60), "minute") : unit(seconds / 3600, "hour", 1);
    },
    ago: (value, now) => {
      const seconds = (Date.parse(value) - now) / 1000;
      const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
      const steps = [
        [60, 1, "second"],
        [3600, 60, "minute"],
        [86_400, 3600, "hour"],
        [Infinity, 86_400, "day"],
      ] as const;
      const [, size, name] = steps.find(([below]) => Math.abs(seconds) < below) ?? steps[3];
      return relative.format(Math.round(seconds / size), name);
    },
    list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}
