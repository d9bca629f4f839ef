import { type BackendModule, createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Locale, locales } from "#workspace/model.ts";
import type { words as english } from "./words/en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: typeof english;
    defaultNS: "ui";
    keySeparator: false;
    contextSeparator: "|";
  }
}

type Words = Record<string, Record<string, string>>;

/** A page is sent the words of the language it is read in; of another one when somebody chooses it. */
const wordsOf: Record<Locale, () => Promise<Words>> = {
  en: async () => (await import("./words/en.ts")).words,
  fr: async () => withMillions((await import("./words/fr.ts")).words),
};

/** French counts millions in a form of their own («1 000 000 de lignes»), which no key of ours distinguishes. */
function withMillions(words: Words): Words {
  return Object.fromEntries(
    Object.entries(words).map(([room, texts]) => {
      const many = Object.entries(texts)
        .filter(([key]) => key.endsWith("_other"))
        .map(([key, text]) => [key.replace(/_other$/, "_many"), text]);
      return [room, { ...texts, ...Object.fromEntries(many) }];
    }),
  );
}

const otherLanguages: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: async (locale, room) => (await wordsOf[locale as Locale]())[room],
};

/** The words of every room under the room's name; keys are flat, `a.b` is one key. */
export async function createI18n(locale: Locale): Promise<i18n> {
  const words = await wordsOf[locale]();
  const instance = createInstance();
  await instance
    .use(otherLanguages)
    .use(initReactI18next)
    .init({
      lng: locale,
      supportedLngs: locales,
      fallbackLng: false,
      ns: Object.keys(words),
      defaultNS: "ui",
      keySeparator: false,
      contextSeparator: "|",
      interpolation: { escapeValue: false },
      resources: { [locale]: words },
      partialBundledLanguages: true,
    });
  return instance;
}

const storedLocale = "parcours-locale";

/** The language chosen on this device, else the browser's, else French. */
export function firstLocale(): Locale {
  const wanted = [remembered(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return locales.find((locale) => locale === wanted.find((tag) => locales.some((known) => known === tag))) ?? "fr";
}

/** Keeps the page's language and this device's memory in step with the words on screen. */
export function followLocale(instance: i18n): void {
  const follow = (locale: string) => {
    document.documentElement.lang = locale;
    remember(locale);
  };
  follow(instance.language);
  instance.on("languageChanged", follow);
}

/** A page in a frame of another site may be refused any memory. */
function remembered(): string | null {
  try {
    return localStorage.getItem(storedLocale);
  } catch {
    return null;
  }
}

function remember(locale: string): void {
  try {
    localStorage.setItem(storedLocale, locale);
  } catch {
    // Then it is the browser's language again next time.
  }
}
