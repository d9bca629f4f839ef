import { closedPage } from "../../page/message-page.ts";
import { pageLanguages } from "../../page/words.ts";
import { chooseLanguage } from "../../rules.ts";

/** Somebody who has followed a link of a letter, with the languages they read, the most wanted first. */
export interface Visit {
  token: string;
  languages: readonly string[];
}

/** What they are shown. */
export interface ShownPage {
  status: 200 | 404 | 410 | 422;
  html: string;
}

/** The language of a page for whom nothing else is known of. */
export function pageLanguage(languages: readonly string[]): string {
  return chooseLanguage({ languages: ["en", ...pageLanguages()] }, languages);
}

/** At a link that is none of ours. */
export function nothingHere(languages: readonly string[]): ShownPage {
  return { status: 404, html: closedPage({ language: pageLanguage(languages), reason: "unknown" }) };
}
