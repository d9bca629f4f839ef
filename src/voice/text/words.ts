/** Where something stands in a comment: UTF-16 positions, the end not included. */
export interface Span {
  start: number;
  end: number;
}

export type WordKind = "word" | "number" | "emoji" | "mark";

/** A word of a comment: `text` is folded for matching, the span says where it was written. */
export interface Word extends Span {
  kind: WordKind;
  text: string;
}

/** Every alternative begins with characters of its own, so that reading never goes back: it is linear on any input. */
const token = new RegExp(
  [
    String.raw`(\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*)`,
    String.raw`(\p{N}+(?:[.,]\p{N}+)*)`,
    String.raw`(\p{RI}{2}|\p{ExtPict}[\u{FE0F}\p{EMod}]*(?:\u{200D}\p{ExtPict}[\u{FE0F}\p{EMod}]*)*` +
      String.raw`|[:;=]'?-?[()\[\]DPpo/|*](?![\p{L}\p{N}/])|<3|\^\^)`,
    String.raw`([.!?…,;:\n()]+)`,
  ].join("|"),
  "gu",
);
const kinds: readonly WordKind[] = ["word", "number", "emoji", "mark"];

/** French words that lose their last letter before a vowel: what follows is a word of its own. */
const elided = new Set(["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu"]);

/** The words, numbers, emoji and marks of a comment in their order; SMS spellings stay as they are written. */
export function wordsOf(comment: string): Word[] {
  const words: Word[] = [];
  for (const match of comment.matchAll(token)) {
    const kind = kinds[match.findIndex((group, at) => at > 0 && group !== undefined) - 1] ?? "mark";
    const start = match.index;
    const end = start + match[0].length;
    const first = kind === "word" ? elision(match[0]) : 0;
    if (first > 0) words.push(wordAt(comment, "word", start, start + first));
    words.push(wordAt(comment, kind, first > 0 ? start + first + 1 : start, end));
  }
  return words;
}

/** How many letters stand before the apostrophe of an elision; 0 without one. */
function elision(written: string): number {
  const at = written.search(/['’ʼ]/u);
  return at > 0 && elided.has(fold(written.slice(0, at))) ? at : 0;
}

function wordAt(comment: string, kind: WordKind, start: number, end: number): Word {
  return { kind, text: fold(comment.slice(start, end)), start, end };
}

/** Letters as they are compared: small, without accents, skin tones or a letter held longer than twice («merciii»). */
export function fold(text: string): string {
  return (plain.test(text) ? text : unaccented(text)).replaceAll(held, "$1$1");
}

const plain = /^[a-z0-9]*$/;
const held = /(\p{L})\1{2,}/gu;

function unaccented(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[\p{M}\p{EMod}]/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss")
    .replaceAll(/[’ʼ]/g, "'");
}
