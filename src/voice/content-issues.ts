import type { Condition, Question, SurveyContent, Texts } from "./model.ts";
import { boundsOf, localeOf, placeholders, type Issue } from "./rules.ts";

/** What keeps a content from being asked; nothing when all is well. Paths are those of the document, `questions.2.when`. */
export function checkContent(content: SurveyContent): Issue[] {
  const issues: Issue[] = [];
  if (content.questions[0]?.kind !== "score")
    issues.push(issue("questions.0", "scoreFirst", "A survey begins with its score."));
  issues.push(...twice(content.languages, "languages", "languageTwice"));
  for (const [at, language] of content.languages.entries())
    if (localeOf(language) !== language)
      issues.push(issue(`languages.${at}`, "languageUnknown", `${language} is no language.`));
  issues.push(
    ...twice(
      content.questions.map(({ id }) => id),
      "questions",
      "idTwice",
    ),
  );
  for (const [index, question] of content.questions.entries()) {
    const path = `questions.${index}`;
    const before = content.questions.slice(0, index);
    issues.push(
      ...unsaid(question.text, content, `${path}.text`),
      ...unknownPlaceholders(question, before, path),
      ...(question.when === null ? [] : unfitCondition(question.when, before, `${path}.when`)),
      ...ownIssues(question, content, path),
    );
  }
  const [first] = content.questions;
  const isPublishable = first?.kind === "score" && (first.metric === "stars" || first.metric === "csat");
  if (Object.values(content.publication).some(Boolean) && !isPublishable)
    issues.push(issue("publication", "notPublishable", "Only stars or CSAT make a review of one to five stars."));
  return issues;
}

function ownIssues(question: Question, content: SurveyContent, path: string): Issue[] {
  switch (question.kind) {
    case "score": {
      const { min, max } = boundsOf(question) ?? { min: 0, max: 0 };
      const isUnfit =
        (question.look === "smileys" && question.metric !== "csat") ||
        (question.look === "stars" && (min !== 1 || max !== 5));
      return isUnfit
        ? [issue(`${path}.look`, "lookUnfit", "Smileys are for CSAT, stars for scales of five points.")]
        : [];
    }
    case "comment": {
      const bounds = question.byScore.map(({ upTo }) => upTo);
      const isGrowing = bounds.every((upTo, at) => at === 0 || upTo > (bounds[at - 1] ?? upTo));
      return [
        ...question.byScore.flatMap(({ text }, at) => unsaid(text, content, `${path}.byScore.${at}.text`)),
        ...(isGrowing ? [] : [issue(`${path}.byScore`, "notGrowing", "Scores of the wordings grow.")]),
      ];
    }
    case "choice":
      return [
        ...question.options.flatMap(({ text }, at) => unsaid(text, content, `${path}.options.${at}.text`)),
        ...twice(
          question.options.map(({ id }) => id),
          `${path}.options`,
          "idTwice",
        ),
      ];
    case "scale":
    case "text":
      return [];
    default:
      return question satisfies never;
  }
}

function unfitCondition(when: Condition, before: readonly Question[], path: string): Issue[] {
  const asked = before.find(({ id }) => id === when.questionId);
  if (asked === undefined)
    return [issue(path, "conditionUnknown", "A condition is about a question that comes before.")];
  const bounds = boundsOf(asked);
  if (bounds === null ? (when.atLeast ?? when.atMost) !== undefined : when.anyOf !== undefined)
    return [issue(path, "conditionUnfit", "Bounds are for numbers, options for choices.")];
  if (bounds !== null) {
    const [low, high] = [when.atLeast ?? bounds.min, when.atMost ?? bounds.max];
    return low > high || low > bounds.max || high < bounds.min
      ? [issue(path, "conditionNever", "No answer fulfils the condition.")]
      : [];
  }
  const options = asked.kind === "choice" ? asked.options.map(({ id }) => id) : [];
  return when.anyOf === undefined || (when.anyOf.length > 0 && when.anyOf.every((id) => options.includes(id)))
    ? []
    : [issue(path, "conditionOption", "The condition names an option that the question does not have.")];
}

function unknownPlaceholders(question: Question, before: readonly Question[], path: string): Issue[] {
  const texts = [question.text, ...(question.kind === "comment" ? question.byScore.map(({ text }) => text) : [])];
  const named = texts.flatMap((each) => Object.values(each).flatMap((text) => [...text.matchAll(placeholders)]));
  return named
    .filter(([, id]) => before.every((each) => each.id !== id))
    .map(([whole]) => issue(`${path}.text`, "placeholderUnknown", `${whole} names no question that comes before.`));
}

/** The first language is the one that every other falls back on. */
function unsaid(texts: Texts, { languages: [language = ""] }: SurveyContent, path: string): Issue[] {
  return texts[language] ? [] : [issue(`${path}.${language}`, "unsaid", `The text in ${language} is missing.`)];
}

function twice(ids: readonly string[], path: string, code: string): Issue[] {
  return ids.flatMap((id, at) => (ids.indexOf(id) < at ? [issue(`${path}.${at}`, code, `${id} is there twice.`)] : []));
}

function issue(path: string, code: string, message: string): Issue {
  return { path, code, message };
}
