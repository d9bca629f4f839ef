import { panelStyle } from "#collect/panel-style.ts";
import type { StylePart } from "#collect/style.ts";
import type { WidgetPiece } from "../../api/collect.ts";
import type { Question } from "../../model.ts";
import { directionOf } from "../../page/document.ts";
import { closedMessage, type Message, messageMarkup, thanksMessage } from "../../page/message-page.ts";
import { surveyForm, surveyTitle } from "../../page/survey-page.ts";
import { pageWords } from "../../page/words.ts";
import { boundsOf } from "../../rules.ts";
import type { Outcome } from "../pages.ts";

/** An outcome as a piece of another's page. */
export function pieceOf(outcome: Outcome): WidgetPiece {
  if ("asked" in outcome) {
    const { asked } = outcome;
    const { text: html } = surveyForm({ ...asked, isEmbedded: true });
    const parts = new Set<StylePart>(asked.content.questions.map(partOf));
    if (Object.keys(asked.content.consent).length > 0) parts.add("notes");
    if (asked.issues !== undefined) parts.add("issues");
    return {
      ...spoken(asked.language),
      title: surveyTitle(asked),
      html,
      style: panelStyle([...parts], asked.content.questions.map(pointsOf)),
      isForm: true,
      proofBits: asked.proofBits ?? null,
    };
  }
  return "thanked" in outcome
    ? said(outcome.thanked.language, thanksMessage(outcome.thanked))
    : said(outcome.refused.language, closedMessage(outcome.refused));
}

/** What of the style a question is drawn with. */
function partOf(question: Question): StylePart {
  if (question.kind === "score") return question.metric === "yesNo" ? "words" : question.look;
  if (question.kind === "scale") return "numbers";
  return question.kind === "choice" ? "choices" : "text";
}

/** Of how many points its scale is; none: 0. */
function pointsOf(question: Question): number {
  const bounds = boundsOf(question);
  return bounds === null ? 0 : bounds.max - bounds.min + 1;
}

function said(language: string, message: Message): WidgetPiece {
  const { text: html } = messageMarkup(message, true);
  const style = panelStyle(["message"]);
  return { ...spoken(language), title: message.title, html, style, isForm: false, proofBits: null };
}

function spoken(language: string): Pick<WidgetPiece, "language" | "direction" | "words"> {
  const { close, sending, waiting, failed } = pageWords(language);
  return { language, direction: directionOf(language), words: { close, sending, waiting, failed } };
}
