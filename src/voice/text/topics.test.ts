import fc from "fast-check";
import { expect, test } from "vitest";
import { tuning } from "./comments.testing.ts";
import { signalsOf } from "./signals.ts";
import { themes } from "./themes.ts";
import { topicRules } from "./topic-rules.ts";
import { topicBook, topicsOf } from "./topics.ts";

const book = topicBook(topicRules);
const topics = (comment: string) => topicsOf(comment, book).map(({ id }) => id);
const signals = (comment: string) =>
  signalsOf(comment).map(({ kind, start, end }) => [kind, comment.slice(start, end)]);

test.each([
  ["price", "C'est beaucoup trop cher pour nous", "It is far too expensive for what it is"],
  ["delivery", "Le colis est toujours chez le transporteur", "My parcel is still with the courier"],
  ["staff", "Une équipe vraiment sympathique", "The staff have been so rude to us"],
  ["quality", "Le tissu est fragile et de mauvaise qualité", "It is flimsy and the quality is poor"],
  ["product", "Il n'y a pas assez de choix dans le rayon", "There is not enough choice in the range"],
  ["digital", "Le site ne marche pas sur mon mobile", "The website crashed on me again"],
  ["contact", "La hotline est injoignable le samedi", "I was on hold for half an hour"],
  ["refund", "J'attends mon remboursement depuis lundi", "I am waiting for my refund since Monday"],
  ["billing", "Le prélèvement a été fait deux fois", "The invoice was charged twice to me"],
  ["information", "Les explications dans la notice sont floues", "The instructions are very confusing to us"],
  ["cleanliness", "Les toilettes étaient sales et ça sentait", "The toilets were dirty when we got there"],
  ["complaint", "Ma réclamation est restée sans réponse", "My complaint has had no reply so far"],
])("[VT9] the topic %s is told in French and in English", (id, french, english) => {
  expect(topics(french)).toContain(id);
  expect(topics(english)).toContain(id);
});

test("[VT9] a topic comes with the characters that tell it, and rules of one's own are read the same way", () => {
  const own = topicBook([
    {
      id: "parking",
      fr: { name: "Parking", patterns: ["parking*", "se garer"] },
      en: { name: "Parking", patterns: ["park*"] },
    },
  ]);
  const comment = "Impossible de se garer, parkings pleins";
  expect(topicsOf(comment, own, "fr")).toEqual([
    {
      id: "parking",
      spans: [
        { start: 14, end: 22 },
        { start: 24, end: 32 },
      ],
    },
  ]);
  expect(topicRules.map(({ id }) => id)).toHaveLength(new Set(topicRules.map(({ id }) => id)).size);
});

test("[VT9] spans of any comment lie inside it, from left to right", () => {
  const piece = fc.oneof(fc.constantFrom(...tuning.map(({ text }) => text)), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 3 }), (pieces) => {
      const comment = pieces.join(" ");
      for (const { start, end } of [...topicsOf(comment, book).flatMap(({ spans }) => spans), ...signalsOf(comment)]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(comment.length);
        expect(comment.slice(start, end).trim()).toBe(comment.slice(start, end));
      }
    }),
  );
});

test("[VT10] themes tell two sets apart, forms of a word together and «pas», «trop» with what they turn", () => {
  const unhappy = [
    "Colis pas livré",
    "La livraison est trop lente",
    "Livreur absent, colis pas livré",
    "Colis perdu, trop lente",
  ];
  const happy = ["Accueil parfait", "Bel accueil au magasin", "Accueil et conseils", "Merci pour l'accueil"];
  const many = (comments: string[]) => Array.from({ length: 5 }, () => comments).flat();
  const found = themes(many(unhappy), many(happy), "fr");
  expect(found.filter(({ z }) => z > 0).map(({ shown }) => shown)).toEqual(
    expect.arrayContaining(["colis", "pas livré", "trop lente"]),
  );
  expect(found.find(({ z }) => z < 0)).toMatchObject({ shown: "accueil", inA: 0, inB: 20 });
  expect(found.find(({ shown }) => shown === "livré")).toMatchObject({ inA: 15, inB: 0 });
});

test("[VT10] sets that say the same have no theme, nor do words of two comments", () => {
  const same = ["Livraison rapide", "Accueil parfait", "Prix corrects"];
  expect(themes(same, same)).toEqual([]);
  expect(themes(["Parking plein", "Parking fermé"], ["Accueil parfait"])).toEqual([]);
  expect(themes([], [])).toEqual([]);
});

test("[VT11] urgency and the risk of leaving are found with their characters", () => {
  expect(signals("Je vais résilier et passer chez un concurrent")).toEqual([
    ["churn", "résilier"],
    ["churn", "concurrent"],
  ]);
  expect(signals("Remboursement immédiat ou mon avocat vous écrira")).toEqual([
    ["urgency", "Remboursement immédiat"],
    ["urgency", "avocat"],
  ]);
  expect(signals("Please cancel my contract or you will hear from my lawyer")).toEqual([
    ["churn", "cancel my"],
    ["urgency", "lawyer"],
  ]);
  expect(signals("Je ne reviendrai plus jamais")).toEqual([["churn", "reviendrai plus"]]);
});

test("[VT11] what is denied is no signal", () => {
  expect(signals("Je ne veux pas résilier pour le moment")).toEqual([]);
  expect(signals("There is no need to switch, and it is not urgent")).toEqual([]);
});
