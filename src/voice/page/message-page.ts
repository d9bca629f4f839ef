import type { Answers, SurveyContent } from "../model.ts";
import { piped, textIn } from "../rules.ts";
import { documentOf } from "./document.ts";
import { arrived, cut } from "./glyphs.ts";
import { markup, type Markup } from "./markup.ts";
import { pageWords } from "./words.ts";

/** What whoever has answered sees. */
export function thanksPage(page: {
  content: SurveyContent;
  language: string;
  answers: Answers;
  from?: string | undefined;
}): string {
  const { content, language, answers, from } = page;
  const words = pageWords(language);
  const thanks = piped(textIn(content.thanks, language, content), answers, content, language);
  return messagePage({ language, from, glyph: arrived(), title: thanks || words.thanks, text: words.recorded });
}

/** What is shown instead of a survey that takes no answers, or of one that is not there. */
export function closedPage(page: {
  language: string;
  reason: "closed" | "unknown";
  from?: string | undefined;
}): string {
  const { language, reason, from } = page;
  const words = pageWords(language);
  const [title, text] = reason === "closed" ? [words.closed, words.closedMore] : [words.unknown, words.unknownMore];
  return messagePage({ language, from, glyph: cut(), title, text });
}

function messagePage(page: {
  language: string;
  from: string | undefined;
  glyph: Markup;
  title: string;
  text: string;
}): string {
  const { language, from, glyph, title, text } = page;
  return documentOf({
    language,
    from,
    title,
    main: markup`<div class="message">
      ${glyph}
      <h1 dir="auto">${title}</h1>
      <p>${text}</p>
    </div>`,
  });
}
