import { expect, test } from "vitest";
import type { JourneyMeasures } from "#insight/model.ts";
import { JourneyDocument } from "./model.ts";
import { sharedDocument, sharedMeasures } from "./shared.ts";

const document = JourneyDocument.parse({
  name: "Cuisine",
  framing: { objective: "Vendre plus" },
  stages: [{ id: "s", name: "" }],
  steps: [{ id: "dream", stageId: "s", name: "Je rêve", selfScore: 2 }],
  lanes: [
    { id: "shown", kind: "irritant", name: "" },
    { id: "hidden", kind: "free", name: "", isHidden: true },
  ],
  cards: [
    { id: "a", laneId: "shown", stepId: "dream", text: "a", evidence: "entretien", tags: ["budget"] },
    { id: "b", laneId: "hidden", stepId: "dream", text: "b" },
  ],
  placements: [],
});

const score = (n: number) => ({
  metric: "csat" as const,
  n,
  value: 80,
  low: 70,
  high: 90,
  trust: "firm" as const,
  distribution: [0, 0, 0, 0, n],
  change: null,
});
const figures = (people: number, n: number) => ({
  contacts: people,
  people,
  cases: 0,
  answers: n,
  responseRate: null,
  contactsBefore: null,
  scores: [score(n)],
  split: [],
});
const at = (placementId: string, people: number, n: number) => ({
  ...figures(people, n),
  placementId,
  touchpointId: placementId,
  key: placementId,
  name: placementId,
  step: "",
  stepId: "dream",
});
const measures: JourneyMeasures = {
  journeyId: "j",
  journeyKey: "k",
  from: null,
  to: null,
  before: null,
  splitBy: null,
  touchpoints: [at("many", 40, 30), at("silent", 40, 4), at("few", 4, 4), at("unplaced", 40, 30)],
  steps: [],
  stages: [],
  whole: figures(84, 38),
  priorities: [],
};

test("[J131] a stranger sees no hidden lane, no framing, no source, no tag and no self score", () => {
  const shown = sharedDocument(document);
  expect(shown.lanes.map((lane) => lane.id)).toEqual(["shown"]);
  expect(shown.cards).toMatchObject([{ id: "a", text: "a", evidence: "", tags: [] }]);
  expect(shown.framing.objective).toBe("");
  expect(shown.steps[0]?.selfScore).toBeNull();
});

test("[J131] with the lane that draws them, touchpoints and emotions are hidden from a stranger", () => {
  const lanes = (isHidden: boolean) =>
    (["touchpoint", "emotion"] as const).map((kind) => ({ id: kind, kind, name: "", isHidden }));
  const drawn = (isHidden: boolean) =>
    sharedDocument(
      JourneyDocument.parse({
        ...document,
        lanes: lanes(isHidden),
        placements: [
          { id: "p", stepId: "dream", touchpointId: "t", importance: 5, momentOfTruth: true, expectation: null },
        ],
        links: [{ id: "l", kind: "break", fromStepId: "dream", toStepId: "dream", fromPlacementId: "p" }],
        emotions: [{ id: "e", stepId: "dream", value: -2 }],
      }),
    );
  expect(drawn(false)).toMatchObject({ placements: [{}], emotions: [{}], links: [{ fromPlacementId: "p" }] });
  expect(drawn(true)).toMatchObject({ placements: [], emotions: [], links: [{ fromPlacementId: null }] });
});

test("[J134] a stranger sees no figure that fewer than five people or answers stand behind", () => {
  const placements = ["many", "silent", "few"].map((id) => ({
    id,
    stepId: "dream",
    touchpointId: id,
    importance: null,
    momentOfTruth: false,
    expectation: null,
    selfScore: null,
    flag: null,
  }));
  const shown = sharedMeasures(measures, { ...document, placements });
  expect(shown?.touchpoints.map(({ placementId, scores }) => [placementId, scores.length])).toEqual([
    ["many", 1],
    ["silent", 0],
  ]);
  expect(shown?.touchpoints[0]?.scores[0]).toMatchObject({ value: 80, n: 30, distribution: [] });
  expect(sharedMeasures({ ...measures, whole: figures(4, 4) }, document)).toBeNull();
});
