import type { Zone } from "#activity/rules/time-zone.ts";
import { isFrenchHoliday } from "./holidays.ts";
import type { AskingPolicy, Refusal } from "./model.ts";

const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;
/** No calendar is quiet for longer; days. */
const horizon = 40;

export type Quiet = Extract<Refusal, "quietHours" | "quietDay" | "holiday">;
type Calendar = Pick<AskingPolicy, "quietHours" | "quietDays" | "holidays">;

/**
 * Why nobody is written to at an instant, by the clock of where they are, and the first instant when they are; null when it is
 * no quiet time.
 */
export function quietAt(calendar: Calendar, zone: Zone, now: number): { reason: Quiet; until: number } | null {
  let reason: Quiet | null = null;
  let until = now;
  for (let tries = 0; tries < horizon; tries++) {
    const hush = reasonAt(calendar, zone.local(until));
    if (hush === null) break;
    reason ??= hush.reason;
    until = instantAfter(until, hush.until, zone);
  }
  return reason === null ? null : { reason, until };
}

/** The instant of a local time; of an hour that the clocks repeat, the one that is still to come. */
function instantAfter(now: number, local: number, zone: Zone): number {
  const instant = zone.instant(local);
  return instant > now ? instant : instant + hour;
}

interface Hush {
  reason: Quiet;
  /** A local time at which this one reason is over. */
  until: number;
}

function reasonAt({ quietHours, quietDays, holidays }: Calendar, local: number): Hush | null {
  const midnight = Math.floor(local / day) * day;
  const date = new Date(midnight);
  const tomorrow = midnight + day;
  if (holidays !== null && isFrenchHoliday(date.toISOString().slice(0, 10)))
    return { reason: "holiday", until: tomorrow };
  if (quietDays.includes(date.getUTCDay() || 7)) return { reason: "quietDay", until: tomorrow };
  if (quietHours === null) return null;
  const [from, until] = [midnight + clock(quietHours.from), midnight + clock(quietHours.until)];
  if (from <= until) return local >= from && local < until ? { reason: "quietHours", until } : null;
  if (local < until) return { reason: "quietHours", until };
  return local >= from ? { reason: "quietHours", until: until + day } : null;
}

/** `08:30` in milliseconds since midnight. */
function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return (hours * 60 + minutes) * minute;
}
