const minute = 60_000;
const day = 86_400_000;

/** Days and instants of one time zone. Local times are written as the milliseconds they would be in UTC. */
export interface Zone {
  /** The instant of a local time. A time that a clock change skips is moved on by what it skipped; one it repeats is the first of the two. */
  instant: (local: number) => number;
  /** The local time of an instant. */
  local: (instant: number) => number;
  /** Days since 1970-01-01 on the calendar of this zone. */
  day: (instant: number) => number;
}

/**
 * Asking the platform for an offset costs microseconds, so it is asked twice a day: a day that begins and ends with the
 * same offset has only that one.
 */
export function zone(name: string): Zone {
  const platformOffset = offsetReader(name);
  const utcDays = new Map<number, number | null>();
  const localDays = new Map<number, readonly [before: number, after: number]>();

  const offset = (instant: number): number => {
    const number = Math.floor(instant / day);
    let whole = utcDays.get(number);
    if (whole === undefined) {
      const begin = platformOffset(number * day);
      whole = begin === platformOffset((number + 1) * day) ? begin : null;
      utcDays.set(number, whole);
    }
    return whole ?? platformOffset(instant);
  };
  const around = (local: number): readonly [number, number] => {
    const number = Math.floor(local / day);
    let pair = localDays.get(number);
    if (pair === undefined) {
      pair = [offset((number - 1) * day), offset((number + 2) * day)];
      localDays.set(number, pair);
    }
    return pair;
  };
  const instant = (local: number): number => {
    const [before, after] = around(local);
    const first = local - before;
    if (before === after || offset(first) === before) return first;
    const second = local - after;
    return offset(second) === after ? second : first;
  };
  const local = (at: number): number => at + offset(at);
  return { instant, local, day: (at) => Math.floor(local(at) / day) };
}

/** Reads the offset of an instant, in milliseconds east of Greenwich, out of what the platform prints. */
function offsetReader(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = value;
    const year = part["era"] === "BC" ? 1 - Number(part["year"]) : Number(part["year"]);
    const printed = new Date(0);
    printed.setUTCFullYear(year, Number(part["month"]) - 1, Number(part["day"]));
    printed.setUTCHours(Number(part["hour"]), Number(part["minute"]), Number(part["second"]));
    return Math.round((printed.getTime() - Math.floor(instant / 1000) * 1000) / minute) * minute;
  };
}
