import { expect, test } from "vitest";
import { differenceOf, differencesAmong } from "./comparison.ts";
import { scoreOf } from "./scores.ts";

const answers = (...counts: [number, number][]) => new Map(counts);

test("[M31] a difference has the value and the interval of the score's change, metric by metric", () => {
  const pairs = [
    ["nps", answers([10, 30], [7, 10], [2, 20]), answers([10, 15], [7, 20], [2, 25])],
    ["csat", answers([5, 56], [1, 14]), answers([5, 48], [1, 32])],
    ["ces", answers([6, 20], [3, 9]), answers([5, 11], [2, 14])],
  ] as const;
  for (const [metric, now, before] of pairs)
    expect(differenceOf(metric, now, before)).toMatchObject(withoutCount(scoreOf(metric, now, before).change));
  // Newcombe's published example: 56 of 70 against 48 of 80.
  const published = differenceOf("csat", pairs[1][1], pairs[1][2]);
  expect([published?.low.toFixed(2), published?.high.toFixed(2)]).toEqual(["5.24", "33.39"]);
});

test("[M31] there is none while one side has under 5 answers, and it takes no part in what is believed", () => {
  const few = answers([5, 4]);
  expect(differenceOf("csat", few, answers([5, 50]))).toBeNull();
  const [first, second] = differencesAmong([
    { metric: "csat", answers: few, others: answers([5, 50]) },
    { metric: "csat", answers: answers([5, 90], [1, 10]), others: answers([5, 50], [1, 50]) },
  ]);
  expect(first).toBeNull();
  expect(second).toMatchObject({ value: 40, isBelieved: true, nOther: 100 });
});

test("[M31] one p of .03 is believed alone, and not among twenty that are chance", () => {
  const lucky = { metric: "csat" as const, answers: answers([5, 62], [1, 38]), others: answers([5, 46], [1, 54]) };
  const chance = { metric: "csat" as const, answers: answers([5, 50], [1, 50]), others: answers([5, 50], [1, 50]) };
  const alone = differencesAmong([lucky])[0];
  expect(alone?.p).toBeGreaterThan(0.01);
  expect(alone?.isBelieved).toBe(true);
  expect(differencesAmong([lucky, ...Array.from({ length: 19 }, () => chance)])[0]?.isBelieved).toBe(false);
});

function withoutCount(change: ReturnType<typeof scoreOf>["change"]): object {
  if (change === null) throw new Error("there is a change to compare with");
  const { value, low, high } = change;
  return { value, low, high };
}
