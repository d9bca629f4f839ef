import type { Told } from "#collect/follow.ts";
import { scales, limits, type Answers, type Question, type SurveyContent } from "../model.ts";
import { boundsOf, commentWording, mainScore, piped, textIn, type Issue, type ScoreQuestion } from "../rules.ts";
import { smiley, star } from "./glyphs.ts";
import { attribute, markup, type Markup } from "./markup.ts";
import { fieldOf } from "./read-form.ts";
import { pageWords, type PageWords } from "./words.ts";

/** What a question is drawn with. */
export interface Asking {
  content: SurveyContent;
  language: string;
  values: Answers;
  issues: readonly Issue[];
  /** Whether the score was chosen by the link, and not yet by whoever answers. */
  isPreselected: boolean;
  isEmbedded: boolean;
}

type QuestionOf<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** The first thing of a question that can be focused. */
export function firstField(question: Question): string {
  return question.kind === "comment" || question.kind === "text" ? fieldOf(question) : `${fieldOf(question)}_0`;
}

/** What is wrong with an answer, in the page's words. */
export function issueText({ code }: Issue, words: PageWords): string {
  return code === "missing" ? words.missing : words.invalid;
}

export function questionMarkup(question: Question, asking: Asking): Markup {
  const { content, language, values, issues } = asking;
  const words = pageWords(language);
  const name = fieldOf(question);
  const isMain = question.id === mainScore(content).id;
  const issue = issues.find(({ path }) => path === question.id);
  const error = issue && markup`<p class="error" id="${name}_error">${issueText(issue, words)}</p>`;
  const title = markup`<span data-title dir="auto">${titleOf(question, asking)}</span>${
    isMain ? null : markup` <small>${optionalText(question, words)}</small>`
  }`;
  // A question alone follows nothing.
  const isAlone = content.questions.length === 1;
  const told = isAlone ? null : attribute("data-question", JSON.stringify(toldOf(question, content, language)));
  const described = attribute("aria-describedby", issue && `${name}_error`);
  const invalid = attribute("aria-invalid", issue && "true");
  if (question.kind === "comment" || question.kind === "text") {
    const rows = question.kind === "comment" ? 4 : 2;
    // A line break after the tag belongs to the tag, one in the answer is kept.
    return markup`<div class="stop"${told}>
<label class="title" for="${name}">${title}</label>${error ?? null}
<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${limits.commentCharacters}" placeholder=" " dir="auto"${described}${invalid}>
${String(values[question.id] ?? "")}</textarea>
</div>`;
  }
  const role =
    question.kind === "choice"
      ? null
      : markup` role="radiogroup"${attribute("aria-required", isMain && "true")}${invalid}`;
  return markup`<fieldset class="stop${isMain ? " main" : ""}"${role}${told}${described}>
<legend class="title">${isMain && !asking.isEmbedded ? markup`<h1>${title}</h1>` : title}</legend>${error ?? null}
${question.kind === "choice" ? choiceMarkup(question, asking) : scaleMarkup(question, asking)}
${isMain && asking.isPreselected ? markup`<p class="note">${words.preselected}</p>` : null}</fieldset>`;
}

function titleOf(question: Question, { content, language, values }: Asking): string {
  const score = values[mainScore(content).id];
  const text =
    question.kind === "comment"
      ? commentWording(question, typeof score === "number" ? score : null, language, content)
      : textIn(question.text, language, content);
  return piped(tied(text), values, content, language);
}

/** French sets some signs apart with a space at which no line may end. */
function tied(text: string): string {
  return text.replace(/ (?=[?!:;»])|(?<=«) /g, "\u00a0");
}

function optionalText(question: Question, words: PageWords): string {
  return `(${question.kind === "choice" && question.isMultiple ? `${words.several}, ` : ""}${words.optional})`;
}

function toldOf(question: Question, content: SurveyContent, language: string): Told {
  const byScore = question.kind === "comment" ? question.byScore : [];
  return {
    id: question.id,
    isNumber: boundsOf(question) !== null,
    when: question.when,
    text: tied(textIn(question.text, language, content)),
    wordings: byScore.map(({ upTo, text }) => ({ upTo, text: tied(textIn(text, language, content)) })),
    scoreId: mainScore(content).id,
  };
}

function choiceMarkup(question: QuestionOf<"choice">, { content, language, values }: Asking): Markup {
  const chosen = [values[question.id] ?? []].flat().map(String);
  const name = fieldOf(question);
  const type = question.isMultiple ? "checkbox" : "radio";
  return markup`<div class="choices">
${question.options.map(({ id, text }, at) => {
  const words = textIn(text, language, content);
  return markup`<label><input type="${type}" id="${name}_${at}" name="${name}" value="${id}" data-name="${words}"${attribute("checked", chosen.includes(id))}><span class="choice" dir="auto">${words}</span></label>
`;
})}</div>`;
}

/** How the points of a scale are drawn, and what they are called. */
interface Face {
  look: string;
  points: number[];
  draw: (point: number) => Markup | string;
  names: ReadonlyMap<number, string>;
  /** Every point has a name, shown with it; else only the ends have, shown below. */
  isNamed: boolean;
}

function scaleMarkup(question: QuestionOf<"score" | "scale">, asking: Asking): Markup {
  const { content, language, values } = asking;
  const { min, max } = boundsOf(question) ?? scales.csat;
  const [low, high] = [textIn(question.low, language, content), textIn(question.high, language, content)];
  const ends = new Map([...(low ? [[min, low] as const] : []), ...(high ? [[max, high] as const] : [])]);
  const points = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const face = faceOf(question, { points, ends, words: pageWords(language) });
  const name = fieldOf(question);
  const cells = face.points.map((point, at) => {
    const called = face.names.get(point);
    const number = face.look === "numbers" ? String(point) : `${point} / ${max}`;
    const spoken = face.isNamed ? called : [number, called].filter(Boolean).join(", ");
    return markup`<label><input type="radio" id="${name}_${at}" name="${name}" value="${point}" aria-label="${spoken ?? ""}"${attribute("checked", values[question.id] === point)}><span class="point" aria-hidden="true">${face.draw(point)}</span></label>
`;
  });
  const below =
    face.isNamed || ends.size === 0 ? null : endsMarkup(face.look === "numbers" ? { min, max } : null, low, high);
  return markup`<div class="scale ${face.look} of${points.length}">
${cells}</div>${below}`;
}

function faceOf(
  question: ScoreQuestion | QuestionOf<"scale">,
  { points, ends, words }: { points: number[]; ends: ReadonlyMap<number, string>; words: PageWords },
): Face {
  if (question.kind === "score" && question.metric === "yesNo") {
    const names = new Map([[1, words.yes], [0, words.no], ...ends]);
    return { look: "words", points: [1, 0], draw: (point) => names.get(point) ?? "", names, isNamed: true };
  }
  const look = question.kind === "score" ? question.look : "numbers";
  if (look === "smileys") {
    const names = new Map([...words.satisfaction.map((name, at) => [at + 1, name] as const), ...ends]);
    const draw = (point: number) => markup`${smiley(point)}<span class="caption">${names.get(point) ?? ""}</span>`;
    return { look, points, draw, names, isNamed: true };
  }
  const draw = look === "stars" ? star : String;
  return { look, points, draw, names: ends, isNamed: false };
}

/** The names of both ends, which the ends themselves say already to whoever hears the page. */
function endsMarkup(numbers: { min: number; max: number } | null, low: string, high: string): Markup {
  const end = (text: string, number: number | undefined) =>
    markup`<span>${text !== "" && number !== undefined ? markup`<b>${number}</b> ` : null}${text}</span>`;
  return markup`<p class="ends" aria-hidden="true">${end(low, numbers?.min)}${end(high, numbers?.max)}</p>`;
}
