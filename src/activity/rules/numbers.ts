import type { Decimal } from "../model.ts";

const plain: Record<Decimal, RegExp> = {
  ".": /^[+-]?(?:\d+|\d{1,3}(?:[ ,'\u00A0\u202F\u2019]\d{3})+)(?:\.\d+)?$/,
  ",": /^[+-]?(?:\d+|\d{1,3}(?:[ .'\u00A0\u202F\u2019]\d{3})+)(?:,\d+)?$/,
};
const groups = /[ '\u00A0\u202F\u2019]/g;

/** Reads a number with that decimal mark and, if any, thousands in groups of three; null when the text is none. */
export function readNumber(text: string, decimal: Decimal): number | null {
  const trimmed = text.trim();
  if (!plain[decimal].test(trimmed)) return null;
  const bare = trimmed.replace(groups, "");
  return Number(decimal === "," ? bare.replaceAll(".", "").replace(",", ".") : bare.replaceAll(",", ""));
}
