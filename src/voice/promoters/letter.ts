import type { Locale } from "#workspace/model.ts";
import { reviewLinksMarkup, reviewLinksText } from "../letters/review-links.ts";
import { letterSheet, softText } from "../letters/sheet.ts";
import type { ReviewLink } from "../model.ts";
import { markup } from "../page/markup.ts";
import type { PromoterLetterKind, PromoterRole } from "./model.ts";

/** What is written to somebody who is pleased. */
export interface PromoterLetter {
  kind: PromoterLetterKind;
  text: string;
  /** The company. */
  from: string;
  /** Where they say yes or no; of a letter that asks. */
  joinUrl: string | null;
  /** Where they say that they want to hear no more. */
  refuseUrl: string;
  /** Where the public may be told; of thanks. */
  reviewLinks?: readonly ReviewLink[];
}

/** It as it goes out. */
export function promoterLetter(
  { kind, text, from, joinUrl, refuseUrl, reviewLinks = [] }: PromoterLetter,
  locale: Locale,
): { subject: string; text: string; html: string } {
  const { subject, why, answer, refuse } = words[locale];
  const link =
    joinUrl === null
      ? null
      : markup`<p style="margin:24px 0 0"><a href="${joinUrl}"
style="display:inline-block;padding:12px 20px;border-radius:8px;background:#2b4acb;color:#ffffff;font-weight:600;text-decoration:none">${answer}</a></p>`;
  const foot = markup`<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #cfc8b9;${softText}">${why(from)}<br><a
href="${refuseUrl}" style="color:#2b4acb">${refuse}</a></p>`;
  const publicly = reviewLinksText(reviewLinks, locale);
  return {
    subject: subject[kind](from),
    text: [
      text,
      ...(joinUrl === null ? [] : [`${answer}: ${joinUrl}`]),
      ...(publicly === "" ? [] : [publicly]),
      "-- ",
      why(from),
      `${refuse}: ${refuseUrl}`,
      "",
    ].join("\n\n"),
    html: letterSheet(locale, text, [link, reviewLinksMarkup(reviewLinks, locale), foot]),
  };
}

/** A letter to begin with; `from` is whose it is, e.g. a name and the company's. */
export function readyPromoterLetter(kind: PromoterLetterKind, locale: Locale, from: string): string {
  const { hello, goodbye, body } = words[locale];
  return `${hello}\n\n${body[kind]}\n\n${goodbye}\n${from}`;
}

interface LetterWords {
  subject: Record<PromoterLetterKind, (from: string) => string>;
  hello: string;
  goodbye: string;
  body: Record<PromoterLetterKind, string>;
  answer: string;
  why: (from: string) => string;
  refuse: string;
}

const words: Record<Locale, LetterWords> = {
  fr: {
    subject: {
      thanks: (from) => `Merci de la part de ${from}`,
      ambassador: (from) => `Voulez-vous être ambassadeur de ${from} ?`,
      committee: (from) => `Voulez-vous rejoindre le comité clients de ${from} ?`,
    },
    hello: "Bonjour,",
    goodbye: "Bien à vous,",
    body: {
      thanks:
        "Merci de nous avoir dit que vous êtes content de nous. Toute l’équipe l’a lu avec plaisir, et cela nous aide à continuer ainsi.",
      ambassador:
        "Merci de nous avoir dit que vous êtes content de nous. Aimeriez-vous parler de nous autour de vous, comme ambassadeur ? Nous vous écririons de temps en temps : pour un témoignage, ou pour vous montrer une nouveauté avant les autres.",
      committee:
        "Merci de nous avoir dit que vous êtes content de nous. Nous réunissons régulièrement quelques clients pour les écouter avant de décider : notre comité clients. Aimeriez-vous en être ?",
    },
    answer: "Dire oui ou non",
    why: (from) => `${from} vous écrit parce que vous avez répondu à une de ses questions.`,
    refuse: "Ne plus m’écrire",
  },
  en: {
    subject: {
      thanks: (from) => `Thank you from ${from}`,
      ambassador: (from) => `Would you like to be an ambassador of ${from}?`,
      committee: (from) => `Would you like to join the customer committee of ${from}?`,
    },
    hello: "Hello,",
    goodbye: "Kind regards,",
    body: {
      thanks:
        "Thank you for telling us that you are happy with us. The whole team read it with pleasure, and it helps us to go on this way.",
      ambassador:
        "Thank you for telling us that you are happy with us. Would you like to speak of us around you, as an ambassador? We would write to you now and then: for a few words of yours, or to show you something new before others see it.",
      committee:
        "Thank you for telling us that you are happy with us. We regularly meet a few customers to hear them before we decide: our customer committee. Would you like to be one of them?",
    },
    answer: "Say yes or no",
    why: (from) => `${from} writes to you because you answered one of its questions.`,
    refuse: "Do not write to me any more",
  },
};

/** What somebody agrees to who takes a role. */
export function consentTo(role: PromoterRole, locale: Locale, from: string): string {
  return consents[locale][role](from);
}

const consents: Record<Locale, Record<PromoterRole, (from: string) => string>> = {
  fr: {
    ambassador: (from) =>
      `En disant oui, j’accepte que ${from} garde mon adresse et m’écrive comme ambassadeur : témoignages, avant-premières, recommandations. Rien n’est publié sans me le demander. Je peux me retirer à tout moment par ce même lien.`,
    committee: (from) =>
      `En disant oui, j’accepte que ${from} garde mon adresse et m’invite aux réunions de son comité clients. Je peux me retirer à tout moment par ce même lien.`,
  },
  en: {
    ambassador: (from) =>
      `By saying yes I agree that ${from} keeps my address and writes to me as an ambassador: a few words of mine, previews, recommendations. Nothing is published without asking me. I may withdraw at any time by this same link.`,
    committee: (from) =>
      `By saying yes I agree that ${from} keeps my address and invites me to meetings of its customer committee. I may withdraw at any time by this same link.`,
  },
};
