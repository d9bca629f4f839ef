import type { Answers, ReviewLink, SurveyContent } from "../model.ts";
import { piped, textIn } from "../rules.ts";
import { documentOf } from "./document.ts";
import { arrived, cut } from "./glyphs.ts";
import { markup, type Markup } from "./markup.ts";
import { pageWords } from "./words.ts";

/** To whom thanks go, and for what. */
export interface Thanks {
  content: SurveyContent;
  language: string;
  answers: Answers;
  from?: string | undefined;
  /** Where the answer can be published as a review, where that is offered. */
  reviewUrl?: string | undefined;
  /** Where the public may be told: the same for whatever was answered. */
  reviewLinks?: readonly ReviewLink[] | undefined;
}

/** Why nothing is asked. */
export interface Refusal {
  language: string;
  reason: "closed" | "unknown";
  from?: string | undefined;
}

/** What whoever has answered sees. */
export function thanksPage(thanks: Thanks): string {
  return messagePage(thanks, thanksMessage(thanks));
}

/** What is shown instead of a survey that takes no answers, or of one that is not there. */
export function closedPage(refusal: Refusal): string {
  return messagePage(refusal, closedMessage(refusal));
}

/** A few words under a sign, on a page of their own or in another's. */
export interface Message {
  glyph: Markup;
  title: string;
  text: string;
  /** Where more can be done, and its words. */
  link?: { url: string; text: string } | undefined;
  further?: { text: string; links: readonly ReviewLink[] } | undefined;
}

export function thanksMessage({ content, language, answers, reviewUrl, reviewLinks = [] }: Thanks): Message {
  const words = pageWords(language);
  const thanks = piped(textIn(content.thanks, language, content), answers, content, language);
  const link = reviewUrl === undefined ? undefined : { url: reviewUrl, text: words.publish };
  const further = reviewLinks.length === 0 ? undefined : { text: words.sayPublicly, links: reviewLinks };
  return { glyph: arrived(), title: thanks || words.thanks, text: words.recorded, link, further };
}

export function closedMessage({ language, reason }: Refusal): Message {
  const words = pageWords(language);
  const [title, text] = reason === "closed" ? [words.closed, words.closedMore] : [words.unknown, words.unknownMore];
  return { glyph: cut(), title, text };
}

/** A message; in another's page its title is no heading of that page's. */
export function messageMarkup({ glyph, title, text, link, further }: Message, isEmbedded = false): Markup {
  const heading = isEmbedded ? markup`<p class="title" dir="auto">${title}</p>` : markup`<h1 dir="auto">${title}</h1>`;
  return markup`<div class="message">
${glyph}
${heading}
<p>${text}</p>
${link === undefined ? null : markup`<p><a href="${link.url}" target="_blank">${link.text}</a></p>`}${further === undefined ? null : furtherMarkup(further)}
</div>`;
}

function furtherMarkup({ text, links }: NonNullable<Message["further"]>): Markup {
  return markup`
<p>${text}</p>
<ul>${links.map(({ name, url }) => markup`<li><a href="${url}" target="_blank" rel="noopener" dir="auto">${name}</a></li>`)}</ul>`;
}

function messagePage({ language, from }: Pick<Refusal, "language" | "from">, message: Message): string {
  return documentOf({ language, from, title: message.title, main: messageMarkup(message) });
}
