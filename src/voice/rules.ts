import { isAsked } from "#collect/is-asked.ts";
import {
  type Asked,
  scales,
  type Answers,
  type Question,
  type SurveyContent,
  type Suspicion,
  type Texts,
} from "./model.ts";

export { isAsked };
export type ScoreQuestion = Extract<Question, { kind: "score" }>;
export type CommentQuestion = Extract<Question, { kind: "comment" }>;

/** Something that cannot stand: `path` leads to it, `code` says what it is, `message` says it in English. */
export interface Issue {
  path: string;
  code: string;
  message: string;
}

/** Faster than this from the sight of the question to the answer, and nobody has read it; milliseconds. */
const fastestAnswer = 700;

/** A text in a language: as it is, else in the same language of another country, else in the survey's first language. */
export function textIn(texts: Texts, language: string, { languages }: Pick<SurveyContent, "languages">): string {
  return [language, baseOf(language), ...languages].map((each) => texts[each]).find(Boolean) ?? "";
}

/** A language as `Intl` takes it: what is written like a language and is none stands for its first part. */
export function localeOf(language: string): string {
  try {
    Intl.getCanonicalLocales(language);
    return language;
  } catch {
    return baseOf(language);
  }
}

/** The survey's language that fits best what is wanted, in the order of the wishes; its first one if none fits. */
export function chooseLanguage({ languages }: Pick<SurveyContent, "languages">, wanted: readonly string[]): string {
  const fitting = wanted.map(
    (wish) =>
      languages.find((language) => language === wish) ??
      languages.find((language) => baseOf(language) === baseOf(wish.toLowerCase())),
  );
  return fitting.find((language) => language !== undefined) ?? languages[0] ?? "en";
}

/**
 * A text with the answer in the place of each `{{id}}`: the names of chosen options, the number, the words; «…» where
 * nothing was answered. Plain text, to be escaped like any other.
 */
export function piped(text: string, answers: Answers, content: SurveyContent, language: string): string {
  return text.replace(placeholders, (whole, id: string) => {
    const question = content.questions.find((each) => each.id === id);
    return question === undefined ? whole : (answerText(question, answers, content, language) ?? "…");
  });
}

/** `{{id}}` in a text. */
export const placeholders = /\{\{([a-z][a-z0-9]*)\}\}/g;

/** The wording of a comment that goes with a score; the neutral one while there is none. */
export function commentWording(
  { text, byScore }: CommentQuestion,
  score: number | null,
  language: string,
  content: Pick<SurveyContent, "languages">,
): string {
  const fitting = score === null ? undefined : byScore.find(({ upTo }) => score <= upTo);
  return textIn(fitting?.text ?? text, language, content);
}

/** The score that the touchpoint is measured by: the first question, as `checkContent` sees to. */
export function mainScore({ questions }: Pick<SurveyContent, "questions">): ScoreQuestion {
  const [first] = questions;
  if (first?.kind !== "score") throw new Error("A survey begins with its score.");
  return first;
}

/** What the response keeps apart from its answers: the main score, null when it was left out, and the first comment. */
export function figureOf(content: SurveyContent, answers: Answers): { score: number | null; comment: string } {
  const score = ownAnswer(answers, mainScore(content).id);
  const asked = content.questions.find(({ kind }) => kind === "comment");
  const comment = asked && ownAnswer(answers, asked.id);
  return { score: typeof score === "number" ? score : null, comment: typeof comment === "string" ? comment : "" };
}

/** Whether a number is one of the points of a score. */
export function isOnScale(metric: Asked, score: number | undefined): score is number {
  const { min, max } = scales[metric];
  return Number.isInteger(score) && Number(score) >= min && Number(score) <= max;
}

/** Bounds of what a number may be, for a score or a scale. */
export function boundsOf(question: Question): { min: number; max: number } | null {
  if (question.kind === "score") return scales[question.metric];
  return question.kind === "scale" ? { min: question.min, max: question.max } : null;
}

/**
 * What is wrong with answers, and what is left of them: answers to questions that were not put are dropped, without a
 * word. A partial response may come without its score.
 */
export function checkAnswers(
  content: SurveyContent,
  answers: Answers,
  isPartial = false,
): { answers: Answers; issues: Issue[] } {
  const kept: Answers = {};
  const issues: Issue[] = [];
  const main = mainScore(content).id;
  for (const question of content.questions) {
    if (!isAsked(question, kept)) continue;
    const answer = ownAnswer(answers, question.id);
    if (answer === undefined || answer.valueOf() === "" || (Array.isArray(answer) && answer.length === 0)) {
      if (question.id === main && !isPartial)
        issues.push({ path: question.id, code: "missing", message: "The score is missing." });
      continue;
    }
    const problem = unfit(question, answer);
    if (problem === null) kept[question.id] = answer;
    else issues.push({ path: question.id, ...problem });
  }
  const known = new Set(content.questions.map(({ id }) => id));
  for (const id of Object.keys(answers).filter((id) => !known.has(id)))
    issues.push({ path: id, code: "unknownQuestion", message: "The survey has no such question." });
  return { answers: kept, issues };
}

/**
 * Whether scores given to two versions may be compared. Reasons that forbid it: another metric, or the scale turned
 * round; reasons to know of: another wording, other names of the ends, another drawing.
 */
export function comparable(before: SurveyContent, after: SurveyContent): { isComparable: boolean; reasons: string[] } {
  const [a, b] = [mainScore(before), mainScore(after)];
  if (a.metric !== b.metric) return { isComparable: false, reasons: ["metric"] };
  if (isTurned(a, b)) return { isComparable: false, reasons: ["direction"] };
  const differs = { wording: !isSame(a.text, b.text), look: a.look !== b.look, ends: !areSameEnds(a, b) };
  const reasons = Object.entries(differs).flatMap(([reason, isSo]) => (isSo ? [reason] : []));
  return { isComparable: true, reasons };
}

/** What is noticed about how an answer came in. */
export interface Noticed {
  /** What stands in the field that people do not see. */
  website?: string | undefined;
  /** Milliseconds it took, undefined when nobody knows. */
  took?: number | undefined;
  hasFollowedHiddenLink?: boolean;
  lacksProof?: boolean;
}

/** Why an answer is kept apart. */
export function suspicionsOf({
  website = "",
  took,
  hasFollowedHiddenLink = false,
  lacksProof = false,
}: Noticed): Suspicion[] {
  const found: Suspicion[] = [];
  if (website !== "") found.push("hiddenField");
  if (took !== undefined && took < fastestAnswer) found.push("tooFast");
  if (hasFollowedHiddenLink) found.push("hiddenLink");
  if (lacksProof) found.push("noProof");
  return found;
}

function unfit(question: Question, answer: Answers[string]): Omit<Issue, "path"> | null {
  const bounds = boundsOf(question);
  if (bounds !== null) {
    if (Number.isInteger(answer) && Number(answer) >= bounds.min && Number(answer) <= bounds.max) return null;
    return { code: "outOfScale", message: `A whole number from ${bounds.min} to ${bounds.max} is expected.` };
  }
  if (question.kind !== "choice")
    return typeof answer === "string" ? null : { code: "notText", message: "Words are expected." };
  const chosen = Array.isArray(answer) ? answer : [String(answer)];
  const known = new Set(question.options.map(({ id }) => id));
  if (chosen.some((id) => !known.has(id)))
    return { code: "unknownOption", message: "The question has no such option." };
  const isTooMuch = new Set(chosen).size < chosen.length || (!question.isMultiple && chosen.length > 1);
  return isTooMuch
    ? { code: "tooMany", message: "Each option is chosen once, and one only where one is asked." }
    : null;
}

function answerText(
  question: Question,
  answers: Answers,
  content: SurveyContent,
  language: string,
): string | undefined {
  const answer = ownAnswer(answers, question.id);
  if (answer === undefined || question.kind !== "choice") return answer?.toString();
  const chosen = [answer].flat().map(String);
  const names = question.options
    .filter(({ id }) => chosen.includes(id))
    .map(({ text }) => textIn(text, language, content));
  return new Intl.ListFormat(localeOf(language)).format(names);
}

/** An id may be the name of something that every object inherits. */
function ownAnswer(answers: Answers, id: string): Answers[string] | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

function baseOf(language: string): string {
  return language.split("-", 1)[0] ?? language;
}

function isTurned(a: ScoreQuestion, b: ScoreQuestion): boolean {
  return [...Object.keys(a.low), ...Object.keys(a.high)].some((language) => {
    const [low, high] = [a.low[language], a.high[language]];
    return low !== high && (low ?? "") === (b.high[language] ?? "") && (high ?? "") === (b.low[language] ?? "");
  });
}

function areSameEnds(a: ScoreQuestion, b: ScoreQuestion): boolean {
  return isSame(a.low, b.low) && isSame(a.high, b.high);
}

/** A language more or less is no other wording. */
function isSame(a: Texts, b: Texts): boolean {
  return Object.keys(a).every((language) => b[language] === undefined || a[language] === b[language]);
}
