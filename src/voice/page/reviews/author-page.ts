import { reviewsStyle } from "#collect/reviews-style.ts";
import type { RefusalReason, ReviewState } from "../../reviews/collected.ts";
import { directionOf, documentOf } from "../document.ts";
import { attribute, markup, type Markup } from "../markup.ts";
import { starsMarkup } from "./stars.ts";
import { reviewPagesStyle } from "./style.ts";
import { type ReviewWords, reviewWords } from "./words.ts";

/** What an author says of their review. */
export interface AuthorsWords {
  title: string;
  text: string;
  author: string;
  /** `yyyy-mm-dd`; empty: not said. */
  experiencedOn: string;
  isBuyer: boolean | null;
  hasConsented: boolean;
}
export const authorIssues = ["missingConsent", "missingDate", "missingBought"] as const;
export type AuthorIssue = (typeof authorIssues)[number];

export interface AuthorPage {
  language: string;
  from: string;
  action: string;
  /** What the box says that is ticked. */
  consent: string;
  rating: number;
  words: AuthorsWords;
  /** Null: nothing was sent yet. */
  state: ReviewState | null;
  refusal: RefusalReason | null;
  isContested: boolean;
  hasWithdrawn: boolean;
  issues: readonly AuthorIssue[];
}

const fieldOf = { missingConsent: "consent", missingDate: "experiencedOn", missingBought: "bought" } as const;

/** Where an answer becomes a review, and its author sees what becomes of it. */
export function authorPage(page: AuthorPage): string {
  const said = reviewWords(page.language);
  return documentOf({
    language: page.language,
    from: page.from,
    title: page.issues.length > 0 ? `${said.missing} – ${said.yours}` : said.yours,
    ownStyle: reviewsStyle(":root") + reviewPagesStyle(),
    main: markup`<div class="review">${standing(page, said)}${issueList(page, said)}${reviewForm(page, said)}${contestForm(page, said)}</div>`,
  });
}

function standing({ state, refusal, isContested, hasWithdrawn }: AuthorPage, said: ReviewWords): Markup {
  const outcome = hasWithdrawn
    ? said.withdrawn
    : state === null
      ? said.yoursText
      : state === "waiting"
        ? said.waiting
        : state === "published"
          ? said.isPublished
          : said.isRefused;
  const why = state === "refused" && refusal !== null ? markup` <b>${said.refusal[refusal]}</b>` : null;
  return markup`<h1>${said.yours}</h1>
<p role="status">${outcome}${why}${isContested ? markup`<br>${said.contested}` : null}</p>`;
}

function issueList({ issues }: AuthorPage, said: ReviewWords): Markup | null {
  if (issues.length === 0) return null;
  const links = issues.map((issue) => markup`<li><a href="#${fieldOf[issue]}">${said[issue]}</a></li>`);
  return markup`<div class="summary" role="alert" tabindex="-1" autofocus><h2>${said.missing}</h2><ul>${links}</ul></div>`;
}

function reviewForm(
  { language, action, consent, rating, words, state, issues }: AuthorPage,
  said: ReviewWords,
): Markup {
  const invalid = (issue: AuthorIssue) => attribute("aria-invalid", issues.includes(issue) ? "true" : undefined);
  const choice = (value: "yes" | "no", isChosen: boolean) =>
    markup`<label class="tick"><input type="radio" name="bought" value="${value}"${attribute("checked", isChosen)}${attribute("id", value === "yes" ? "bought" : undefined)}> <span>${said[value]}</span></label>`;
  return markup`<form method="post" action="${action}" accept-charset="utf-8" class="plain" dir="${directionOf(language)}">
<p>${starsMarkup(rating, said)}</p>
<div class="field"><label for="title">${said.title}</label><input id="title" name="title" maxlength="300" dir="auto" value="${words.title}"></div>
<div class="field"><label for="text">${said.text}</label><textarea id="text" name="text" rows="4" maxlength="4000" dir="auto">${words.text}</textarea></div>
<div class="field"><label for="author">${said.author}</label><input id="author" name="author" maxlength="120" dir="auto" autocomplete="nickname" aria-describedby="author-hint" value="${words.author}"><p class="note" id="author-hint">${said.authorHint}</p></div>
<div class="field"><label for="experiencedOn">${said.experiencedOn}</label><input id="experiencedOn" name="experiencedOn" type="date" value="${words.experiencedOn}"${invalid("missingDate")}></div>
<fieldset class="field"${invalid("missingBought")}><legend>${said.bought}</legend>${choice("yes", words.isBuyer === true)}${choice("no", words.isBuyer === false)}</fieldset>
<label class="tick"><input type="checkbox" id="consent" name="consent" value="yes"${attribute("checked", words.hasConsented)}${invalid("missingConsent")}> <span dir="auto">${consent}</span></label>
<p><button name="deed" value="submit">${state === null ? said.submit : said.save}</button>
${state === null ? null : markup`<button name="deed" value="withdraw" class="second">${said.withdraw}</button>`}</p>
</form>`;
}

function contestForm({ action, state, isContested }: AuthorPage, said: ReviewWords): Markup | null {
  if (state !== "refused" || isContested) return null;
  return markup`<form method="post" action="${action}" accept-charset="utf-8" class="plain">
<div class="field"><label for="contest">${said.contestText}</label><textarea id="contest" name="contest" rows="3" maxlength="2000" required dir="auto"></textarea></div>
<p><button name="deed" value="contest" class="second">${said.contest}</button></p></form>`;
}
