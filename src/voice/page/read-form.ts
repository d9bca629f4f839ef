import { z } from "zod";
import { limits, type Answers, type Question, type SurveyContent, ways, type Way } from "../model.ts";
import { boundsOf, chooseLanguage } from "../rules.ts";

/** Fields as a form posts them. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

export interface Posted {
  /** Null when the form does not say one that can be used. */
  attempt: string | null;
  answers: Answers;
  language: string;
  way: Way;
  /** When the page was made, milliseconds since 1970; null when the form does not say. */
  shownAt: number | null;
  /** Milliseconds since the page was made, or as long as a device says it took; undefined when nobody knows. */
  took: number | undefined;
  /** When it was given, where a device kept it since, ISO 8601. */
  answeredAt: string | undefined;
  /** What stands in the field that people do not see. */
  website: string;
  /** The score that the link chose. */
  firstScore: number | undefined;
  proof: string;
  /** What the page that asks says of itself, in fields `p_…`. */
  properties: Record<string, string>;
}

/** The field of a question's answer in the form. */
export function fieldOf({ id }: Pick<Question, "id">): string {
  return `q_${id}`;
}

/** Reads a posted form; whether its answers fit the questions is for `checkAnswers` to say. `now`: milliseconds since 1970. */
export function readForm(content: SurveyContent, form: Form, now: number): Posted {
  const attempt = z.uuid().safeParse(one(form, "attempt"));
  const shown = one(form, "shown");
  const shownAt = /^\d{1,15}$/.test(shown) && Number(shown) <= now ? Number(shown) : null;
  const ago = count(one(form, "ago"));
  return {
    attempt: attempt.success ? attempt.data : null,
    answers: Object.fromEntries(
      content.questions.flatMap((question) => {
        const answer = answerIn(question, form);
        return answer === null ? [] : [[question.id, answer]];
      }),
    ),
    language: chooseLanguage(content, [one(form, "language")]),
    way: ways.find((way) => way === one(form, "way")) ?? "link",
    shownAt,
    took: count(one(form, "took")) ?? (shownAt === null ? undefined : now - shownAt),
    answeredAt: ago === undefined ? undefined : new Date(now - ago).toISOString(),
    website: one(form, "website").slice(0, 200),
    firstScore: count(one(form, "first")),
    proof: one(form, "proof").slice(0, 12),
    properties: propertiesIn(form),
  };
}

function count(text: string): number | undefined {
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

function propertiesIn(form: Form): Record<string, string> {
  const names = Object.keys(form).filter((name) => /^p_.{1,80}$/s.test(name));
  return Object.fromEntries(
    names.slice(0, limits.properties).map((name) => [name.slice(2), clean(one(form, name)).slice(0, 500)]),
  );
}

function answerIn(question: Question, form: Form): Answers[string] | null {
  const values = all(form, fieldOf(question))
    .map(clean)
    .filter((value) => value !== "");
  const [first] = values;
  if (first === undefined) return null;
  if (question.kind === "choice" && question.isMultiple) return values.slice(0, limits.options);
  return boundsOf(question) !== null && /^\d{1,2}$/.test(first) ? Number(first) : first;
}

/** A form ends its lines with CR LF; cut off, half a sign may be left. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim().slice(0, limits.commentCharacters).toWellFormed();
}

function one(form: Form, name: string): string {
  return all(form, name)[0] ?? "";
}

function all(form: Form, name: string): string[] {
  return Object.hasOwn(form, name) ? [form[name] ?? []].flat() : [];
}
