import { expect, test } from "vitest";
import { JourneyDocument } from "#journey/model.ts";
import type { Touchpoint } from "#touchpoint/model.ts";
import { composeMeasures, groupsOf, type Counted, type Frame, type Tally } from "./measure.ts";
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
const map = JourneyDocument.parse({
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
});
const frame: Frame = { journeyId: "j", journeyKey: "kitchen", from: null, to: null, before: null, splitBy: null };
const contact = (touchpoint: string, now: number, split = ""): Tally => ({
  touchpoint,
  split,
  kind: "contact",
  metric: "",
  score: 0,
  now,
  before: 0,
});
const stars = (touchpoint: string, score: number, now: number, split = ""): Tally => ({
  touchpoint,
  split,
  kind: "answer",
  metric: "stars",
  score,
  now,
  before: 0,
});
const counted = (tallies: Tally[], part: Partial<Counted> = {}): Counted => ({
  tallies,
  invitations: [],
  people: [],
  cases: [],
  ...part,
});

test("[M9] a step's score is that of all its answers together, never a mean of means", () => {
  const { steps, touchpoints } = composeMeasures(
    frame,
    map,
    library,
    counted([stars("shop", 5, 90), stars("phone", 1, 10)]),
  );
  expect(touchpoints.map(({ scores }) => scores[0]?.value)).toEqual([5, 1, 5]);
  expect(steps[0]?.scores[0]).toMatchObject({ n: 100, value: 4.6 });
});

test("[M10] a score that its scale does not have is an answer, but counts in no score", () => {
  const { whole } = composeMeasures(
    frame,
    map,
    library,
    counted([stars("shop", 5, 9), stars("shop", 6, 9), stars("shop", 0, 9)]),
  );
  expect(whole).toMatchObject({ answers: 27, scores: [{ n: 9, value: 5 }] });
});

test("[M13] a touchpoint placed twice has the same figures twice and counts once in what holds both", () => {
  const { touchpoints, stages, whole } = composeMeasures(
    frame,
    map,
    library,
    counted([contact("shop", 10), stars("shop", 4, 7)]),
  );
  expect(touchpoints.map(({ placementId, stepId, contacts }) => [placementId, stepId, contacts])).toEqual([
    ["p1", "choose", 10],
    ["p2", "choose", 0],
    ["p3", "pay", 10],
  ]);
  expect(stages[0]).toMatchObject({ contacts: 10, scores: [{ n: 7 }] });
  expect(whole).toMatchObject({ contacts: 10, scores: [{ n: 7 }] });
});

test("[M13] people are those of the group, not the sum of its touchpoints'", () => {
  const people = [
    { group: "touchpoint:shop", split: null, count: 8 },
    { group: "whole", split: null, count: 9 },
  ];
  const { touchpoints, whole } = composeMeasures(frame, map, library, counted([], { people }));
  expect([touchpoints[0]?.people, touchpoints[1]?.people, whole.people]).toEqual([8, 0, 9]);
});

test("[M13] a placement whose touchpoint is gone is not measured", () => {
  expect([...groupsOf(map, library).whole.keys]).toEqual(["shop", "phone"]);
});

test("[M15] the response rate is answers over invitations, and unknown when invitations are missing", () => {
  const rateOf = (answers: number, now: number) => {
    const invitations = now === 0 ? [] : [{ touchpoint: "shop", split: "", now }];
    return composeMeasures(
      frame,
      map,
      library,
      counted([stars("shop", 4, answers), stars("phone", 2, 500)], { invitations }),
    ).whole.responseRate;
  };
  expect(rateOf(30, 120)).toBe(0.25);
  expect(rateOf(30, 0)).toBeNull();
  expect(rateOf(30, 29)).toBeNull();
});

test("[M17] values of a split come commonest first, the missing value as such and the others last", () => {
  const tallies = [
    contact("shop", 20, "late"),
    contact("shop", 50),
    contact("phone", 300, otherValues),
    contact("phone", 100, "on time"),
    stars("shop", 2, 6, "late"),
  ];
  const people = [
    { group: "step:pay", split: "late", count: 5 },
    { group: "step:pay", split: null, count: 40 },
  ];
  const { whole, steps } = composeMeasures(
    { ...frame, splitBy: "delivery" },
    map,
    library,
    counted(tallies, { people }),
  );
  expect(whole.split.map(({ value }) => value)).toEqual(["on time", "", "late", otherValues]);
  expect(steps[1]).toMatchObject({
    people: 40,
    split: [{ value: "" }, { value: "late", people: 5, scores: [{ n: 6, value: 2 }] }],
  });
});

test("[M7] a value of a split with fewer than 5 answers keeps its score to itself", () => {
  const { whole } = composeMeasures(
    { ...frame, splitBy: "delivery" },
    map,
    library,
    counted([stars("shop", 2, 4, "late")]),
  );
  expect(whole.split[0]?.scores[0]).toMatchObject({ n: 4, value: null, trust: "hidden" });
});
