import type { Span } from "./words.ts";

const street = "rue|avenue|av\\.?|boulevard|bd|chemin|impasse|allée|allee|quai|square|sentier|lotissement";
/** «2 cours de yoga», «1 place de parking»: these are streets only with a name in capitals. */
const sometimesStreet = "place|cours|route|passage";
const englishStreet =
  "street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln|drive|dr\\.?|court|close|crescent|way|place|square|terrace|boulevard|blvd";

const small = String.raw`(?:\s(?:de|du|des|la|le|les)){0,3}\s(?:[ld]['’])?`;
const capital = String.raw`\p{Lu}[\p{L}\-]{0,30}`;

/** «12 bis rue de la Paix, 75002 Paris»: small words, a word, and those with a capital after it; then code and town. */
const french = new RegExp(
  String.raw`(?<![\p{L}\p{N}•])\d{1,4}(?:\s?(?:bis|ter|quater)\b)?,?\s` +
    String.raw`(?:(?:${eitherCase(street)})${small}\p{L}[\p{L}\-]{0,30}|(?:${eitherCase(sometimesStreet)})${small}${capital})` +
    String.raw`(?:[\s\-]${capital}){0,4}(?:,?\s\d{5}\s${capital}(?:[\s\-]${capital}){0,4})?`,
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
