import { letterWords } from "../asking/letter-words.ts";
import { documentOf } from "./document.ts";
import { arrived, cut } from "./glyphs.ts";
import { markup } from "./markup.ts";
import { messageMarkup } from "./message-page.ts";

/** Whom somebody does not want to hear from any more. */
interface Refusing {
  language: string;
  from: string;
}

/** Asks once more: a link alone, which scanners follow too, changes nothing. */
export function refusalPage({ language, from, action }: Refusing & { action: string }): string {
  const words = letterWords(language);
  const title = words.refuseTitle(from);
  return documentOf({
    language,
    from,
    title,
    main: markup`${messageMarkup({ glyph: cut(), title, text: words.refuseText })}
<form method="post" action="${action}"><div class="stop last"><button>${words.refuseButton}</button></div></form>`,
  });
}

export function refusedPage({ language, from }: Refusing): string {
  const words = letterWords(language);
  const message = { glyph: arrived(), title: words.refused, text: words.refusedText(from) };
  return documentOf({ language, from, title: message.title, main: messageMarkup(message) });
}
