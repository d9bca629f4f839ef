/** Days as `2026-10-01`; a period holds both its ends. */
export interface Span {
  from: string;
  to: string;
}
export const presetNames = ["lastMonth", "threeMonths", "twelveMonths", "all"] as const;
export type PresetName = (typeof presetNames)[number];

const dayLength = 86_400_000;
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
const atMonth = (day: string, months: number) =>
  toDay(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1));
const monthEnd = (day: string) => addDays(atMonth(day, 1), -1);

function addDays(day: string, days: number): string {
  return toDay(Date.parse(day) + days * dayLength);
}

/** Whether a span is made of whole calendar months. */
export function isWholeMonths({ from, to }: Span): boolean {
  return from.endsWith("-01") && to === monthEnd(to);
}

/**
 * The periods one can choose at once, from the first and last day with data.
 * They end with the last month that the data covers to its end, so that a month is never compared half full;
 * data inside one month ends with that month.
 */
export function presetsOf(firstDay: string, lastDay: string): Record<PresetName, Span> {
  const complete =
    lastDay === monthEnd(lastDay) || atMonth(lastDay, 0) <= firstDay ? lastDay : addDays(atMonth(lastDay, 0), -1);
  const to = monthEnd(complete);
  return {
    lastMonth: { from: atMonth(to, 0), to },
    threeMonths: { from: atMonth(to, -2), to },
    twelveMonths: { from: atMonth(to, -11), to },
    all: { from: firstDay, to: lastDay },
  };
}

/** Data that ended longer ago than this many days is history: it is looked at whole. */
const recent = 92;

/** What a map shows first: the last whole month, or all there is when the data ended long before `today`. */
export function usualPeriod(firstDay: string, lastDay: string, today: string): Span {
  const { lastMonth, all } = presetsOf(firstDay, lastDay);
  return lastDay < addDays(today, -recent) ? all : lastMonth;
}

/** Today in UTC: near enough to tell recent data from old. */
export function utcDay(now: Date): string {
  return toDay(now.getTime());
}

/** The preset a span is, if it is one. */
export function presetOf(span: Span, presets: Record<PresetName, Span>): PresetName | null {
  return presetNames.find((name) => presets[name].from === span.from && presets[name].to === span.to) ?? null;
}

/**
 * What a trend shows: at least the twelve months up to the period's end, so that a month is seen in its course, and
 * never a day before there is data.
 */
export function trendSpan(period: Span, firstDay: string): Span {
  const year = addDays(atMonth(period.to, -12), Number(period.to.slice(8)));
  const from = period.from < year ? period.from : year;
  return { from: from < firstDay && firstDay <= period.to ? firstDay : from, to: period.to };
}

/** A period in as few words as it takes: `oct. 2026`, `août – oct. 2026`, `3–17 oct. 2026`. */
export function periodLabel(span: Span, locale: string): string {
  const whole = isWholeMonths(span);
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    month: "short",
    ...(whole ? {} : { day: "numeric" }),
  });
  return format.formatRange(new Date(span.from), new Date(span.to));
}

/** The period before, without the year when it is the same as the period's: `sept.`. */
export function beforeLabel(before: Span, span: Span, locale: string): string {
  if (
    !isWholeMonths(before) ||
    before.from.slice(0, 7) !== before.to.slice(0, 7) ||
    before.from.slice(0, 4) !== span.from.slice(0, 4)
  )
    return periodLabel(before, locale);
  return new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short" }).format(new Date(before.from));
}
