import type { DateFormat } from "../model.ts";
import type { Zone } from "./time-zone.ts";

/** Milliseconds since 1970 in UTC, or null when the text is not a date of that format. Empty text is not one. */
export type DateReader = (text: string) => number | null;

const clock = String.raw`(?:[T ]+(\d{1,2})[:hH](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([aApP])\.?[mM]\.?)?)?`;
const offset = String.raw`(?: ?(Z|z|UTC|[+-]\d{2}(?::?\d{2})?))?`;
const yearFirst = new RegExp(`^(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})${clock}${offset}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${clock}${offset}$`);
const number = /^-?\d{1,16}(?:[.,]\d{1,9})?$/;

/** Years a customer's contact can be dated in; outside, it is a typing error or another unit. */
const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2200, 0, 1);

/** Reads one format; a date without an offset of its own is in `zone`, a day without a time begins at its midnight. */
export function dateReader(format: DateFormat, zone: Zone): DateReader {
  const read = readers[format](zone);
  return (text) => {
    const instant = read(text.trim());
    return instant !== null && instant >= earliest && instant < latest ? instant : null;
  };
}

const readers: Record<DateFormat, (zone: Zone) => DateReader> = {
  iso: (zone) => (text) => {
    const part = yearFirst.exec(text);
    return part === null ? null : toInstant(Number(part[1]), Number(part[3]), Number(part[4]), part, 5, zone);
  },
  "dd/mm/yyyy": (zone) => (text) => {
    const part = yearLast.exec(text);
    return part === null ? null : toInstant(fullYear(part[4]), Number(part[3]), Number(part[1]), part, 5, zone);
  },
  "mm/dd/yyyy": (zone) => (text) => {
    const part = yearLast.exec(text);
    return part === null ? null : toInstant(fullYear(part[4]), Number(part[1]), Number(part[3]), part, 5, zone);
  },
  "epoch-s": () => (text) => (number.test(text) ? Math.round(Number(text.replace(",", ".")) * 1000) : null),
  "epoch-ms": () => (text) => (number.test(text) ? Math.round(Number(text.replace(",", "."))) : null),
};

/** Two digits are of this century up to 69, of the last one from 70, as in POSIX. */
function fullYear(digits = ""): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
}

function toInstant(
  year: number,
  month: number,
  day: number,
  part: RegExpExecArray,
  clockAt: number,
  zone: Zone,
): number | null {
  const half = part[clockAt + 4]?.toLowerCase();
  const written = Number(part[clockAt] ?? 0);
  if (half !== undefined && (written < 1 || written > 12)) return null;
  const hour = half === undefined ? written : (written % 12) + (half === "p" ? 12 : 0);
  const minute = Number(part[clockAt + 1] ?? 0);
  const second = Number(part[clockAt + 2] ?? 0);
  // 24:00 is how some exports write the end of a day; :60 is a leap second.
  if (hour > 24 || (hour === 24 && minute + second > 0) || minute > 59 || second > 60) return null;
  // Date.UTC takes a year below 100 for one of the last century.
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const fraction = Math.trunc(Number(`0.${part[clockAt + 3] ?? 0}`) * 1000);
  const local = Date.UTC(year, month - 1, day, hour, minute, second, fraction);
  const east = part[clockAt + 5];
  return east === undefined ? zone.instant(local) : local - minutesEast(east) * 60_000;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function minutesEast(offset: string): number {
  const part = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset);
  if (part === null) return 0;
  return (part[1] === "-" ? -1 : 1) * (Number(part[2]) * 60 + Number(part[3] ?? 0));
}
