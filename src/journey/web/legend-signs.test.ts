import { expect, test } from "vitest";
import { JourneyDocument } from "../model.ts";
import { signsOf } from "./legend-signs.ts";
import { mapViewOf } from "./map-view.ts";

const station = { importance: null, expectation: null };
const map = mapViewOf(
  JourneyDocument.parse({
    name: "Rénover sa cuisine",
    stages: [{ id: "before", name: "Avant" }],
    steps: [{ id: "s1", stageId: "before", name: "Je compare" }],
    lanes: [{ id: "felt", kind: "emotion", name: "" }],
    cards: [],
    placements: [{ ...station, id: "p1", stepId: "s1", touchpointId: "t1", momentOfTruth: true }],
    emotions: [{ id: "e1", stepId: "s1", personaId: null, state: "lived", value: 1 }],
  }),
  null,
);

test("[U115] the legend explains the signs of this map and no others", () => {
  const nothing = { ...map, placements: new Map(), emotions: [] };
  expect([...signsOf(nothing, new Map())]).toEqual([]);
  expect([...signsOf(map, new Map())]).toEqual(["unknown", "truth", "assumed"]);
  const [lane] = map.lanes;
  const hidden = { ...map, lanes: lane === undefined ? [] : [{ ...lane, isHidden: true }] };
  expect([...signsOf(hidden, new Map())]).toEqual(["unknown", "truth"]);
});
