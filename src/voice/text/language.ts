import { frequentEn } from "./frequent-en.ts";
import { frequentFr } from "./frequent-fr.ts";
import { type Word, wordsOf } from "./words.ts";

export type Language = "fr" | "en";
export type Guess = Language | "unknown";

/** From so many words on, a comment may be in another language than its form. */
const enoughWords = 4;

/** What a comment says more than the language of its form must to be believed. */
const margin = 2;

/** Everyday words of neighbours that are not words of French or English: a sign that a comment is in neither. */
const foreign = new Set(
  (
    "el los las una por muy pero es esta este fue gracias " +
    "o os um uma nao com muito foi para meu minha produto ainda dos ao mais mas isso " +
    "il gli che di per molto non sono della con grazie " +
    "der die das und ist nicht sehr mit ein eine ich wir auf fur zu " +
    "het een niet van voor maar ik wij zeer"
  ).split(" "),
);

/**
 * The language of a comment: that of its form, unless four words or more say otherwise.
 * @returns "unknown" for other languages, and without a form for what gives no sign.
 */
export function languageOf(comment: string | readonly Word[], form?: Language): Guess {
  const words = (typeof comment === "string" ? wordsOf(comment) : comment).filter(({ kind }) => kind === "word");
  const latin = words.filter(({ text }) => /^[a-z]/.test(text)).length;
  if (words.length > 0 && latin * 2 < words.length) return "unknown";
  const signs = { fr: 0, en: 0, foreign: 0 };
  for (const { text } of words) {
    const [french, english] = [frequentFr.has(text), frequentEn.has(text)];
    if (french && !english) signs.fr++;
    if (english && !french) signs.en++;
    if (foreign.has(text) && !french && !english) signs.foreign++;
  }
  const likely = signs.fr === signs.en ? undefined : signs.fr > signs.en ? "fr" : "en";
  if (words.length < enoughWords) return form ?? likely ?? "unknown";
  if (signs.foreign > signs.fr + signs.en) return "unknown";
  if (form === undefined) return likely ?? "unknown";
  const other = form === "fr" ? "en" : "fr";
  return signs[other] - signs[form] >= margin ? other : form;
}
