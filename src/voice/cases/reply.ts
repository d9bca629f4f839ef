import type { Locale } from "#workspace/model.ts";
import { reviewLinksMarkup, reviewLinksText } from "../letters/review-links.ts";
import { letterSheet, softText } from "../letters/sheet.ts";
import type { ReviewLink } from "../model.ts";
import { markup } from "../page/markup.ts";

/** What a member writes to the customer of a case. */
export interface Reply {
  text: string;
  /** What the customer had said, and the day in words; null when it is not kept. */
  quoted: { comment: string; on: string } | null;
  /** Where the public may be told. */
  reviewLinks?: readonly ReviewLink[];
}

/** A reply as a letter, with the customer's own words under it. */
export function replyLetter(
  { text, quoted, reviewLinks = [] }: Reply,
  locale: Locale,
): { subject: string; text: string; html: string } {
  const { subject, wrote } = words[locale];
  const said = quoted === null || quoted.comment === "" ? null : { ...quoted, intro: wrote(quoted.on) };
  const lines = said === null ? [] : ["", said.intro, ...said.comment.split("\n").map((line) => `> ${line}`)];
  const quote =
    said === null
      ? null
      : markup`<p style="margin:24px 0 8px;${softText}">${said.intro}</p><blockquote
style="margin:0;padding:4px 12px;border-left:3px solid #cfc8b9;color:#5b6172;white-space:pre-line">${said.comment}</blockquote>`;
  const publicly = reviewLinksText(reviewLinks, locale);
  return {
    subject: subject(quoted?.on ?? null),
    text: [text, ...lines, ...(publicly === "" ? [] : ["", publicly]), ""].join("\n"),
    html: letterSheet(locale, text, [quote, reviewLinksMarkup(reviewLinks, locale)]),
  };
}

export const readyReplies = ["heard", "details", "solved"] as const;
export type ReadyReply = (typeof readyReplies)[number];

/** A reply to begin with; `from` is whose it is, e.g. a name and the company's. */
export function readyReply(ready: ReadyReply, locale: Locale, from: string): string {
  const { hello, goodbye, body } = words[locale];
  return `${hello}\n\n${body[ready]}\n\n${goodbye}\n${from}`;
}

interface ReplyWords {
  subject: (on: string | null) => string;
  wrote: (on: string) => string;
  hello: string;
  goodbye: string;
  body: Record<ReadyReply, string>;
}

const words: Record<Locale, ReplyWords> = {
  fr: {
    subject: (on) => (on === null ? "À propos de votre demande" : `À propos de votre avis du ${on}`),
    wrote: (on) => `Le ${on}, vous nous aviez écrit :`,
    hello: "Bonjour,",
    goodbye: "Bien à vous,",
    body: {
      heard:
        "Merci de nous avoir dit ce qui n’allait pas, et pardon pour ce moment. Nous regardons ce qui s’est passé et revenons vers vous.",
      details:
        "Merci de nous avoir dit ce qui n’allait pas. Pour vous aider, il nous manque une précision : pouvez-vous nous dire …",
      solved: "Merci de nous avoir dit ce qui n’allait pas. Voici ce que nous avons fait : …",
    },
  },
  en: {
    subject: (on) => (on === null ? "About your request" : `About what you told us on ${on}`),
    wrote: (on) => `On ${on} you wrote to us:`,
    hello: "Hello,",
    goodbye: "Kind regards,",
    body: {
      heard:
        "Thank you for telling us what went wrong, and we are sorry that it did. We are looking into it and will come back to you.",
      details: "Thank you for telling us what went wrong. To help you we need one thing more: could you tell us …",
      solved: "Thank you for telling us what went wrong. This is what we have done: …",
    },
  },
};
