import { expect, test } from "vitest";
import type { Asked } from "#voice/model.ts";
import { leanOf } from "#voice/text/lean.ts";
import { type Pair, predict, train } from "#voice/text/polarity.ts";
import { seeded, shuffled } from "#voice/text/random.ts";
import { generateDemo } from "./generate.ts";

/** Every comment of the demo once, with what its score says. */
function pairsOfDemo(): Pair[] {
  const answers = generateDemo({ today: "2026-11-22", stories: 5000 }).find(({ name }) => name === "answers.csv");
  const [header = "", ...lines] = answers!.text.trimEnd().split("\r\n");
  const [metricAt, scoreAt, commentAt] = ["metric", "score", "comment"].map((name) => header.split(";").indexOf(name));
  const pairs = lines.flatMap((line): Pair[] => {
    const cells = [...line.matchAll(/("([^"]|"")*"|[^;]*)(;|$)/g)].map(([, cell = ""]) => cell);
    const comment = cells[commentAt!] ?? "";
    const lean = leanOf(cells[metricAt!] as Asked, Number(cells[scoreAt!]));
    return comment === "" || lean === "neutral" ? [] : [{ comment, positive: lean === "positive" }];
  });
  return [...new Map(pairs.map((pair) => [pair.comment, pair])).values()];
}

test("[VT32] after 400 pairs 96 of 100 happy and 77 of 100 unhappy comments that a model has not learnt from are found", () => {
  const pairs = shuffled(pairsOfDemo(), seeded(1));
  const model = train(pairs.slice(0, 400), 1);
  const found = (positive: boolean): number => {
    const others = pairs.slice(400, 2_400).filter((pair) => pair.positive === positive);
    const label = positive ? "positive" : "negative";
    const hits = others.filter(({ comment }) => predict(model, comment, { low: 0.5, high: 0.5 }).label === label);
    return Math.round((100 * hits.length) / others.length);
  };
  expect(found(true)).toBeGreaterThanOrEqual(96);
  expect(found(false)).toBeGreaterThanOrEqual(77);
});
