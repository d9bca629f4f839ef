import type { Span } from "./words.ts";

/** What a number of a payment network begins with, and how long it is (ISO/IEC 7812 ranges in use). */
const networks: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|2[2-7])/, [16]],
  [/^3[47]/, [15]],
  [/^3[068]/, [14, 16]],
  [/^35/, [16]],
  [/^6/, [16, 17, 18, 19]],
];
const fewest = 13;
const most = 19;

/** Figures in groups, one blank, dot or hyphen between two. */
const figures = /\d+(?:[ .\-\u{A0}\u{202F}]\d+)*/gu;

/**
 * Card numbers: a network's beginning and length, and a right check digit (Luhn). They may stand among other groups of
 * figures, such as a date; they begin and end with a group.
 */
export function cardsIn(text: string): Span[] {
  return [...text.matchAll(figures)].flatMap((match) => cardsAmong(groupsOf(match[0], match.index)));
}

interface Group extends Span {
  digits: string;
}

function groupsOf(written: string, offset: number): Group[] {
  return [...written.matchAll(/\d+/g)].map((match) => ({
    digits: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

function cardsAmong(groups: readonly Group[]): Span[] {
  const cards: Span[] = [];
  for (let at = 0; at < groups.length; at++) {
    const last = lastOfCard(groups, at);
    const [first, end] = [groups[at], groups[last ?? at]];
    if (last === null || !first || !end) continue;
    cards.push({ start: first.start, end: end.end });
    at = last;
  }
  return cards;
}

/** Where a card that begins with a group ends; the longest, so that nothing of it is left. */
function lastOfCard(groups: readonly Group[], at: number): number | null {
  let digits = "";
  let last: number | null = null;
  for (let k = at; k < groups.length; k++) {
    const more = groups[k]?.digits ?? "";
    if (digits.length + more.length > most) break;
    digits += more;
    if (digits.length >= fewest && isCard(digits)) last = k;
  }
  return last;
}

function isCard(digits: string): boolean {
  return networks.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits)) && luhn(digits);
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
