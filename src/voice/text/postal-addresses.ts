import type { Span } from "./words.ts";

const frenchStreet =
  "rue|avenue|av\\.?|boulevard|bd|place|chemin|impasse|allée|allee|route|quai|cours|square|passage|sentier|lotissement";
const englishStreet =
  "street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln|drive|dr\\.?|court|close|crescent|way|place|square|terrace|boulevard|blvd";

/** «12 bis rue de la Paix, 75002 Paris»: small words, a word, and those with a capital after it; then code and town. */
const french = new RegExp(
  String.raw`(?<![\p{L}\p{N}•])\d{1,4}(?:\s?(?:bis|ter|quater)\b)?,?\s(?:${eitherCase(frenchStreet)})` +
    String.raw`(?:\s(?:de|du|des|la|le|les|l'|d')){0,3}(?:[\s']\p{L}[\p{L}\-]{0,30})(?:[\s\-]\p{Lu}[\p{L}\-]{0,30}){0,4}` +
    String.raw`(?:,?\s\d{5}\s\p{Lu}[\p{L}\-]{0,30}(?:[\s\-]\p{Lu}[\p{L}\-]{0,30}){0,4})?`,
  "gu",
);
const english = new RegExp(
  String.raw`(?<![\p{L}\p{N}•])\d{1,5}[A-Za-z]?\s(?:\p{Lu}[\p{L}'\-]{0,30}\s){1,3}` +
    String.raw`(?:${eitherCase(englishStreet)})(?![\p{L}])` +
    String.raw`(?:,?\s\p{Lu}[\p{L}\-]{0,30}){0,3}(?:,?\s(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]{2}\s\d{5}))?`,
  "gu",
);

/** Postal addresses that begin with a number and a kind of street: most that people type, not all. */
export function addressesIn(text: string): Span[] {
  const found = [french, english].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  const spans: Span[] = [];
  for (const span of found.toSorted((a, b) => a.start - b.start)) {
    if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  }
  return spans;
}

function eitherCase(words: string): string {
  return words.replaceAll(
    /(^|\|)([a-z])/g,
    (_, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`,
  );
}
