import { expect, test } from "vitest";
import { lexiconModel } from "../text/polarity.ts";
import { topicRules } from "../text/topic-rules.ts";
import { topicBook } from "../text/topics.ts";
import { CommentReading, type GivenComment } from "./model.ts";
import { readComment } from "./rules.ts";

const book = { model: lexiconModel(), topics: topicBook(topicRules) };
const read = (comment: string, rest: Partial<GivenComment> = {}) =>
  readComment(book, { comment, language: null, metric: null, score: null, ...rest });

test("[VT20] a comment is read as language, polarity, topics and signals, each with the characters it rests on", () => {
  const comment = "Livraison lamentable, je vais résilier mon contrat";
  const reading = read(comment, { language: "fr-FR", metric: "nps", score: 2 });
  expect(CommentReading.parse(reading)).toEqual(reading);
  expect(reading).toMatchObject({ language: "fr", polarity: { label: "negative" }, disagreement: null });
  const said = ({ start, end }: { start: number; end: number }) => comment.slice(start, end);
  expect(reading.polarity.because.map(said)).toContain("lamentable");
  expect(reading.topics.find(({ id }) => id === "delivery")?.spans.map(said)).toEqual(["Livraison"]);
  expect(reading.signals.map((signal) => [signal.kind, said(signal)])).toEqual([["churn", "résilier"]]);
});

test("[VT20] words that say the contrary of their score are said to; without a score nothing is", () => {
  const unhappy = "Accueil lamentable, personnel désagréable, je suis très déçu";
  expect(read(unhappy, { metric: "nps", score: 10 }).disagreement).toBe("highScoreUnhappyWords");
  expect(read(unhappy, { metric: "nps", score: 8 }).disagreement).toBeNull();
  expect(read(unhappy).disagreement).toBeNull();
});

test("[VT20] a form in another language says nothing of the words", () => {
  expect(read("Muito bom", { language: "pt-BR" }).language).toBe("unknown");
  expect(read("Bon produit", { language: "FR" }).language).toBe("fr");
});
