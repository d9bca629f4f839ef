import type { Asked, Look, Question, Relation, SurveyContent, Texts } from "../model.ts";
import { mainScore } from "../rules.ts";
import { readyComment, readyContent, readyScore } from "../wording.ts";
import { type Draft, type Further, type FurtherKind, commentOf } from "./draft.ts";

/** A first survey of a touchpoint, or of the whole relation (null), in ready words, in the language of whoever asks. */
export function newDraft(touchpointId: string | null, metric: Asked, language: string): Draft {
  const about = { relation: touchpointId === null ? ("relational" as const) : ("transactional" as const), task: "" };
  return {
    touchpointId,
    name: "",
    state: "open",
    ...about,
    purpose: "",
    reviewLinks: [],
    retentionDays: null,
    content: readyContent(metric, about, [language]),
  };
}

interface Wanted {
  metric?: Asked;
  look?: Look;
  relation?: Relation;
  task?: string;
}

/** Asks for another score or about something else, in ready words wherever nobody has written others. */
export function withScore(draft: Draft, wanted: Wanted): Draft {
  const { content } = draft;
  const { languages } = content;
  const old = mainScore(content);
  const { metric = old.metric, relation = draft.relation, task = draft.task } = wanted;
  const before = readyScore(old.metric, draft, languages);
  const ready = readyScore(metric, { relation, task }, languages);
  const score = {
    ...ready,
    id: old.id,
    look: wanted.look ?? (metric === old.metric ? old.look : ready.look),
    text: reworded(old.text, before.text, ready.text),
    low: reworded(old.low, before.low, ready.low),
    high: reworded(old.high, before.high, ready.high),
  };
  const changed = withQuestion(content, score);
  return {
    ...draft,
    relation,
    task,
    content: metric === old.metric ? changed : onNewScale(changed, old.id),
  };
}

/** What was said of scores was on another scale: conditions on it go, the comment is asked for in ready words. */
function onNewScale(content: SurveyContent, scoreId: string): SurveyContent {
  const { byScore } = readyComment(mainScore(content).metric, content.languages);
  return {
    ...content,
    questions: content.questions.map((question) => {
      const free = question.when?.questionId === scoreId ? { ...question, when: null } : question;
      return free.kind === "comment" ? { ...free, byScore } : free;
    }),
  };
}

/** Speaks these languages: ready words for a new one, and nothing is kept of one that goes. */
export function withLanguages(draft: Draft, languages: readonly string[]): Draft {
  const { content } = draft;
  const { metric } = mainScore(content);
  const ready = readyContent(metric, draft, languages);
  const comment = readyComment(metric, languages);
  const spoken = (texts: Texts, known: Texts = {}): Texts =>
    Object.fromEntries(
      languages.flatMap((language) => {
        const text = texts[language] ?? known[language];
        return text === undefined ? [] : [[language, text]];
      }),
    );
  const translated = (question: Question): Question => {
    const text = spoken(question.text);
    switch (question.kind) {
      case "score": {
        const said = mainScore(ready);
        return {
          ...question,
          text: spoken(question.text, said.text),
          low: spoken(question.low, said.low),
          high: spoken(question.high, said.high),
        };
      }
      case "comment":
        return {
          ...question,
          text: spoken(question.text, comment.text),
          byScore: question.byScore.map(({ upTo, text: own }) => ({
            upTo,
            text: spoken(own, comment.byScore.find((known) => known.upTo === upTo)?.text),
          })),
        };
      case "choice": {
        const options = question.options.map((option) => ({ ...option, text: spoken(option.text) }));
        return { ...question, text, options };
      }
      case "scale":
        return { ...question, text, low: spoken(question.low), high: spoken(question.high) };
      case "text":
        return { ...question, text };
      default:
        return question satisfies never;
    }
  };
  return {
    ...draft,
    content: {
      languages: [...languages],
      questions: content.questions.map(translated),
      thanks: spoken(content.thanks, ready.thanks),
      consent: spoken(content.consent),
      publication: spoken(content.publication),
    },
  };
}

export function withQuestion(content: SurveyContent, changed: Question): SurveyContent {
  return { ...content, questions: content.questions.map((old) => (old.id === changed.id ? changed : old)) };
}

/** With a comment right after the score, or without any. */
export function withComment(content: SurveyContent, isAsked: boolean): SurveyContent {
  const comment = commentOf(content);
  if (!isAsked) return comment === undefined ? content : withoutQuestion(content, comment.id);
  if (comment !== undefined) return content;
  const score = mainScore(content);
  const [, ...further] = content.questions;
  return { ...content, questions: [score, readyComment(score.metric, content.languages), ...further] };
}

export function withFurther(content: SurveyContent, kind: FurtherKind): SurveyContent {
  const common = { id: freeId("q", content.questions), text: {}, when: null };
  return { ...content, questions: [...content.questions, emptyQuestion(kind, common)] };
}

function emptyQuestion(kind: FurtherKind, common: Pick<Further, "id" | "text" | "when">): Further {
  if (kind === "text") return { kind, ...common };
  if (kind === "scale") return { kind, ...common, min: 1, max: 5, low: {}, high: {} };
  const options = ["o1", "o2"].map((id) => ({ id, text: {} }));
  return { kind, ...common, options, isMultiple: false };
}

/** Without a question, and without the conditions on its answer. */
export function withoutQuestion(content: SurveyContent, id: string): SurveyContent {
  return {
    ...content,
    questions: content.questions
      .filter((question) => question.id !== id)
      .map((question) => (question.when?.questionId === id ? { ...question, when: null } : question)),
  };
}

/** The first of `q1`, `q2` … that nothing is called by. */
export function freeId(prefix: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (ids.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** Texts with the ready words replaced, and what somebody wrote kept. */
function reworded(texts: Texts, before: Texts, after: Texts): Texts {
  const own = Object.entries(texts).filter(([language, text]) => text !== "" && text !== before[language]);
  return { ...after, ...Object.fromEntries(own) };
}
