import { getWorkspace } from "#workspace/index.ts";
import type { RouteBody, RouteQuery } from "#platform/http/route.ts";
import { AppError } from "#platform/errors.ts";
import type { answerForm, surveyPage as surveyPageRoute } from "../api.ts";
import { kioskPage } from "../page/kiosk-page.ts";
import { closedPage, type Refusal, type Thanks, thanksPage } from "../page/message-page.ts";
import { readForm } from "../page/read-form.ts";
import { surveyPage, type SurveyPage } from "../page/survey-page.ts";
import { pageLanguages } from "../page/words.ts";
import { checkAnswers, chooseLanguage } from "../rules.ts";
import { type AskedSurvey, surveyOfToken } from "./queries.ts";
import { receive, type ReceiveDeps } from "./receive.ts";

export interface PageDeps extends ReceiveDeps {
  newId: () => string;
}

/** Who asks: the token of the link, the languages of the browser in the order of its wishes, and where a form is posted. */
export interface Asking {
  token: string;
  languages: readonly string[];
  action: string;
}

/** What whoever comes by a link meets: the questions, thanks, or why there is neither. */
export type Outcome =
  | { status: 200 | 422; asked: SurveyPage }
  | { status: 200; thanked: Thanks }
  | { status: 404 | 410; refused: Refusal };

/** An outcome as a page of its own. */
export function pageOf(outcome: Outcome): string {
  if ("asked" in outcome) return surveyPage(outcome.asked);
  return "thanked" in outcome ? thanksPage(outcome.thanked) : closedPage(outcome.refused);
}

/** The same on a tablet that asks one customer after the other. */
export function kioskOf(outcome: Outcome): string {
  return "asked" in outcome ? kioskPage(outcome.asked) : pageOf(outcome);
}

/** Puts the questions, if the survey is open. */
export async function showSurvey(
  deps: PageDeps,
  { token, languages, action }: Asking,
  { lang, score, way = "link" }: RouteQuery<typeof surveyPageRoute>,
): Promise<Outcome> {
  const survey = await surveyOfToken(deps.db, token);
  if (survey === null || survey.state !== "open") return notOpen(survey, languages);
  const language = chooseLanguage(survey.content, lang === undefined ? languages : [lang, ...languages]);
  const { content } = survey;
  const from = await nameOf(deps, survey);
  const page = { content, language, from, action, way, score };
  return { status: 200, asked: { ...page, attempt: deps.newId(), shownAt: deps.now().getTime() } };
}

/** Keeps what a form says and thanks for it, or puts the questions again with what is wrong. */
export async function takeForm(
  deps: PageDeps,
  { token, languages, action }: Asking,
  form: RouteBody<typeof answerForm>,
): Promise<Outcome> {
  const survey = await surveyOfToken(deps.db, token);
  if (survey === null || survey.state === "draft") return notOpen(survey, languages);
  const now = deps.now().getTime();
  const { attempt, answers, language, way, shownAt, ...noted } = readForm(survey.content, form, now);
  const { content } = survey;
  const from = await nameOf(deps, survey);
  const given = { attempt: attempt ?? deps.newId(), answers, language, way };
  const { issues } = checkAnswers(content, answers);
  if (issues.length > 0 && survey.state === "open") {
    const again = { content, from, action, shownAt: shownAt ?? now, values: answers, issues };
    return { status: 422, asked: { ...given, ...again } };
  }
  try {
    await receive(deps, token, { ...given, isPartial: false, ...noted });
    return { status: 200, thanked: { content, language, answers, from } };
  } catch (error) {
    if (error instanceof AppError && error.code === "gone") return notOpen({ ...survey, state: "closed" }, languages);
    throw error;
  }
}

function notOpen(survey: AskedSurvey | null, languages: readonly string[]): Outcome {
  const reason = survey?.state === "closed" ? "closed" : "unknown";
  const content = { languages: survey?.content.languages ?? ["en", ...pageLanguages()] };
  const language = chooseLanguage(content, languages);
  return { status: reason === "closed" ? 410 : 404, refused: { language, reason } };
}

async function nameOf({ db }: PageDeps, { workspace_id: workspaceId }: AskedSurvey): Promise<string> {
  const { name } = await getWorkspace(db, workspaceId);
  return name;
}
