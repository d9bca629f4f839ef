import { documentOf } from "./document.ts";
import { markup } from "./markup.ts";
import { messageMarkup, thanksMessage } from "./message-page.ts";
import { languageLinks, surveyForm, type SurveyPage, surveyTitle } from "./survey-page.ts";
import { pageWords } from "./words.ts";

/** The page of a survey for a tablet that stands somewhere: it asks one customer after the other, with or without a connection. */
export function kioskPage(page: SurveyPage): string {
  const { content, language, from } = page;
  const words = pageWords(language);
  const thanks = thanksMessage({ content, language, answers: {} });
  return documentOf({
    language,
    from,
    title: surveyTitle(page),
    aside: languageLinks({ ...page, score: null }, words.languages),
    main: surveyForm(page),
    foot: markup`<template data-thanks><div role="status">${messageMarkup({ ...thanks, text: "" })}</div><p><button>${words.again}</button></p></template>
<footer><span data-waiting="${words.kioskWaiting}" hidden></span> <span data-apart="${words.kioskApart}" hidden></span> <button type="button" data-full-screen>${words.fullScreen}</button></footer>`,
    script: "/kiosk.js",
  });
}
