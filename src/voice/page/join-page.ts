import type { Locale } from "#workspace/model.ts";
import type { PromoterRole, RoleState } from "../promoters/model.ts";
import type { RoleSaid } from "../promoters/rules.ts";
import { documentOf } from "./document.ts";
import { markup, type Markup } from "./markup.ts";
import { reviewPagesStyle } from "./reviews/style.ts";

export interface JoinPage {
  locale: Locale;
  from: string;
  action: string;
  role: PromoterRole;
  /** Over: they were asked, and their link ended without a word. */
  state: RoleState | "over";
  /** The day of what they said last, in words. */
  on: string;
  /** What they agree to by saying yes. */
  consent: string;
  /** What can be said now. */
  says: readonly RoleSaid[];
}

/** Where somebody says whether they take a role, sees what they said, and withdraws. */
export function joinPage({ locale, from, action, role, state, on, consent, says }: JoinPage): string {
  const words = joinWords[locale];
  const title = words.title[role](from);
  const standing = words[state](on);
  return documentOf({
    language: locale,
    from,
    title,
    ownStyle: reviewPagesStyle(),
    main: markup`<div class="review"><h1>${title}</h1>
<p role="status">${standing}</p>
${says.includes("accept") ? markup`<p>${words.about[role]}</p><p class="consent">${consent}</p>` : null}
${says.length === 0 ? null : deedForm(action, says, locale)}</div>`,
  });
}

function deedForm(action: string, says: readonly RoleSaid[], locale: Locale): Markup {
  return markup`<form method="post" action="${action}" class="plain"><p>${says.map(
    (said) =>
      markup`<button name="deed" value="${said}"${said === "accept" ? null : markup` class="second"`}>${joinWords[locale][said]}</button> `,
  )}</p></form>`;
}

type JoinWords = Record<RoleSaid, string> &
  Record<JoinPage["state"], (on: string) => string> & {
    title: Record<PromoterRole, (from: string) => string>;
    about: Record<PromoterRole, string>;
  };

const joinWords: Record<Locale, JoinWords> = {
  fr: {
    title: {
      ambassador: (from) => `Ambassadeur de ${from}`,
      committee: (from) => `Comité clients de ${from}`,
    },
    about: {
      ambassador: "Un ambassadeur parle de nous autour de lui, quand il en a envie. Cela n’engage à rien.",
      committee: "Le comité clients réunit quelques clients, qui disent ce qu’ils pensent de nos projets.",
    },
    invited: () => "Voulez-vous en être ?",
    over: () => "Ce lien n’est plus valable. Si vous voulez en être, répondez à notre lettre.",
    accepted: (on) => `Vous avez dit oui le ${on}. Merci !`,
    declined: (on) => `Vous avez dit non le ${on}. Nous ne vous le demanderons plus.`,
    withdrawn: (on) => `Vous vous êtes retiré le ${on}. Nous ne vous écrirons plus à ce titre.`,
    accept: "Oui, j’en suis",
    decline: "Non merci",
    withdraw: "Me retirer",
  },
  en: {
    title: {
      ambassador: (from) => `Ambassador of ${from}`,
      committee: (from) => `Customer committee of ${from}`,
    },
    about: {
      ambassador: "An ambassador speaks of us around them, when they feel like it. It commits you to nothing.",
      committee: "The customer committee is a few customers who say what they think of our plans.",
    },
    invited: () => "Would you like to be part of it?",
    over: () => "This link is no longer valid. If you would like to be part of it, reply to our letter.",
    accepted: (on) => `You said yes on ${on}. Thank you!`,
    declined: (on) => `You said no on ${on}. We will not ask you again.`,
    withdrawn: (on) => `You withdrew on ${on}. We no longer write to you as such.`,
    accept: "Yes, count me in",
    decline: "No, thank you",
    withdraw: "Withdraw",
  },
};
