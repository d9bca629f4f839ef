import type { Locale } from "#workspace/model.ts";

/** The language of ours in which somebody is written to: theirs when it is one of them, else English. */
export function letterLocale(language: string): Locale {
  return language.split("-", 1)[0] === "fr" ? "fr" : "en";
}

/** A day in words, e.g. « 12 novembre », where the reader of a letter is. */
export function dayInWords(at: Date, locale: Locale, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone }).format(at);
}
