import type { Metric } from "#activity/model.ts";
import { scaleOf } from "#activity/model.ts";
import type { Customer } from "./customers.ts";
import type { Random } from "./random.ts";
import { isSpring, truths } from "./truths.ts";
import type { Path } from "./visits.ts";

/** How a contact went, as far as it changes what is thought of it. */
export interface Circumstances {
  month: number;
  /** The single delivery date is in place. */
  improved: boolean;
  path: Path;
  late: boolean;
}

interface Opinion {
  metric: Metric;
  /** Share of contacts that are followed by an answer. */
  answers: number;
  /** Mean raw score before it is rounded to the scale. */
  mean: (customer: Customer, circumstances: Circumstances) => number;
  deviation: number;
}

const steady = (metric: Metric, answers: number, mean: number, deviation: number): Opinion => ({
  metric,
  answers,
  mean: () => mean,
  deviation,
});

/** What is asked at each touchpoint, how many answer, and what they think. */
const opinions: Record<string, Opinion> = {
  "web-inspiration": steady("csat", 0.035, 4.25, 0.85),
  "app-projects": steady("stars", 0.05, 4.2, 0.85),
  "shop-advice": steady("ces", 0.13, 6.1, 1.1),
  "chat-advice": steady("csat", 0.17, 4.05, 1.05),
  "web-quote": { metric: "ces", answers: 0.2, deviation: 1.4, mean: (_, { path }) => (path === "web" ? 5.2 : 4.1) },
  "shop-quote": steady("ces", 0.12, 5.8, 1.15),
  "shop-appointment": {
    metric: "ces",
    answers: 0.2,
    deviation: 1.25,
    mean: (_, { path }) => truths.break.appointmentCes[path === "web-shop" ? "channelChanged" : "sameChannel"],
  },
  "checkout-shop": {
    metric: "nps",
    answers: 0.25,
    deviation: 1.9,
    mean: ({ type }) => truths.segment.checkoutNpsMean[type],
  },
  "checkout-web": steady("csat", 0.2, 4.3, 0.85),
  "delivery-date": {
    metric: "csat",
    answers: 0.19,
    deviation: 0.95,
    mean: (_, { improved }) => truths.improvement.csatMean[improved ? "since" : "before"],
  },
  "delivery-tracking": { metric: "csat", answers: 0.1, deviation: 1.2, mean: () => truths.tracking.csatMean },
  delivery: { metric: "csat", answers: 0.2, deviation: 0.9, mean: (_, { late }) => (late ? 3.4 : 4.45) },
  "phone-help": {
    metric: "ces",
    answers: 0.17,
    deviation: 1.3,
    mean: (_, { month }) => truths.season.phoneCes[isSpring(month) ? "spring" : "usual"],
  },
  "fitting-videos": steady("stars", 0.05, 4.5, 0.75),
  "after-sales": steady("csat", 0.2, 3.95, 1.05),
  "satisfaction-survey": {
    metric: "nps",
    answers: 0.24,
    deviation: 2,
    mean: ({ loyalty }, { late }) => (loyalty === "member" ? 8.5 : 7.8) - (late ? 1 : 0),
  },
  "online-review": steady("stars", 1, 4.15, 1.05),
  "repair-request": steady("ces", 0.15, 5.3, 1.3),
  "repair-news": steady("csat", 0.1, 3.7, 1.05),
  "repair-pickup": steady("stars", 0.22, 4.5, 0.75),
};

export interface Verdict {
  metric: Metric;
  score: number;
}

/** What a customer answers after a contact, null when they are not asked or do not answer. */
export function verdictOf(
  random: Random,
  touchpoint: string,
  customer: Customer,
  circumstances: Circumstances,
): Verdict | null {
  const opinion = opinions[touchpoint];
  if (opinion === undefined || !random.chance(opinion.answers)) return null;
  const { metric, deviation } = opinion;
  const { min, max } = scaleOf[metric];
  const felt = random.normal(opinion.mean(customer, circumstances) + customer.temper * deviation, deviation);
  return { metric, score: Math.min(max, Math.max(min, Math.round(felt))) };
}
