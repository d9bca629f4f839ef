import type { Answers, Question } from "#voice/model.ts";

/**
 * Whether a question is put, by what was answered before; an earlier question that was not put has no answer.
 * It also runs in pages as its source text, and so refers to nothing outside itself.
 */
export function isAsked({ when }: Pick<Question, "when">, answers: Answers): boolean {
  if (when === null) return true;
  const { atLeast, atMost, anyOf } = when;
  const answer = Object.hasOwn(answers, when.questionId) ? answers[when.questionId] : undefined;
  if (answer === undefined) return false;
  if (typeof answer === "number")
    return anyOf === undefined && answer >= (atLeast ?? -Infinity) && answer <= (atMost ?? Infinity);
  const options = typeof answer === "string" ? [answer] : answer;
  return atLeast === undefined && atMost === undefined && options.some((option) => anyOf?.includes(option) ?? true);
}
