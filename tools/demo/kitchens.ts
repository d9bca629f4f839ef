import type { Random } from "./random.ts";
import { isSpring, truths } from "./truths.ts";
import type { Delivery, Path, Story, Teller, Visit } from "./visits.ts";

/** One customer's kitchen, from the poster to the review. `start` is the day of the idea. */
export function renovateKitchen({ random, calendar, customer }: Teller, start: number, file: string): Story {
  const visits: Visit[] = [];
  const path = choosePath(random);
  let late = false;
  const meet = (touchpoint: string, day: number) =>
    visits.push({ day, touchpoint, file, path: pathAt(touchpoint, path), late });
  const meetUpTo = (times: number, touchpoint: string, from: number, days: number) => {
    for (let i = random.int(1, times); i > 0; i--) meet(touchpoint, from + random.int(0, days));
  };
  const story = (deliveries: Delivery[]): Story => ({ customer, visits, deliveries });

  if (random.chance(0.3)) meet("poster", start);
  if (random.chance(0.22)) meet("radio-spot", start);
  if (random.chance(0.8)) meetUpTo(3, "web-inspiration", start + 1, 12);
  if (random.chance(customer.loyalty === "member" ? 0.45 : 0.2)) meetUpTo(3, "app-projects", start + 2, 40);

  const comparing = start + random.int(5, 16);
  if (random.chance(0.55)) meet("shop-advice", comparing + random.int(0, 6));
  if (random.chance(0.26)) meet("chat-advice", comparing + random.int(0, 6));
  if (path === "") return story([]);

  const quoted = comparing + random.int(3, 14);
  meet(path.startsWith("web") ? "web-quote" : "shop-quote", quoted);
  if (path.endsWith("none")) return story([]);

  const settled = quoted + random.int(3, 14);
  if (path !== "web") meet("shop-appointment", settled);
  if (random.chance(0.1)) return story([]);

  const ordered = settled + random.int(0, 6);
  meet(path === "web" ? "checkout-web" : "checkout-shop", ordered);
  meet("order-email", ordered);

  const delivery = deliver(random, { file, path, ordered, improved: ordered >= calendar.improvement });
  late = delivery.delivered > delivery.promised;

  const home = delivery.delivered;
  const calls = isSpring(calendar.monthOf(home + 8)) ? 0.28 * truths.season.callsTimes : 0.28;
  if (random.chance(calls)) meetUpTo(2, "phone-help", home + 1, 18);
  if (random.chance(0.5)) meetUpTo(3, "fitting-videos", home + 1, 20);
  if (random.chance(late ? 0.28 : 0.14)) meet("after-sales", home + random.int(4, 40));
  if (random.chance(0.72)) meet("satisfaction-survey", home + 10);
  if (random.chance(0.09)) meet("online-review", home + random.int(12, 35));
  return story([delivery]);
}

/** How the quote is asked for, and whether and where the project goes on. */
function choosePath(random: Random): Path {
  const { web, shop } = truths.break.neverContinue;
  const quote = random.weighted({ web: 0.58, shop: 0.34, none: 0.08 });
  if (quote === "none") return "";
  if (quote === "shop") return random.chance(shop) ? "shop-none" : "shop";
  if (random.chance(web)) return "web-none";
  return random.chance(0.45) ? "web" : "web-shop";
}

/** Before the quote nobody knows yet by which channels a project will go. */
function pathAt(touchpoint: string, path: Path): Path {
  return beforeQuote.has(touchpoint) ? "" : path;
}

const beforeQuote = new Set(["poster", "radio-spot", "web-inspiration", "app-projects", "shop-advice", "chat-advice"]);

function deliver(random: Random, order: { file: string; path: Path; ordered: number; improved: boolean }): Delivery {
  const { late, dateChanges } = truths.improvement;
  const era = order.improved ? "since" : "before";
  const chosen = order.ordered + random.int(0, 2);
  const promised = chosen + random.int(12, 30);
  const delivered = promised + (random.chance(late[era]) ? random.int(1, 9) : 0);
  return {
    file: order.file,
    path: order.path,
    chosen,
    changed: random.chance(dateChanges[era]) ? chosen + random.int(2, 9) : null,
    announced: promised - random.int(3, 6),
    updated: random.chance(0.6) ? promised - 1 : null,
    onItsWay: delivered,
    promised,
    delivered,
  };
}
