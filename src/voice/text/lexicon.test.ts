import { expect, test } from "vitest";
import type { Language } from "./language.ts";
import { judgementsOf } from "./lexicon.ts";
import { phraseBook } from "./phrases.ts";
import { wordsOf } from "./words.ts";

const sum = (comment: string, language: Language) =>
  judgementsOf(wordsOf(comment), language).reduce((total, { weight }) => total + weight, 0);

test.each([
  "Je ne suis pas satisfaite",
  "Ils ne sont plus aimables",
  "Il n'est jamais disponible",
  "Rien d'agréable",
  "Aucun vendeur compétent",
  "Un accueil sans sourire",
  "Un personnel peu aimable",
  "c pas bien du tout",
  "Je ne recommande absolument pas",
  "je recommande pas",
  "Ni rapide ni efficace",
])("[VT3] «%s» denies a praise", (comment) => {
  expect(sum(comment, "fr")).toBeLessThan(0);
});

test.each([
  "Je ne suis pas déçu",
  "Sans problème",
  "Aucune attente",
  "Rien à redire",
  "Pas cher, plus rapide",
  "Jamais déçus",
])("[VT3] «%s» denies a complaint, or nothing", (comment) => {
  expect(sum(comment, "fr")).toBeGreaterThan(0);
});

test.each([
  "The staff is not friendly",
  "It isn't clean",
  "It didnt look good",
  "They were never helpful",
  "No good at all",
  "Without courtesy or kindness",
  "Hardly helpful",
  "I would not recommend it",
])("[VT3] «%s» denies a praise", (comment) => {
  expect(sum(comment, "en")).toBeLessThan(0);
});

test.each(["Not bad", "No complaints", "Never disappointed", "Couldn't be happier", "Not only quick but kind"])(
  "[VT3] «%s» denies a complaint, or nothing",
  (comment) => {
    expect(sum(comment, "en")).toBeGreaterThan(0);
  },
);

test("[VT3] a denial ends at a mark, at a contrast and four words on", () => {
  expect(sum("Pas cher. Excellent", "fr")).toBeGreaterThan(3);
  expect(sum("Not cheap, but excellent", "en")).toBeGreaterThan(2);
  expect(sum("Je ne sais pas si c'était bien le magasin excellent", "fr")).toBeGreaterThan(0);
});

test("[VT3] a denial that meets no judgement is a faint complaint", () => {
  expect(sum("Personne au comptoir", "fr")).toBeLessThan(0);
  expect(sum("Nobody at the counter", "en")).toBeLessThan(0);
});

test("[VT3] degrees strengthen and weaken", () => {
  expect(sum("très lent", "fr")).toBeLessThan(sum("lent", "fr"));
  expect(sum("un peu lent", "fr")).toBeGreaterThan(sum("lent", "fr"));
  expect(sum("super déçu", "fr")).toBeLessThan(sum("déçu", "fr"));
});

test("[VT9] an entry that no word can match is refused", () => {
  expect(() => phraseBook([["", 1]])).toThrow(RangeError);
  expect(() => phraseBook([["a*", 1]])).toThrow("looked up");
});
