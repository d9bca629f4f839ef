import { expect, test } from "vitest";
import { readDay, sayDay } from "./day-hours.ts";

test("[V234] hours are read as people write them, and written one way", () => {
  const day = [
    { from: "09:00", to: "12:30" },
    { from: "14:00", to: "18:00" },
  ];
  for (const text of ["9h-12h30, 14h à 18h", "09:00–12:30 14:00–18:00", "9-12:30; 14-18"])
    expect(readDay(text)).toEqual(day);
  expect(sayDay(day)).toBe("09:00–12:30, 14:00–18:00");
  expect(readDay(sayDay(day))).toEqual(day);
  expect(readDay("  ")).toEqual([]);
});

test("[V234] hours that overlap, run backwards or are none are not taken", () => {
  for (const text of ["9-12, 11-18", "18-9", "25-26", "9-12 matin", "9"]) expect(readDay(text)).toBeNull();
});
