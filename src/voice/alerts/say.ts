import { figureOf } from "#insight/model.ts";
import type { Locale } from "#workspace/model.ts";
import type { Asked } from "../model.ts";
import type { Sight } from "./model.ts";
import type { Source } from "./silence.ts";

/** What was seen over time: the finding, and what it rests on. */
export interface Said {
  finding: string;
  grounds: string;
}

interface SightWords {
  metrics: Record<Asked, string>;
  none: Record<Source, string>;
  drop: (metric: string, now: string, before: string, days: number) => string;
  difference: (value: string, low: string, high: string) => string;
  periods: (now: string, before: string) => string;
  silence: (none: string, lastAt: string) => string;
  heard: (n: string, days: number) => string;
}

const words: Record<Locale, SightWords> = {
  fr: {
    metrics: { nps: "NPS", csat: "CSAT", ces: "CES", ces5: "CES 1–5", stars: "Étoiles", yesNo: "Oui" },
    none: { answers: "Aucune réponse", contacts: "Aucun contact", surveys: "Aucune réponse" },
    drop: (metric, now, before, days) => `${metric} : ${now}, contre ${before} les ${days} jours d’avant`,
    difference: (value, low, high) => `écart ${value} [${low} ; ${high}] à 95 %`,
    periods: (now, before) => `${now}, comparé à ${before}`,
    silence: (none, lastAt) => `${none} depuis le ${lastAt}`,
    heard: (n, days) => (days === 1 ? `${n} ce jour-là` : `${n} sur les ${days} jours d’avant ce silence`),
  },
  en: {
    metrics: { nps: "NPS", csat: "CSAT", ces: "CES", ces5: "CES 1–5", stars: "Stars", yesNo: "Yes" },
    none: { answers: "No answer", contacts: "No contact", surveys: "No answer" },
    drop: (metric, now, before, days) => `${metric}: ${now}, against ${before} in the ${days} days before`,
    difference: (value, low, high) => `difference ${value}, 95% [${low}, ${high}]`,
    periods: (now, before) => `${now}, compared with ${before}`,
    silence: (none, lastAt) => `${none} since ${lastAt}`,
    heard: (n, days) => (days === 1 ? `${n} that day` : `${n} in the ${days} days before this silence`),
  },
};

/** A drop or a silence in words, with its figures, n, interval and period. */
export function saySight(sight: Sight, { locale, timeZone }: { locale: Locale; timeZone: string }): Said {
  const said = words[locale];
  const number = new Intl.NumberFormat(locale);
  if (sight.kind === "silence") {
    const { of, survey, days, lastAt, n } = sight;
    const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
    const heard = said.heard(number.format(n), days);
    return {
      finding: said.silence(said.none[of], when.format(new Date(lastAt))),
      grounds: survey === null ? heard : `${survey.name} · ${heard}`,
    };
  }
  const { metric, now, before, difference } = sight;
  const { value, change } = figureTexts(metric, locale);
  const figure = (one: { value: number; n: number }) => `${value(one.value)} (n ${number.format(one.n)})`;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const period = ({ from, to }: { from: string; to: string }) => day.formatRange(new Date(from), new Date(to));
  const days = (Date.parse(now.to) - Date.parse(now.from)) / 86_400_000 + 1;
  return {
    finding: said.drop(said.metrics[metric], figure(now), figure(before), days),
    grounds: `${said.difference(change(difference.value), change(difference.low), change(difference.high))} · ${said.periods(period(now), period(before))}`,
  };
}

/** How the figures of a metric are written: NPS +31, shares 48 %, means 4.1; differences with their sign, in points where it is no mean. */
function figureTexts(metric: Asked, locale: Locale): Record<"value" | "change", (value: number) => string> {
  const digits = figureOf[metric] === "mean" ? 1 : 0;
  const write = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits, ...options });
    return (value: number) => format.format(value).replace("-", "−");
  };
  const change = write({ minimumFractionDigits: digits, signDisplay: "exceptZero" });
  if (figureOf[metric] === "balance") return { value: change, change };
  const share = write({ style: "percent" });
  return {
    value: figureOf[metric] === "share" ? (value) => share(value / 100) : write({ minimumFractionDigits: 1 }),
    change,
  };
}
