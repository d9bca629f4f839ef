import type { CustomTypeOptions, i18n } from "i18next";
import { createI18n } from "#app/web/i18n.ts";

const inLocale = { en: await createI18n("en"), fr: await createI18n("fr") };
export type Locale = keyof typeof inLocale;
type Room = Parameters<i18n["getFixedT"]>[1];

/** What the screens of a room say, so that a page model names a button as a person does and survives a change of wording. */
export function wordsOf<R extends keyof CustomTypeOptions["resources"]>(locale: Locale, room: R) {
  return inLocale[locale].getFixedT(null, room satisfies Room);
}
