import { expect, test } from "vitest";
import { languageOf } from "./language.ts";
import { mask } from "./mask.ts";
import { lexiconModel, predict } from "./polarity.ts";
import { signalsOf } from "./signals.ts";
import { themes } from "./themes.ts";
import { topicRules } from "./topic-rules.ts";
import { topicBook, topicsOf } from "./topics.ts";
import { wordsOf } from "./words.ts";

const repeat = (piece: string, size = 100_000) => piece.repeat(Math.ceil(size / piece.length));
const book = topicBook(topicRules);

// Nothing quadratic would end within the limit of a test.
test.each([
  ["a million of them", repeat("Le colis n'est pas arrivé. ", 1_000_000)],
  ["one word", repeat("a")],
  ["one word of an e-mail's characters", repeat("a.")],
  ["an at sign between any two letters", repeat("a@")],
  ["one number", repeat("4")],
  ["figures in ones", repeat("4 ")],
  ["plus signs and figures", repeat("+33 ")],
  ["the beginning of an IBAN", repeat("FR76")],
  ["the beginning of an address", repeat("12 rue de la ")],
  ["the beginning of an English address", repeat("1 Aa Bb Cc ")],
  ["nothing but blanks", repeat(" ")],
  ["nothing but marks", repeat("!?")],
  ["nothing but emoji", repeat("👩‍🍳")],
  ["joiners without emoji", repeat("\u{200D}")],
  ["accents without letters", repeat("\u{301}")],
  ["right to left", repeat("שלום \u{202E}")],
  ["lone surrogates", repeat("\uD83D ")],
  ["apostrophes", repeat("l'")],
  ["denials", repeat("ne pas ")],
  ["a formula and markup", repeat('=cmd|"/c calc"!A1<script>')],
])("[VT15] very many characters, %s, are read to the end and do no harm", (_, comment) => {
  const { text } = mask(comment);
  expect(text.length).toBe(comment.length);
  expect(wordsOf(comment).every(({ start, end }) => start < end && end <= comment.length)).toBe(true);
  expect(["fr", "en", "unknown"]).toContain(languageOf(comment));
  const { probability } = predict(lexiconModel(), comment);
  expect(probability).toBeGreaterThanOrEqual(0);
  expect(probability).toBeLessThanOrEqual(1);
  expect(topicsOf(comment, book).every(({ spans }) => spans.length > 0)).toBe(true);
  expect(signalsOf(comment)).toEqual([]);
});

test("[VT15] words that every object of the language has are words as any other", () => {
  const comment = "constructor __proto__ toString hasOwnProperty";
  expect(predict(lexiconModel(), comment).label).toBe("unsure");
  expect(topicsOf(comment, book)).toEqual([]);
  expect(themes([comment, comment, comment], ["a"]).every(({ inA }) => inA === 3)).toBe(true);
});
