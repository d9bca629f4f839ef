import type { Locale } from "#workspace/model.ts";
import type { ReviewLink } from "../model.ts";
import { markup, type Markup } from "../page/markup.ts";
import { pageWords } from "../page/words.ts";
import { softText } from "./sheet.ts";

/** Where the public may be told, as a letter about an answer says it: in the words of the page, whatever was answered; empty without links. */
export function reviewLinksText(links: readonly ReviewLink[], locale: Locale): string {
  if (links.length === 0) return "";
  return [pageWords(locale).sayPublicly, ...links.map(({ name, url }) => `${name}: ${url}`)].join("\n");
}

/** The same in HTML; null without links. */
export function reviewLinksMarkup(links: readonly ReviewLink[], locale: Locale): Markup | null {
  if (links.length === 0) return null;
  return markup`<p style="margin:24px 0 0;${softText}">${pageWords(locale).sayPublicly}${links.map(
    ({ name, url }) => markup`<br><a href="${url}" style="color:#2b4acb">${name}</a>`,
  )}</p>`;
}
