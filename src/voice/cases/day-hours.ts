import { DayHours } from "./model.ts";

const hour = String.raw`(\d{1,2})(?:[:hH](\d{2})?)?`;
const span = new RegExp(String.raw`${hour}\s*(?:[-–—]|à|to)\s*${hour}`, "g");

/** Hours as people write them (`9h-12h30, 14:00–18:00`); nothing is a closed day, null what cannot be read. */
export function readDay(text: string): DayHours | null {
  const found = [...text.matchAll(span)];
  if (text.replace(span, "").replace(/[\s,;]/g, "") !== "") return null;
  const hours = found.map(([, a, b, c, d]) => ({ from: clock(a, b), to: clock(c, d) }));
  return DayHours.safeParse(hours).data ?? null;
}

/** The same to read and to change: `09:00–12:30, 14:00–18:00`. */
export function sayDay(day: DayHours): string {
  return day.map(({ from, to }) => `${from}–${to}`).join(", ");
}

function clock(hours = "", minutes = "00"): string {
  return `${hours.padStart(2, "0")}:${minutes}`;
}
