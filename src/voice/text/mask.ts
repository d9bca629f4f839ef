import { cardsIn } from "./card-numbers.ts";
import { addressesIn } from "./postal-addresses.ts";
import { type Span, type Word, wordsOf } from "./words.ts";

export type PersonalKind = "email" | "iban" | "card" | "socialSecurity" | "phone" | "address";

export interface Personal extends Span {
  kind: PersonalKind;
}

export interface Masked {
  /** The comment with a bullet for every character of what is personal: positions are those of the comment itself. */
  text: string;
  personal: Personal[];
}

/** Who finds what, in this order: what is found is hidden from those that come after. */
const finders: readonly (readonly [PersonalKind, (text: string) => Span[]])[] = [
  ["email", emailsIn],
  ["iban", ibansIn],
  ["card", cardsIn],
  ["socialSecurity", socialSecurityIn],
  ["phone", phonesIn],
  ["address", addressesIn],
];

/**
 * Hides what tells who a person is: e-mail, phone, IBAN, card and French social-security numbers, and most postal addresses.
 * Names stay, and so do numbers of orders and parcels.
 */
export function mask(comment: string): Masked {
  let text = comment;
  const personal: Personal[] = [];
  for (const [kind, find] of finders) {
    const spans = find(text);
    text = blanked(text, spans);
    personal.push(...spans.map(({ start, end }) => ({ kind, start, end })));
  }
  return { text, personal: personal.toSorted((a, b) => a.start - b.start) };
}

/** The words of a comment that may be analysed and learnt from: those that are not personal, where they stand. */
export function impersonalWords(comment: string): Word[] {
  return wordsOf(mask(comment).text);
}

function blanked(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(from, start), "•".repeat(end - start));
    from = end;
  }
  return pieces.join("") + text.slice(from);
}

/** The characters of RFC 5322's atom, and letters of any alphabet; what stands before cannot be one, so a run is read once. */
const local = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_\x60{|}~.\-]`;
const label = String.raw`[\p{L}\p{M}\p{N}\-]`;
const email = new RegExp(
  String.raw`(?<!${local})${local}+(?:@|\s?[(\[](?:at|a|arobase)[)\]]\s?)${label}+(?:\.${label}+)+`,
  "giu",
);

function emailsIn(text: string): Span[] {
  return spansOf(text, email);
}

/** The countries of the euro payments area by the length of their IBAN (ISO 13616 registry). */
const ibanLengths: Readonly<Record<number, string>> = {
  15: "NO",
  16: "BE",
  18: "DK FI NL",
  19: "SI",
  20: "AT EE LT LU",
  21: "CH HR LI LV",
  22: "BG DE GB IE",
  24: "CZ ES RO SE SK",
  25: "PT",
  26: "IS",
  27: "FR GR IT MC SM",
  28: "CY HU PL",
  31: "MT",
};
const iban = new RegExp(
  Object.entries(ibanLengths)
    .map(([length, countries]) => {
      const rest = Number(length) - 4;
      return String.raw`(?:${countries.replaceAll(" ", "|")})[ \-]?\d\d(?:[ \-]{0,2}[A-Z\d]){${rest}}`;
    })
    .map((one) => String.raw`(?<![\p{L}\p{N}])(?:${one})(?![\p{L}\p{N}])`)
    .join("|"),
  "giu",
);

/** By their form only: an IBAN with a wrong figure tells as much of its owner. */
function ibansIn(text: string): Span[] {
  return spansOf(text, iban).filter(({ start, end }) => digitsOf(text.slice(start, end)).length >= 10);
}

const socialSecurity =
  /(?<![\d•])[12]([ .]?)\d\d\1(?:0[1-9]|1[0-2]|[2-9]\d)\1(?:\d\d|2[AB])\1\d{3}\1\d{3}(?:[ .]?(\d\d))?(?!\d)/giu;

/** Fifteen figures with a right key, or thirteen written in groups: thirteen in a row are an order as well. */
function socialSecurityIn(text: string): Span[] {
  return spansOf(text, socialSecurity, ([written, separator, key]) => {
    if (key === undefined) return separator !== "";
    const number = written.replaceAll(/[ .]/g, "").slice(0, 13);
    // Corsica counts as 19 and 18 (INSEE).
    const counted = BigInt(number.replace(/2A/i, "19").replace(/2B/i, "18"));
    return 97n - (counted % 97n) === BigInt(key);
  });
}

const gap = String.raw`[ .\-\u{A0}\u{202F}]?`;
const phone = new RegExp(
  [
    String.raw`(?:(?:\+|00)33${gap}(?:\(0\)${gap})?|0)[1-9](?:${gap}\d\d){4}`,
    String.raw`\+\d{1,3}(?:[ .\-\u{A0}\u{202F}]?\(?\d{1,4}\)?){2,6}`,
    String.raw`00[1-9]\d{0,2}(?:[ .\-]\d{1,4}){3,6}`,
    String.raw`0\d{2,4} \d{3,4} ?\d{3,4}`,
    String.raw`\(?\d{3}\)?[ .\-]\d{3}[ .\-]\d{4}`,
  ]
    .map((one) => String.raw`(?<![\d•\-])${one}(?!\d)`)
    .join("|"),
  "gu",
);
const order =
  /(?:commande|order|dossier|r[ée]f(?:[ée]rence)?|facture|invoice|colis|parcel|suivi|tracking|ticket|contrat|n[°o]|#)\W{0,3}(?:n[°o])?\W{0,3}$/iu;

function phonesIn(text: string): Span[] {
  return spansOf(text, phone, ([written], start) => {
    if (digitsOf(written).length < 8 || digitsOf(written).length > 15) return false;
    return !/^[\d-]+$/.test(written) || !order.test(text.slice(Math.max(0, start - 24), start));
  });
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}

function spansOf(
  text: string,
  pattern: RegExp,
  keep: (match: RegExpExecArray, start: number) => boolean = () => true,
): Span[] {
  return [...text.matchAll(pattern)]
    .filter((match) => keep(match, match.index))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
