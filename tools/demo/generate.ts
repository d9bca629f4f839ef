import { calendarUpTo, type Calendar } from "./calendar.ts";
import { commentOn } from "./comments.ts";
import { csv, type Cell } from "./csv.ts";
import { makeCustomer, type Customer } from "./customers.ts";
import { renovateKitchen } from "./kitchens.ts";
import { verdictOf } from "./opinions.ts";
import { randomFrom, type Random } from "./random.ts";
import { repairTool } from "./repairs.ts";
import { isSpring, truths } from "./truths.ts";
import { deliveryContacts, type Delivery, type Story, type Visit } from "./visits.ts";

/** The seed of the demo that ships. */
const demoSeed = 2026;

/** Enough stories that over 20,000 customers are met on the demo's days. */
const storyCount = 23_500;
/** Stories begin this long before the first day, so that the first month already has deliveries. */
const leadIn = 110;

export interface DemoFile {
  name: string;
  text: string;
}

export interface DemoScale {
  today: string;
  seed?: number;
  /** How many customers' stories are told; fewer for a smaller world that is just as true. */
  stories?: number;
}

/** The exports of the demo's retailer up to the day before `today` (`2026-11-22`); the same for the same seed and day. */
export function generateDemo({ today, seed = demoSeed, stories = storyCount }: DemoScale): DemoFile[] {
  const calendar = calendarUpTo(today);
  const sheets = new Sheets(calendar);
  for (let index = 0; index < stories; index++) {
    const random = randomFrom(seed, index);
    const customer = makeCustomer(random, index);
    const teller = { random, calendar, customer };
    sheets.add(random, renovateKitchen(teller, startDay(random, calendar), `P${100_000 + index}`));
    if (random.chance(0.13))
      sheets.add(random, repairTool(teller, random.int(0, calendar.length), `R${100_000 + index}`));
  }
  return sheets.files();
}

/** Ideas come all year, and nearly twice as many in spring. */
function startDay(random: Random, calendar: Calendar): number {
  for (;;) {
    const day = random.int(-leadIn, calendar.length - 1);
    const weight = isSpring(calendar.monthOf(day)) ? truths.season.startWeight : 1;
    if (random.chance(weight / truths.season.startWeight)) return day;
  }
}

interface Row {
  /** Minutes since the calendar's first midnight. */
  at: number;
  cells: Cell[];
}

/** The rows of each file, gathered story by story. */
class Sheets {
  readonly #calendar: Calendar;
  readonly #customers = new Map<string, Customer>();
  readonly #contacts: Row[] = [];
  readonly #invitations: Row[] = [];
  readonly #deliveries: Row[] = [];
  readonly #answers: Row[] = [];

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  add(random: Random, { customer, visits, deliveries }: Story): void {
    for (const visit of visits) this.#addVisit(random, customer, visit);
    for (const delivery of deliveries) this.#addDelivery(random, customer, delivery);
  }

  files(): DemoFile[] {
    const sorted = (rows: Row[]) => rows.toSorted((a, b) => a.at - b.at).map(({ cells }) => cells);
    const numbered = (rows: Row[], letter: string) => sorted(rows).map((cells, i) => [`${letter}${i + 1}`, ...cells]);
    const customers = [...this.#customers.values()].map((one) => [
      one.id,
      one.email,
      one.language,
      one.region,
      one.store,
      one.type,
      one.loyalty,
    ]);
    const carrier = deliveryContacts.map(({ column }) => column);
    return [
      {
        name: "customers.csv",
        text: csv(["customer", "email", "language", "region", "store", "type", "loyalty"], customers),
      },
      {
        name: "contacts.csv",
        text: csv(["contact", "customer", "at", "touchpoint", "file", "path"], numbered(this.#contacts, "V")),
      },
      {
        name: "invitations.csv",
        text: csv(["invitation", "customer", "sent", "file", "path"], numbered(this.#invitations, "I")),
      },
      {
        name: "deliveries.csv",
        text: csv(["file", "customer", "path", "promised", ...carrier], sorted(this.#deliveries)),
      },
      {
        name: "answers.csv",
        text: csv(
          ["answer", "customer", "at", "touchpoint", "metric", "score", "comment", "file", "path"],
          numbered(this.#answers, "A"),
        ),
      },
    ];
  }

  #addVisit(random: Random, customer: Customer, visit: Visit): void {
    if (!this.#isShown(visit.day)) return;
    const at = moment(random, visit.day);
    this.#customers.set(customer.id, customer);
    if (visit.touchpoint === "satisfaction-survey") {
      this.#invitations.push({ at, cells: [customer.id, this.#timeOf(at), visit.file, visit.path] });
    } else {
      this.#contacts.push({ at, cells: [customer.id, this.#timeOf(at), visit.touchpoint, visit.file, visit.path] });
    }
    this.#addAnswer(random, customer, visit, at);
  }

  #addDelivery(random: Random, customer: Customer, delivery: Delivery): void {
    const late = delivery.delivered > delivery.promised;
    const times = deliveryContacts.map(({ touchpoint, hours, day }) => {
      const met = day(delivery);
      if (met === null || !this.#isShown(met)) return "";
      const at = moment(random, met, hours);
      this.#addAnswer(random, customer, { day: met, touchpoint, file: delivery.file, path: delivery.path, late }, at);
      return this.#timeOf(at);
    });
    if (times.every((time) => time === "")) return;
    this.#customers.set(customer.id, customer);
    const promised = this.#calendar.dateOf(delivery.promised);
    this.#deliveries.push({
      at: delivery.chosen * 1440,
      cells: [delivery.file, customer.id, delivery.path, promised, ...times],
    });
  }

  #addAnswer(random: Random, customer: Customer, visit: Visit, met: number): void {
    const { touchpoint, day, path, late, file } = visit;
    const circumstances = {
      month: this.#calendar.monthOf(day),
      improved: day >= this.#calendar.improvement,
      path,
      late,
    };
    const verdict = verdictOf(random, touchpoint, customer, circumstances);
    const at = met + random.int(20, 2 * 1440);
    if (verdict === null || !this.#isShown(Math.floor(at / 1440))) return;
    const comment = commentOn(random, touchpoint, customer, verdict);
    this.#answers.push({
      at,
      cells: [customer.id, this.#timeOf(at), touchpoint, verdict.metric, verdict.score, comment, file, path],
    });
  }

  #isShown(day: number): boolean {
    return day >= 0 && day < this.#calendar.length;
  }

  /** `2026-03-09 14:05`, in the retailer's own time. */
  #timeOf(at: number): string {
    const minute = at % 1440;
    const two = (value: number) => String(value).padStart(2, "0");
    return `${this.#calendar.dateOf(Math.floor(at / 1440))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  }
}

/** Some minute of a day's opening hours. */
function moment(random: Random, day: number, [opening, closing]: readonly [number, number] = [9, 19]): number {
  return day * 1440 + random.int(opening * 60, closing * 60 - 1);
}
