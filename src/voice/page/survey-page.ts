import type { Answers, SurveyContent, Way } from "../model.ts";
import { boundsOf, localeOf, mainScore, piped, textIn, type Issue } from "../rules.ts";
import { documentOf } from "./document.ts";
import { attribute, markup, type Markup } from "./markup.ts";
import { firstField, issueText, questionMarkup } from "./questions.ts";
import { pageWords } from "./words.ts";

export interface SurveyPage {
  content: SurveyContent;
  /** One of the survey's languages. */
  language: string;
  /** Who asks, shown above. */
  from?: string | undefined;
  /** Where the form is posted. */
  action: string;
  /** A UUID made for this page: however often it is posted, it is one response. */
  attempt: string;
  /** When the page is made, milliseconds since 1970; when it is shown again, when it was made first. */
  shownAt: number;
  way: Way;
  /** A score that the link chose; it counts only once the form is sent. */
  score?: number | undefined;
  /** What was answered already, when the page is shown again with what is wrong with it. */
  values?: Answers | undefined;
  issues?: readonly Issue[] | undefined;
  /** Zero bits that a proof of work begins with; absent: none is asked for. */
  proofBits?: number | undefined;
  /** It stands in another's page, whose headings are its own. */
  isEmbedded?: boolean | undefined;
}

/** The page that asks; it works as a plain form, the script only follows what is answered. */
export function surveyPage(page: SurveyPage): string {
  const { language, from, issues = [] } = page;
  const words = pageWords(language);
  const title = surveyTitle(page);
  return documentOf({
    language,
    from,
    title: issues.length > 0 ? `${words.problem} – ${title}` : title,
    aside: languageLinks({ ...page, score: preselected(page) }, words.languages),
    main: surveyForm(page),
    foot: hiddenLink(page),
  });
}

/** Nobody sees it, by eye, by ear or by keys. */
function hiddenLink({ action }: SurveyPage): Markup {
  return markup`<a class="away" href="${action}/all" tabindex="-1" aria-hidden="true" rel="nofollow">…</a>`;
}

/** What is asked first, as plain text. */
export function surveyTitle({ content, language }: Pick<SurveyPage, "content" | "language">): string {
  return piped(textIn(mainScore(content).text, language, content), {}, content, language);
}

/** The form alone, under what is wrong with it. */
export function surveyForm(page: SurveyPage): Markup {
  const { content, language, action, attempt, shownAt, way, values = {}, issues = [], isEmbedded = false } = page;
  const { proofBits } = page;
  const main = mainScore(content);
  const chosen = preselected(page);
  const isPreselected = chosen !== null && values[main.id] === undefined;
  const asking = {
    content,
    language,
    values: isPreselected ? { ...values, [main.id]: chosen } : values,
    issues,
    isPreselected,
    isEmbedded,
  };
  const hidden = {
    attempt,
    language,
    way,
    shown: String(shownAt),
    ...(chosen === null ? {} : { first: String(chosen) }),
    ...(proofBits === undefined ? {} : { proof: "" }),
  };
  const consent = textIn(content.consent, language, content);
  return markup`${issues.length > 0 ? summary(page, issues) : null}
<form method="post" action="${action}" accept-charset="utf-8"${attribute("data-proof", proofBits)}>
${Object.entries(hidden).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}
<div class="away" aria-hidden="true"><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></div>
${content.questions.map((question) => questionMarkup(question, asking))}
<div class="stop last">${consent === "" ? null : markup`<p class="consent" dir="auto">${consent}</p>`}<button>${pageWords(language).send}</button></div>
</form>`;
}

/** The score that the link says, when the scale has it. */
function preselected({ content, score }: SurveyPage): number | null {
  const bounds = boundsOf(mainScore(content));
  if (score === undefined || bounds === null || !Number.isInteger(score)) return null;
  return score >= bounds.min && score <= bounds.max ? score : null;
}

function summary({ content, language }: SurveyPage, issues: readonly Issue[]): Markup {
  const words = pageWords(language);
  const links = issues.flatMap((issue) => {
    const question = content.questions.find(({ id }) => id === issue.path);
    return question === undefined
      ? []
      : [markup`<li><a href="#${firstField(question)}">${issueText(issue, words)}</a></li>`];
  });
  return markup`<div class="summary" role="alert" tabindex="-1" autofocus><h2>${words.problem}</h2><ul>${links}</ul></div>`;
}

/** Links to the survey in its other languages. */
export function languageLinks(
  { content, language, way, score }: Pick<SurveyPage, "content" | "language" | "way"> & { score: number | null },
  label: string,
): Markup | null {
  if (content.languages.length < 2) return null;
  const links = content.languages.map((each) => {
    const query = new URLSearchParams({ lang: each, way, ...(score === null ? {} : { score: String(score) }) });
    const name = languageName(each);
    return each === language
      ? markup`<span aria-current="true" lang="${each}">${name}</span>`
      : markup`<a href="?${query.toString()}" lang="${each}" hreflang="${each}">${name}</a>`;
  });
  return markup`<nav aria-label="${label}">${links}</nav>`;
}

/** What a language calls itself, as a title. */
function languageName(language: string): string {
  const locale = localeOf(language);
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? language;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
