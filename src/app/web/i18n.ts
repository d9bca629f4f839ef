import { type i18n, createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { en as activityEn } from "#activity/web/words.en.ts";
import { fr as activityFr } from "#activity/web/words.fr.ts";
import { en as insightEn } from "#insight/web/words.en.ts";
import { fr as insightFr } from "#insight/web/words.fr.ts";
import { en as clipboardEn } from "#journey/web/clipboard/words.en.ts";
import { fr as clipboardFr } from "#journey/web/clipboard/words.fr.ts";
import { en as commentsEn } from "#journey/web/comments/words.en.ts";
import { fr as commentsFr } from "#journey/web/comments/words.fr.ts";
import { en as emotionEn } from "#journey/web/emotion/words.en.ts";
import { fr as emotionFr } from "#journey/web/emotion/words.fr.ts";
import { en as exportsEn } from "#journey/web/exports/words.en.ts";
import { fr as exportsFr } from "#journey/web/exports/words.fr.ts";
import { en as sharingEn } from "#journey/web/sharing/words.en.ts";
import { fr as sharingFr } from "#journey/web/sharing/words.fr.ts";
import { en as votesEn } from "#journey/web/votes/words.en.ts";
import { fr as votesFr } from "#journey/web/votes/words.fr.ts";
import { en as selectionEn } from "#journey/web/selection/words.en.ts";
import { fr as selectionFr } from "#journey/web/selection/words.fr.ts";
import { en as paletteEn } from "#journey/web/palette/words.en.ts";
import { fr as paletteFr } from "#journey/web/palette/words.fr.ts";
import { en as zoomEn } from "#journey/web/zoom/words.en.ts";
import { fr as zoomFr } from "#journey/web/zoom/words.fr.ts";
import { en as presenceEn } from "#journey/web/presence/words.en.ts";
import { fr as presenceFr } from "#journey/web/presence/words.fr.ts";
import { en as journeyEn } from "#journey/web/words.en.ts";
import { fr as journeyFr } from "#journey/web/words.fr.ts";
import { en as viewsEn } from "#journey/web/views/words.en.ts";
import { fr as viewsFr } from "#journey/web/views/words.fr.ts";
import { en as cardEn } from "#journey/web/card/words.en.ts";
import { fr as cardFr } from "#journey/web/card/words.fr.ts";
import { en as framingEn } from "#journey/web/framing/words.en.ts";
import { fr as framingFr } from "#journey/web/framing/words.fr.ts";
import { en as lanesEn } from "#journey/web/lanes/words.en.ts";
import { fr as lanesFr } from "#journey/web/lanes/words.fr.ts";
import { en as linksEn } from "#journey/web/links/words.en.ts";
import { fr as linksFr } from "#journey/web/links/words.fr.ts";
import { en as personasEn } from "#journey/web/personas/words.en.ts";
import { fr as personasFr } from "#journey/web/personas/words.fr.ts";
import { en as importingEn } from "#journey/web/importing/words.en.ts";
import { fr as importingFr } from "#journey/web/importing/words.fr.ts";
import { en as versionsEn } from "#journey/web/versions/words.en.ts";
import { fr as versionsFr } from "#journey/web/versions/words.fr.ts";
import { en as warningsEn } from "#journey/web/warnings/words.en.ts";
import { fr as warningsFr } from "#journey/web/warnings/words.fr.ts";
import { en as personaEn } from "#persona/web/words.en.ts";
import { fr as personaFr } from "#persona/web/words.fr.ts";
import { en as atlasEn } from "#journey/web/atlas/words.en.ts";
import { fr as atlasFr } from "#journey/web/atlas/words.fr.ts";
import { en as templatesEn } from "#journey/web/templates/words.en.ts";
import { fr as templatesFr } from "#journey/web/templates/words.fr.ts";
import { en as touchpointEn } from "#touchpoint/web/words.en.ts";
import { fr as touchpointFr } from "#touchpoint/web/words.fr.ts";
import { en as uiEn } from "#ui/words.en.ts";
import { fr as uiFr } from "#ui/words.fr.ts";
import { en as voiceEn } from "#voice/web/words.en.ts";
import { fr as voiceFr } from "#voice/web/words.fr.ts";
import { type Locale, locales } from "#workspace/model.ts";
import { en as workspaceEn } from "#workspace/web/words.en.ts";
import { fr as workspaceFr } from "#workspace/web/words.fr.ts";
import { en as appEn } from "./words.en.ts";
import { fr as appFr } from "./words.fr.ts";

const en = {
  ui: uiEn,
  app: appEn,
  workspace: workspaceEn,
  touchpoint: touchpointEn,
  activity: activityEn,
  journey: journeyEn,
  presence: presenceEn,
  palette: paletteEn,
  zoom: zoomEn,
  clipboard: clipboardEn,
  comments: commentsEn,
  exports: exportsEn,
  sharing: sharingEn,
  votes: votesEn,
  emotion: emotionEn,
  selection: selectionEn,
  card: cardEn,
  framing: framingEn,
  lanes: lanesEn,
  links: linksEn,
  persona: personaEn,
  personas: personasEn,
  importing: importingEn,
  versions: versionsEn,
  warnings: warningsEn,
  views: viewsEn,
  atlas: atlasEn,
  templates: templatesEn,
  voice: voiceEn,
  insight: insightEn,
};
const fr: Record<keyof typeof en, Record<string, string>> = {
  ui: uiFr,
  app: appFr,
  workspace: workspaceFr,
  touchpoint: touchpointFr,
  activity: activityFr,
  journey: journeyFr,
  presence: presenceFr,
  palette: paletteFr,
  zoom: zoomFr,
  clipboard: clipboardFr,
  comments: commentsFr,
  exports: exportsFr,
  sharing: sharingFr,
  votes: votesFr,
  emotion: emotionFr,
  selection: selectionFr,
  card: cardFr,
  framing: framingFr,
  lanes: lanesFr,
  links: linksFr,
  persona: personaFr,
  personas: personasFr,
  importing: importingFr,
  versions: versionsFr,
  warnings: warningsFr,
  views: viewsFr,
  atlas: atlasFr,
  templates: templatesFr,
  voice: voiceFr,
  insight: insightFr,
};

declare module "i18next" {
  interface CustomTypeOptions {
    resources: typeof en;
    defaultNS: "ui";
    keySeparator: false;
    contextSeparator: "|";
  }
}

/** French counts millions in a form of their own («1 000 000 de lignes»), which no key of ours distinguishes. */
function withMillions(words: Record<string, string>): Record<string, string> {
  const many = Object.entries(words)
    .filter(([key]) => key.endsWith("_other"))
    .map(([key, text]) => [key.replace(/_other$/, "_many"), text]);
  return { ...words, ...Object.fromEntries(many) };
}

/** The words of every room under the room's name; keys are flat, `a.b` is one key. */
export function createI18n(locale: Locale): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: locale,
    supportedLngs: locales,
    fallbackLng: false,
    defaultNS: "ui",
    keySeparator: false,
    contextSeparator: "|",
    interpolation: { escapeValue: false },
    initAsync: false,
    resources: { en, fr: Object.fromEntries(Object.entries(fr).map(([room, words]) => [room, withMillions(words)])) },
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
