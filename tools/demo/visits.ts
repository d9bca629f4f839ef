import type { Calendar } from "./calendar.ts";
import type { Customer } from "./customers.ts";
import type { Random } from "./random.ts";

/** From the quote on: by which channels a project goes. `web-shop` changes channel, `…-none` never continues. */
export type Path = "" | "web" | "shop" | "web-shop" | "web-none" | "shop-none";

/** A customer meets a touchpoint. */
export interface Visit {
  day: number;
  touchpoint: string;
  /** The project or repair it belongs to. */
  file: string;
  path: Path;
  /** The delivery it follows came late. */
  late: boolean;
}

/** A delivery as the carrier's file tells it: one row with all its dates, in days of the calendar; null: did not happen. */
export interface Delivery {
  file: string;
  path: Path;
  chosen: number;
  changed: number | null;
  announced: number;
  updated: number | null;
  onItsWay: number;
  promised: number;
  delivered: number;
}

/** All that one customer lived, in or out of the demo's days. */
export interface Story {
  customer: Customer;
  visits: Visit[];
  deliveries: Delivery[];
}

/** What a story is told with. */
export interface Teller {
  random: Random;
  calendar: Calendar;
  customer: Customer;
}

/** The dates of a delivery in the order of the carrier's columns: what each is a contact with, and at what hours it happens. */
export const deliveryContacts = [
  { column: "date_chosen", touchpoint: "delivery-date", hours: [9, 19], day: (delivery: Delivery) => delivery.chosen },
  {
    column: "date_changed",
    touchpoint: "delivery-date",
    hours: [9, 19],
    day: (delivery: Delivery) => delivery.changed,
  },
  {
    column: "announced",
    touchpoint: "delivery-tracking",
    hours: [9, 19],
    day: (delivery: Delivery) => delivery.announced,
  },
  {
    column: "updated",
    touchpoint: "delivery-tracking",
    hours: [14, 19],
    day: (delivery: Delivery) => delivery.updated,
  },
  {
    column: "on_its_way",
    touchpoint: "delivery-tracking",
    hours: [7, 9],
    day: (delivery: Delivery) => delivery.onItsWay,
  },
  { column: "delivered", touchpoint: "delivery", hours: [9, 18], day: (delivery: Delivery) => delivery.delivered },
] as const;
