import { getWorkspace } from "#workspace/index.ts";
import type { RouteBody, RouteQuery } from "#platform/http/route.ts";
import { AppError } from "#platform/errors.ts";
import type { answerForm, surveyPage as surveyPageRoute } from "../api.ts";
import { closedPage, thanksPage } from "../page/message-page.ts";
import { readForm } from "../page/read-form.ts";
import { surveyPage } from "../page/survey-page.ts";
import { pageLanguages } from "../page/words.ts";
import { checkAnswers, chooseLanguage } from "../rules.ts";
import { type AskedSurvey, surveyOfToken } from "./queries.ts";
import { receive, type ReceiveDeps } from "./receive.ts";

export interface PageDeps extends ReceiveDeps {
  newId: () => string;
}

interface Page {
  status: number;
  html: string;
}

/** Who asks for a page: the token of the link, and the languages of the browser in the order of its wishes. */
interface Asking {
  token: string;
  languages: readonly string[];
}

/** The page that asks, or one that says why it does not. */
export async function showSurvey(
  deps: PageDeps,
  { token, languages }: Asking,
  { lang, score, way = "link" }: RouteQuery<typeof surveyPageRoute>,
): Promise<Page> {
  const survey = await surveyOfToken(deps.db, token);
  if (survey === null || survey.state !== "open") return notOpen(survey, languages);
  const language = chooseLanguage(survey.content, lang === undefined ? languages : [lang, ...languages]);
  const { content } = survey;
  const from = await nameOf(deps, survey);
  const page = { content, language, from, action: `/s/${token}`, way, score };
  return { status: 200, html: surveyPage({ ...page, attempt: deps.newId(), shownAt: deps.now().getTime() }) };
}

/** Keeps what a form says and thanks for it, or shows it again with what is wrong. */
export async function takeForm(
  deps: PageDeps,
  { token, languages }: Asking,
  form: RouteBody<typeof answerForm>,
): Promise<Page> {
  const survey = await surveyOfToken(deps.db, token);
  if (survey === null || survey.state === "draft") return notOpen(survey, languages);
  const now = deps.now().getTime();
  const { attempt, answers, language, way, website, took, shownAt } = readForm(survey.content, form, now);
  const { content } = survey;
  const from = await nameOf(deps, survey);
  const given = { attempt: attempt ?? deps.newId(), answers, language, way };
  const { issues } = checkAnswers(content, answers);
  if (issues.length > 0 && survey.state === "open") {
    const again = { content, from, action: `/s/${token}`, shownAt: shownAt ?? now, values: answers, issues };
    return { status: 422, html: surveyPage({ ...given, ...again }) };
  }
  try {
    await receive(deps, token, { ...given, isPartial: false, website, took });
    return { status: 200, html: thanksPage({ content, language, answers, from }) };
  } catch (error) {
    if (error instanceof AppError && error.code === "gone") return notOpen({ ...survey, state: "closed" }, languages);
    throw error;
  }
}

function notOpen(survey: AskedSurvey | null, languages: readonly string[]): Page {
  const reason = survey?.state === "closed" ? "closed" : "unknown";
  const content = { languages: survey?.content.languages ?? ["en", ...pageLanguages()] };
  const language = chooseLanguage(content, languages);
  return { status: reason === "closed" ? 410 : 404, html: closedPage({ language, reason }) };
}

async function nameOf({ db }: PageDeps, { workspace_id: workspaceId }: AskedSurvey): Promise<string> {
  const { name } = await getWorkspace(db, workspaceId);
  return name;
}
