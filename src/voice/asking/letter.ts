import type { SurveyContent } from "../model.ts";
import { directionOf } from "../page/document.ts";
import { markup, type Markup } from "../page/markup.ts";
import { pageWords } from "../page/words.ts";
import { boundsOf, mainScore, piped, textIn } from "../rules.ts";
import { letterWords } from "./letter-words.ts";

/** What is written to somebody. */
export interface Asked {
  content: SurveyContent;
  /** One of the survey's languages. */
  language: string;
  /** Who asks. */
  from: string;
  /** The page where it is answered; a score is added to it. */
  url: string;
  /** The same by a link that nobody sees: only programs that try every link of a letter follow it. Null: none is laid. */
  hiddenUrl: string | null;
  /** Where somebody says that they want to hear no more. */
  refuseUrl: string;
  isReminder: boolean;
}

export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}

/** The first question as a letter: every point of its scale is a link that chooses it on the page, and records nothing. */
export function letterOf(asked: Asked): WrittenLetter {
  const { content, language, from, refuseUrl, isReminder } = asked;
  const words = letterWords(language);
  const question = questionOf(asked);
  const consent = textIn(content.consent, language, content);
  const points = pointsOf(asked);
  const text = [
    question,
    points.map(({ name, url }) => `${name}: ${url}`).join("\n"),
    words.after,
    ...(consent === "" ? [] : [consent]),
    "-- ",
    words.personal(from),
    `${words.refuse}: ${refuseUrl}`,
  ].join("\n\n");
  return {
    subject: isReminder ? words.reminder(question) : question,
    text,
    html: page(asked, { question, points, consent }),
  };
}

/** The first question as a text message. */
export function textMessageOf(asked: Asked): string {
  return letterWords(asked.language).text(asked.from, questionOf(asked), asked.url, asked.refuseUrl);
}

function questionOf({ content, language }: Asked): string {
  return piped(textIn(mainScore(content).text, language, content), {}, content, language);
}

interface Point {
  /** What stands in the letter, and the sign before it. */
  name: string;
  sign: string;
  url: string;
}

const faces = ["😠", "🙁", "😐", "🙂", "😀"];

function pointsOf({ content, language, url }: Asked): Point[] {
  const question = mainScore(content);
  const words = pageWords(language);
  const { min, max } = boundsOf(question) ?? { min: 0, max: -1 };
  const points = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const [low, high] = [question.low, question.high].map((text) => textIn(text, language, content));
  const end = (score: number) => (score === min ? low : score === max ? high : "") ?? "";
  const link = (score: number) => `${url}${url.includes("?") ? "&" : "?"}score=${score}`;
  if (question.metric === "yesNo")
    return [1, 0].map((score) => ({
      name: end(score) || (score === 1 ? words.yes : words.no),
      sign: "",
      url: link(score),
    }));
  if (question.look === "smileys")
    return points.map((score) => ({
      name: end(score) || (words.satisfaction[score - 1] ?? String(score)),
      sign: faces[score - 1] ?? "",
      url: link(score),
    }));
  return points.map((score) => ({
    name: end(score) === "" ? String(score) : `${score} (${end(score)})`,
    sign: question.look === "stars" ? "★".repeat(score) : String(score),
    url: link(score),
  }));
}

const font = "font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif";
const cell =
  "display:inline-block;box-sizing:border-box;min-width:44px;margin:0 4px 8px 0;padding:11px 8px;border:1px solid #8a8576;border-radius:8px;" +
  "background:#ffffff;color:#1d2230;font-size:18px;line-height:22px;font-weight:600;text-align:center;text-decoration:none";

/** Inline styles and one column: what every mail client shows. */
function page(
  asked: Asked,
  { question, points, consent }: { question: string; points: Point[]; consent: string },
): string {
  const { content, language, from, refuseUrl, hiddenUrl } = asked;
  const words = letterWords(language);
  const main = mainScore(content);
  const isNamed = main.metric === "yesNo" || main.look === "smileys";
  const bounds = boundsOf(main);
  const ends =
    isNamed || bounds === null
      ? null
      : endsOf([
          { score: bounds.min, name: textIn(main.low, language, content) },
          { score: bounds.max, name: textIn(main.high, language, content) },
        ]);
  return markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light"><title>${question}</title></head>
<body style="margin:0;padding:24px 16px;background:#faf8f4;color:#1d2230;${font}">
<div style="max-width:600px;margin:0 auto">
<p style="margin:0 0 24px;font-size:14px;color:#5b6172" dir="auto">${from}</p>
<h1 style="margin:0 0 20px;font-size:24px;line-height:30px;font-weight:650" dir="auto">${question}</h1>
<div role="group" aria-label="${words.choose}">${points.map(({ name, sign, url }) => linkOf({ name, sign, url }, isNamed))}</div>
${ends}
<p style="margin:20px 0 0;font-size:14px;line-height:20px;color:#5b6172">${words.after}</p>
${consent === "" ? null : markup`<p style="margin:12px 0 0;font-size:14px;line-height:20px;color:#5b6172" dir="auto">${consent}</p>`}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #cfc8b9;font-size:13px;line-height:19px;color:#5b6172">${words.personal(from)}<br>
<a href="${refuseUrl}" style="color:#2b4acb">${words.refuse}</a></p>
${hiddenUrl === null ? null : markup`<a href="${hiddenUrl}" style="display:none" tabindex="-1" aria-hidden="true">…</a>`}
</div>
</body>
</html>
`.text;
}

function linkOf({ name, sign, url }: Point, isNamed: boolean): Markup {
  return isNamed
    ? markup`<div><a href="${url}" style="${cell};text-align:start;padding:11px 16px">${sign === "" ? name : `${sign} ${name}`}</a></div>`
    : markup`<a href="${url}" style="${cell}" aria-label="${name}">${sign}</a>`;
}

/** With their numbers: where a scale wraps, its ends stand anywhere. */
function endsOf(ends: readonly { score: number; name: string }[]): Markup | null {
  const said = ends.filter(({ name }) => name !== "");
  if (said.length === 0) return null;
  return markup`<p style="margin:4px 0 0;font-size:13px;line-height:19px;color:#5b6172">${said.map(
    ({ score, name }, at) => markup`${at === 0 ? "" : " · "}<span dir="auto">${score} = ${name}</span>`,
  )}</p>`;
}
