import { scaleOf } from "#activity/model.ts";
import { en } from "./comments.en.ts";
import { fr } from "./comments.fr.ts";
import type { Customer } from "./customers.ts";
import type { Verdict } from "./opinions.ts";
import type { Random } from "./random.ts";

/** What customers say in one language. `{n}` a few, `{min}` minutes, `{m}` a dozen or so, `{product}`, `{store}` stand for what differs. */
export interface Phrases {
  products: readonly string[];
  /** By touchpoint key. */
  about: Readonly<Record<string, { bad: readonly string[]; good: readonly string[] }>>;
  mixed: readonly string[];
  after: { bad: readonly string[]; good: readonly string[] };
}

const phrasesOf: Record<Customer["language"], Phrases> = { fr, en };

/** What a customer writes beside a score; many write nothing, and those who are cross or delighted write more. */
export function commentOn(random: Random, touchpoint: string, customer: Customer, verdict: Verdict): string {
  const phrases = phrasesOf[customer.language];
  const about = phrases.about[touchpoint];
  const mood = moodOf(verdict);
  if (about === undefined || !random.chance(mood === "mixed" ? 0.4 : 0.68)) return "";
  if (mood === "mixed") {
    const detail = random.chance(0.75) ? ` ${random.pick(random.chance(0.5) ? about.bad : about.good)}` : "";
    return typed(random, fill(random, random.pick(phrases.mixed) + detail, customer, phrases));
  }
  const said = [random.pick(about[mood])];
  if (random.chance(0.3)) said.push(random.pick(about[mood]));
  if (random.chance(0.3)) said.push(random.pick(phrases.after[mood]));
  return typed(random, fill(random, [...new Set(said)].join(" "), customer, phrases));
}

/** The lower half of a scale is bad, its best quarter good. */
function moodOf({ metric, score }: Verdict): "bad" | "mixed" | "good" {
  const { min, max } = scaleOf[metric];
  const share = (score - min) / (max - min);
  if (share < 0.5) return "bad";
  return share >= 0.75 ? "good" : "mixed";
}

function fill(random: Random, text: string, { store }: Customer, { products }: Phrases): string {
  return text
    .replaceAll("{n}", () => String(random.int(2, 6)))
    .replaceAll("{min}", () => String(random.int(2, 9) * 5))
    .replaceAll("{m}", () => String(random.int(6, 19)))
    .replaceAll("{product}", () => random.pick(products))
    .replaceAll("{store}", store);
}

/** Some write without capitals or the last full stop, as people do on a telephone. */
function typed(random: Random, text: string): string {
  const hand = random.next();
  if (hand < 0.12) return text.toLowerCase().replace(/\.$/, "");
  return hand < 0.3 ? text.replace(/\.$/, "") : text;
}
