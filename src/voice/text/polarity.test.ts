import fc from "fast-check";
import { expect, test } from "vitest";
import { type ReadComment, tuning } from "./comments.testing.ts";
import { crossValidate } from "./cross-validate.ts";
import { heldOut } from "./held-out.testing.ts";
import { leanOf } from "./lean.ts";
import { bytesOf, modelFrom } from "./model-bytes.ts";
import { type Pair, lexiconModel, predict, train } from "./polarity.ts";

const pairs: Pair[] = tuning
  .filter(({ lean }) => lean !== "neutral")
  .map(({ text, language, lean }) => ({ comment: text, positive: lean === "positive", form: language }));

/** How many comments are labelled as a reader does; with `sides` only those that lean, and unsure counts as wrong. */
function recognised(comments: readonly ReadComment[], sides: boolean): { hits: number; n: number } {
  const judged = comments.filter(({ lean }) => !sides || lean !== "neutral");
  const band = sides ? { low: 0.5, high: 0.5 } : undefined;
  const hits = judged.filter(({ text, language, lean }) => {
    const { label } = predict(lexiconModel(), text, band, language);
    return label === (lean === "neutral" ? "unsure" : lean);
  });
  return { hits: hits.length, n: judged.length };
}

test("[VT4] under fifty pairs, or with one side only, the lexicon alone decides", () => {
  expect(train(pairs.slice(0, 49), 1)).toEqual(lexiconModel());
  expect(
    train(
      Array.from({ length: 80 }, () => ({ comment: "Très bien", positive: true })),
      1,
    ),
  ).toEqual(lexiconModel());
  expect(train(pairs, 1).pairs).toBe(pairs.length);
});

test("[VT4] the lexicon alone recognises two in three of comments it was not written with", () => {
  const sides = recognised(heldOut, true);
  const three = recognised(heldOut, false);
  expect(sides.n).toBe(32);
  expect(three.n).toBe(40);
  expect(sides.hits / sides.n).toBeGreaterThanOrEqual(0.65);
  expect(three.hits / three.n).toBeGreaterThanOrEqual(0.6);
});

test("[VT5] the same pairs and seed give the same model to the bit, another seed another one", () => {
  expect(train(pairs, 7).weights).toEqual(train(pairs, 7).weights);
  expect(train(pairs, 7).weights).not.toEqual(train(pairs, 8).weights);
});

test("[VT5] a workspace teaches words that no lexicon has, in its own sense", () => {
  const own = Array.from({ length: 30 }, (_, at) => [
    { comment: `Le zorglub du guichet ${at}`, positive: false },
    { comment: `La bulgroz du guichet ${at}`, positive: true },
  ]).flat();
  const model = train(own, 3);
  expect(predict(model, "Encore un zorglub").label).toBe("negative");
  expect(predict(model, "Une bulgroz ici").label).toBe("positive");
});

test("[VT6] the label follows the band: between its ends a comment is unsure", () => {
  const { probability } = predict(lexiconModel(), "Un peu lent", undefined, "fr");
  expect(probability).toBeGreaterThan(0.2);
  expect(probability).toBeLessThan(0.5);
  expect(predict(lexiconModel(), "Un peu lent", { low: 0.5, high: 0.5 }, "fr").label).toBe("negative");
  expect(predict(lexiconModel(), "Un peu lent", { low: 0.1, high: 0.9 }, "fr").label).toBe("unsure");
  expect(predict(lexiconModel(), "", { low: 0.5, high: 0.5 }, "fr").label).toBe("unsure");
});

test("[VT6] the reasons are the strongest words of the label's side, with their characters", () => {
  const comment = "Accueil parfait mais caisse interminable et vendeur désagréable";
  const { label, because } = predict(lexiconModel(), comment, undefined, "fr");
  expect(label).toBe("negative");
  expect(because.map(({ start, end }) => comment.slice(start, end)).toSorted()).toEqual([
    "désagréable",
    "interminable",
  ]);
  expect(because.every(({ weight }) => weight < 0)).toBe(true);
});

test("[VT6] reasons of any comment lie inside it", () => {
  const model = train(pairs, 1);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem()), (comment) => {
      const { probability, because } = predict(model, comment);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      for (const { start, end, weight } of because) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(comment.length);
        expect(Number.isFinite(weight)).toBe(true);
      }
    }),
  );
});

test("[VT7] cross-validation judges each pair once, by a model that has not learnt from it", () => {
  const { positive, negative } = crossValidate(pairs, 5, 1);
  expect([positive.n, negative.n]).toEqual([32, 32]);
  expect(positive.unsure + negative.unsure).toBe(0);
  expect(crossValidate(pairs, 5, 1)).toEqual({ positive, negative });
  // A word that only one comment has says nothing of it, so that a lucky guess is all there is.
  const lonely = Array.from({ length: 60 }, (_, at) => ({
    comment: `${"bcdfghjklm"[at % 10]}${at}`,
    positive: at % 2 === 0,
  }));
  const known = train(lonely, 1);
  expect(lonely.every(({ comment, positive: side }) => predict(known, comment).probability > 0.5 === side)).toBe(true);
  const blind = crossValidate(lonely, 6, 1);
  expect(blind.positive.hits + blind.negative.hits).toBeLessThan(45);
  expect(() => crossValidate(pairs, 1, 1)).toThrow(RangeError);
});

test("[VT8] a model goes to bytes and back, also from the middle of a buffer", () => {
  const model = train(pairs, 1);
  const bytes = bytesOf(model);
  expect(bytes.length).toBe(8 + 4 * 65_536);
  expect(modelFrom(bytes)).toEqual(model);
  const framed = new Uint8Array(bytes.length + 9);
  framed.set(bytes, 3);
  expect(modelFrom(framed.subarray(3, 3 + bytes.length))).toEqual(model);
});

test("[VT8] bytes of another kind or version are refused", () => {
  const bytes = bytesOf(lexiconModel());
  expect(() => modelFrom(bytes.subarray(1))).toThrow(RangeError);
  expect(() => modelFrom(bytes.with(3, 9))).toThrow("not a model");
});

test("[VT17] scores lean by the usual reading of their scale", () => {
  expect([6, 7, 8, 9].map((raw) => leanOf("nps", raw))).toEqual(["negative", "neutral", "neutral", "positive"]);
  expect([2, 3, 4].map((raw) => leanOf("csat", raw))).toEqual(["negative", "neutral", "positive"]);
  expect([3, 4, 5].map((raw) => leanOf("ces", raw))).toEqual(["negative", "neutral", "positive"]);
  expect([0, 1].map((raw) => leanOf("yesNo", raw))).toEqual(["negative", "positive"]);
});
