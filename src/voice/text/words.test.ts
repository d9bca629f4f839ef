import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, wordsOf } from "./words.ts";

const texts = (comment: string) => wordsOf(comment).map(({ text }) => text);

test("[VT1] a word is folded for matching and stands where it was written", () => {
  const comment = "L’Été, ÇA m'a DÉÇU !";
  expect(wordsOf(comment).map(({ text, start, end }) => [text, comment.slice(start, end)])).toEqual([
    ["l", "L"],
    ["ete", "Été"],
    [",", ","],
    ["ca", "ÇA"],
    ["m", "m"],
    ["a", "a"],
    ["decu", "DÉÇU"],
    ["!", "!"],
  ]);
});

test("[VT1] French elisions are two words, English contractions are one", () => {
  expect(texts("Qu'il n'est d'accord, aujourd'hui I don’t, it's")).toEqual([
    ..."qu il n est d accord".split(" "),
    ",",
    "aujourd'hui",
    "i",
    "don't",
    ",",
    "it's",
  ]);
});

test("[VT1] SMS spellings stay, a letter that is held is written twice, figures and emoji are words of their own", () => {
  expect(texts("jsui tro déçuuuu 👍🏽 :-( 2h c ri1")).toEqual([
    "jsui",
    "tro",
    "decuu",
    "👍",
    ":-(",
    "2",
    "h",
    "c",
    "ri1",
  ]);
  expect(wordsOf("👩‍🍳🇫🇷").map(({ kind, end }) => [kind, end])).toEqual([
    ["emoji", 5],
    ["emoji", 9],
  ]);
});

test("[VT1] every word of any comment lies inside it, after the one before, and is what stands there", () => {
  const bits = fc.constantFrom(
    "l'",
    "n’",
    "É",
    "œ",
    "a",
    "aaaa",
    " ",
    "12,5",
    "🙂",
    "\u{200D}",
    "\uD800",
    "\n",
    "עברית",
    "́",
    ":(",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(bits).map((all) => all.join("")),
      ),
      (comment) => {
        let from = 0;
        for (const { text, start, end } of wordsOf(comment)) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(fold(comment.slice(start, end))).toBe(text);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(comment.length);
      },
    ),
  );
});
