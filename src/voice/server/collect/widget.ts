import type { WidgetPiece } from "../../api/collect.ts";
import { directionOf } from "../../page/document.ts";
import { closedMessage, type Message, messageMarkup, thanksMessage } from "../../page/message-page.ts";
import { surveyForm, surveyTitle } from "../../page/survey-page.ts";
import { pageWords } from "../../page/words.ts";
import type { Outcome } from "../pages.ts";

/** An outcome as a piece of another's page. */
export function pieceOf(outcome: Outcome): WidgetPiece {
  if ("asked" in outcome) {
    const { asked } = outcome;
    const { text: html } = surveyForm({ ...asked, isEmbedded: true });
    return { ...spoken(asked.language), title: surveyTitle(asked), html, isForm: true };
  }
  return "thanked" in outcome
    ? said(outcome.thanked.language, thanksMessage(outcome.thanked))
    : said(outcome.refused.language, closedMessage(outcome.refused));
}

function said(language: string, message: Message): WidgetPiece {
  return { ...spoken(language), title: message.title, html: messageMarkup(message, true).text, isForm: false };
}

function spoken(language: string): Pick<WidgetPiece, "language" | "direction" | "words"> {
  const { close, sending, waiting, failed } = pageWords(language);
  return { language, direction: directionOf(language), words: { close, sending, waiting, failed } };
}
