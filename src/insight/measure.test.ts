import { expect, test } from "vitest";
import type { JourneyDocument } from "#journey/model.ts";
import type { Touchpoint } from "#touchpoint/model.ts";
import { composeMeasures, groupsOf, type AnswerCount, type Frame, type Volume } from "./measure.ts";
import { otherValues } from "./model.ts";

const touchpointOf = (key: string): Touchpoint => ({
  id: `id-${key}`,
  key,
  name: key,
  channelId: null,
  teamId: null,
  initiator: "customer",
});
const placement = (id: string, stepId: string, key: string) => ({
  id,
  stepId,
  touchpointId: `id-${key}`,
  importance: null,
  momentOfTruth: false,
  expectation: null,
});

const library = ["shop", "phone"].map(touchpointOf);
const map: JourneyDocument = {
  name: "Renovating a kitchen",
  stages: [{ id: "sale", name: "Sale" }],
  steps: [
    { id: "choose", stageId: "sale", name: "I choose" },
    { id: "pay", stageId: "sale", name: "I pay" },
  ],
  lanes: [],
  cards: [],
  placements: [
    placement("p3", "pay", "shop"),
    placement("p1", "choose", "shop"),
    placement("p2", "choose", "phone"),
    placement("p4", "pay", "gone"),
  ],
};
const frame: Frame = { journeyId: "j", journeyKey: "kitchen", from: null, to: null, before: null, splitBy: null };
const volume = (group: string, part: Partial<Volume> = {}): Volume => ({
  group,
  split: null,
  contacts: 10,
  contactsBefore: 0,
  answers: 10,
  people: 8,
  cases: 0,
  ...part,
});
const stars = (touchpoint: string, score: number, now: number, split = ""): AnswerCount => ({
  touchpoint,
  split,
  metric: "stars",
  score,
  now,
  before: 0,
});

test("[M9] a step's score is that of all its answers together, never a mean of means", () => {
  const { steps, touchpoints } = composeMeasures(frame, map, library, {
    volumes: [],
    answers: [stars("shop", 5, 90), stars("phone", 1, 10)],
    invitations: [],
  });
  expect(touchpoints.map(({ scores }) => scores[0]?.value)).toEqual([5, 1, 5]);
  expect(steps[0]?.scores[0]).toMatchObject({ n: 100, value: 4.6 });
});

test("[M13] a touchpoint placed twice has the same figures twice and counts once in what holds both", () => {
  const { touchpoints, stages, whole } = composeMeasures(frame, map, library, {
    volumes: [volume("touchpoint:shop")],
    answers: [stars("shop", 4, 7)],
    invitations: [],
  });
  expect(touchpoints.map(({ placementId, stepId, contacts }) => [placementId, stepId, contacts])).toEqual([
    ["p1", "choose", 10],
    ["p2", "choose", 0],
    ["p3", "pay", 10],
  ]);
  expect(stages[0]?.scores[0]?.n).toBe(7);
  expect(whole.scores[0]?.n).toBe(7);
});

test("[M13] a placement whose touchpoint is gone is not measured", () => {
  expect([...groupsOf(map, library).whole.keys]).toEqual(["shop", "phone"]);
});

test("[M15] the response rate is answers over invitations, and unknown when invitations are missing", () => {
  const rateOf = (answers: number, invitations: number) =>
    composeMeasures(frame, map, library, {
      volumes: [],
      answers: [stars("shop", 4, answers), stars("phone", 2, 500)],
      invitations: [{ touchpoint: "shop", split: "", now: invitations }],
    }).whole.responseRate;
  expect(rateOf(30, 120)).toBe(0.25);
  expect(rateOf(30, 0)).toBeNull();
  expect(rateOf(30, 29)).toBeNull();
});

test("[M17] values of a split come commonest first, the missing value as such and the others last", () => {
  const values = [
    ["late", 20],
    ["", 50],
    [otherValues, 300],
    ["on time", 100],
  ] as const;
  const volumes = [
    ...values.map(([split, contacts]) => volume("whole", { split, contacts })),
    volume("step:choose", { split: "late" }),
  ];
  const { whole, steps } = composeMeasures({ ...frame, splitBy: "delivery" }, map, library, {
    volumes,
    answers: [stars("shop", 2, 6, "late")],
    invitations: [],
  });
  expect(whole.split.map(({ value }) => value)).toEqual(["on time", "", "late", otherValues]);
  expect(steps[0]?.split).toMatchObject([{ value: "late", scores: [{ n: 6, value: 2 }] }]);
});

test("[M7] a value of a split with fewer than 5 answers keeps its score to itself", () => {
  const { whole } = composeMeasures({ ...frame, splitBy: "delivery" }, map, library, {
    volumes: [volume("whole", { split: "late" })],
    answers: [stars("shop", 2, 4, "late")],
    invitations: [],
  });
  expect(whole.split[0]?.scores[0]).toMatchObject({ n: 4, value: null, trust: "hidden" });
});
