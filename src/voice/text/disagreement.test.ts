import { expect, test } from "vitest";
import { disagreementOf } from "./disagreement.ts";
import { lexiconModel, predict } from "./polarity.ts";

const words = (comment: string) => predict(lexiconModel(), comment, undefined, "fr");

test("[VT14] a promoter whose words are surely unhappy disagrees, with the words that say so", () => {
  const comment = "Livraison catastrophique, colis cassé, plus jamais";
  const disagreement = disagreementOf("positive", words(comment));
  expect(disagreement?.kind).toBe("highScoreUnhappyWords");
  expect(disagreement?.confidence).toBeGreaterThan(0.8);
  expect(disagreement?.because.map(({ start, end }) => comment.slice(start, end))).toContain("catastrophique");
});

test("[VT14] a detractor whose words are surely happy disagrees too", () => {
  expect(disagreementOf("negative", words("Bravo, génial, quelle excellente idée"))?.kind).toBe("lowScoreHappyWords");
});

test("[VT14] there is none for a passive, for words that agree, and for words that are not sure", () => {
  expect(disagreementOf("neutral", words("Livraison catastrophique, plus jamais"))).toBeNull();
  expect(disagreementOf("negative", words("Livraison catastrophique, plus jamais"))).toBeNull();
  expect(disagreementOf("positive", words("Un peu lent"))).toBeNull();
  expect(disagreementOf("positive", words("Le magasin est en face de la gare"))).toBeNull();
});
