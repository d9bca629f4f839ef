import { expect, test } from "vitest";
import { seeded } from "../seeded.testing.ts";
import { inferShare } from "./infer.ts";
import { foretell, type Lesson, reliability, train } from "./training.ts";
import { featuresOf, type Visit } from "./visit.ts";

/** A visit that is late with a chance of a third, at random otherwise. */
function visit(random: () => number): Visit {
  const contactsBefore = Math.floor(random() * 6);
  return {
    properties: { delivery: random() < 1 / 3 ? "late" : "on time", order: String(random()) },
    contactsBefore,
    visitsBefore: 0,
    daysSinceLast: contactsBefore === 0 ? null : random() * 30,
    daysSinceFirst: contactsBefore === 0 ? null : 30 + random() * 300,
    previous: contactsBefore === 0 ? "" : "checkout",
    dayOfYear: 1 + Math.floor(random() * 365),
  };
}

/** Late is liked by 35 of 100, on time by 80, each with 3 more for every contact before. */
const chanceOf = ({ properties, contactsBefore }: Visit) =>
  (properties["delivery"] === "late" ? 0.35 : 0.8) + 0.03 * contactsBefore;

function lessons(n: number, random: () => number, chance = chanceOf): Lesson[] {
  return Array.from({ length: n }, () => {
    const own = visit(random);
    return { visit: own, isSatisfied: random() < chance(own) };
  });
}

test("[M61] a feature is what many visits have, and not all", () => {
  const features = featuresOf(lessons(300, seeded(1)).map((lesson) => lesson.visit));
  const said = features.flatMap((feature) =>
    feature.kind === "property" ? `${feature.property}: ${feature.value}` : [],
  );
  expect(said).toEqual(["delivery: on time", "delivery: late"]);
  expect(features).toContainEqual({ kind: "previous", touchpoint: "checkout" });
});

test("[M62] what foretells the latest quarter better than its share alone is kept, with what it rests on", () => {
  const { refusal, holdout, foreteller, reasons } = train(lessons(1500, seeded(2)));
  expect(refusal).toBeNull();
  expect(holdout).toMatchObject({ n: 375 });
  expect(holdout!.brier).toBeLessThan(holdout!.naive);
  expect(holdout!.gain.low).toBeGreaterThan(0);
  expect(reasons[0]).toMatchObject({ kind: "property", name: "delivery" });
  const of = (delivery: string) =>
    foretell(foreteller!, { ...lessons(1, seeded(3))[0]!.visit, contactsBefore: 2, properties: { delivery } });
  expect(of("late")).toBeCloseTo(0.41, 1);
  expect(of("on time")).toBeCloseTo(0.86, 1);
});

test("[M62] nothing is inferred from too few answers, from one side, or by what is no better than the share", () => {
  expect(train(lessons(149, seeded(4))).refusal).toBe("fewAnswers");
  expect(train(lessons(1000, seeded(5), () => 0.99)).refusal).toBe("oneSided");
  const blind = train(lessons(1000, seeded(6), () => 0.6));
  expect(blind).toMatchObject({ refusal: "notBetter", foreteller: null, reasons: [] });
  expect(blind.holdout!.gain.low).toBeLessThanOrEqual(0);
});

test("[M63] reliability holds what was foretold against what came, in five groups of one size", () => {
  const random = seeded(7);
  const tried = Array.from({ length: 20_000 }, () => {
    const chance = random();
    return { chance, isSatisfied: random() < chance };
  });
  const bins = reliability(tried);
  expect(bins.map(({ n }) => n)).toEqual([4000, 4000, 4000, 4000, 4000]);
  for (const [i, { predicted, observed, low, high }] of bins.entries()) {
    expect(predicted).toBeCloseTo(0.1 + 0.2 * i, 1);
    expect(observed).toBeCloseTo(predicted, 1);
    expect(low).toBeLessThan(observed);
    expect(high).toBeGreaterThan(observed);
  }
});

test("[M64] the interval holds the share of those who did not answer 93 to 99 times in 100", () => {
  const random = seeded(8);
  let held = 0;
  const draws = 100;
  for (let draw = 0; draw < draws; draw++) {
    const { foreteller } = train(lessons(400, random));
    if (foreteller === null) {
      held++;
      continue;
    }
    const silent = lessons(300, random);
    const truth = silent.filter(({ isSatisfied }) => isSatisfied).length / silent.length;
    // Of 300 people, 150 are looked at.
    const { low, high } = inferShare(
      foreteller,
      silent.slice(0, 150).map((one) => one.visit),
      300,
    );
    if (low <= truth && truth <= high) held++;
  }
  expect(held / draws).toBeGreaterThan(0.93);
  expect(held / draws).toBeLessThan(0.99);
});

test("[M64] people who differ from those who answered are inferred to differ", () => {
  const { foreteller } = train(lessons(1500, seeded(9)));
  const late = lessons(200, seeded(10)).map((one) => ({ ...one.visit, properties: { delivery: "late" } }));
  expect(inferShare(foreteller!, late, 200).high).toBeLessThan(0.6);
});
