import { getWorkspace } from "#workspace/index.ts";
import type { RouteBody, RouteQuery } from "#platform/http/route.ts";
import { AppError } from "#platform/errors.ts";
import type { answerForm, surveyPage as surveyPageRoute } from "../api.ts";
import { AskingRules } from "../asking/model.ts";
import type { Way } from "../model.ts";
import { kioskPage } from "../page/kiosk-page.ts";
import { closedPage, type Refusal, type Thanks, thanksPage } from "../page/message-page.ts";
import { readForm } from "../page/read-form.ts";
import { surveyPage, type SurveyPage } from "../page/survey-page.ts";
import { pageLanguages } from "../page/words.ts";
import { checkAnswers, chooseLanguage } from "../rules.ts";
import { proofBits } from "./collect/proof.ts";
import type { Visitor } from "./collect/visitor.ts";
import { reviewUrlOf } from "./reviews/author-link.ts";
import { type AskedSurvey, surveyOfToken } from "./queries.ts";
import { receive, type ReceiveDeps } from "./receive.ts";

/** Who asks: the token of the link, the languages of the browser in the order of its wishes, and where a form is posted. */
export interface Asking {
  token: string;
  visitor: Visitor;
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
  deps: ReceiveDeps,
  { token, visitor, languages, action }: Asking,
  { lang, score, way = "link" }: RouteQuery<typeof surveyPageRoute>,
): Promise<Outcome> {
  const survey = await surveyOfToken(deps.db, token);
  if (survey === null || survey.state !== "open") return notOpen(survey, languages);
  const language = chooseLanguage(survey.content, lang === undefined ? languages : [lang, ...languages]);
  const { content } = survey;
  const from = await nameOf(deps, survey);
  const page = { content, language, from, action, way, score, proofBits: proofOf(deps, survey, { visitor, way }) };
  return { status: 200, asked: { ...page, attempt: deps.newId(), shownAt: deps.now().getTime() } };
}

/** What a page has to prove. A kiosk may send the answers of days at once, and proves each of them. */
function proofOf(
  { crowd }: ReceiveDeps,
  { id, asking }: AskedSurvey,
  { visitor, way }: { visitor: Visitor; way: Way },
): number | undefined {
  const isCrowded = crowd.isCrowded(id, visitor);
  return way === "kiosk" || isCrowded || AskingRules.parse(asking).asksProof ? proofBits : undefined;
}

/** Keeps what a form says and thanks for it, or puts the questions again with what is wrong. */
export async function takeForm(
  deps: ReceiveDeps & { publicUrl: string },
  { token, visitor, languages, action }: Asking,
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
    const proof = proofOf(deps, survey, { visitor, way });
    const score = noted.firstScore;
    const again = { content, from, action, shownAt: shownAt ?? now, values: answers, issues, score, proofBits: proof };
    return { status: 422, asked: { ...given, ...again } };
  }
  try {
    const { responseId } = await receive(deps, token, { ...given, isPartial: false, ...noted }, { visitor });
    const reviewUrl = await reviewUrlOf(deps, survey, responseId);
    const { reviewLinks } = survey;
    return { status: 200, thanked: { content, language, answers, from, reviewUrl, reviewLinks } };
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

async function nameOf({ db }: ReceiveDeps, { workspace_id: workspaceId }: AskedSurvey): Promise<string> {
  const { name } = await getWorkspace(db, workspaceId);
  return name;
}
