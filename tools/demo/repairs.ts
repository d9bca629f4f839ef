import type { Story, Teller, Visit } from "./visits.ts";

/** A tool that breaks and is mended; shares the phone, the after-sales desk and the tracking with the kitchens. */
export function repairTool({ random, customer }: Teller, start: number, file: string): Story {
  const visits: Visit[] = [];
  const meet = (touchpoint: string, day: number) => visits.push({ day, touchpoint, file, path: "", late: false });

  if (random.chance(0.3)) meet("phone-help", start);
  if (random.chance(0.75)) meet("repair-request", start + random.int(0, 2));
  const handedIn = start + random.int(2, 6);
  meet("after-sales", handedIn);
  const weeks = random.int(1, 4);
  for (let week = 1; week <= weeks; week++) meet("repair-news", handedIn + week * 6);
  const ready = handedIn + weeks * 7;
  if (random.chance(0.22)) meet("delivery-tracking", ready);
  else meet("repair-pickup", ready + random.int(0, 5));
  return { customer, visits, deliveries: [] };
}
