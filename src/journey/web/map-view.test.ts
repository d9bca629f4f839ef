import { expect, test } from "vitest";
import { type Card, JourneyDocument } from "../model.ts";
import { mapViewOf } from "./map-view.ts";

const document = (): JourneyDocument =>
  JourneyDocument.parse({
    name: "Rénover sa cuisine",
    stages: [
      { id: "before", name: "Avant" },
      { id: "after", name: "Après" },
    ],
    steps: [
      { id: "s2", stageId: "after", name: "Je pose" },
      { id: "s1", stageId: "before", name: "Je compare" },
    ],
    lanes: [
      { id: "touchpoints", kind: "touchpoint", name: "" },
      { id: "pains", kind: "irritant", name: "" },
    ],
    cards: [
      { id: "c1", laneId: "pains", stepId: "s1", text: "Trop de choix" },
      { id: "c2", laneId: "pains", stepId: "s2", text: "Rappel jamais venu" },
    ],
    placements: [{ id: "p1", stepId: "s1", touchpointId: "t1", importance: 4, momentOfTruth: true, expectation: null }],
  });

test("[U53] the map's steps are in the order of their stages", () => {
  expect(mapViewOf(document(), null).steps.map((step) => step.id)).toEqual(["s1", "s2"]);
});

test("[U53] an edit elsewhere leaves every other part of the view the very same object", () => {
  const first = document();
  const before = mapViewOf(first, null);
  const [kept, changed] = first.cards as [Card, Card];
  const edited = { ...first, cards: [kept, { ...changed, text: "Rappel promis, jamais venu" }] };
  const after = mapViewOf(edited, before);
  expect(after.cards.get("pains")).not.toBe(before.cards.get("pains"));
  expect(after.cards.get("pains")?.get("s1")).toBe(before.cards.get("pains")?.get("s1"));
  expect(after.cards.get("pains")?.get("s2")).not.toBe(before.cards.get("pains")?.get("s2"));
  expect(after.steps).toBe(before.steps);
  expect(after.stages).toBe(before.stages);
  expect(after.lanes).toBe(before.lanes);
  expect(after.placements).toBe(before.placements);
});

test("[U53] knowing the document before, whatever was edited is cut as it is without knowing it", () => {
  const first = document();
  const before = mapViewOf(first, null);
  const [one, two] = first.cards as [Card, Card];
  const edits: Card[][] = [
    [one, { ...two, text: "Rappel promis" }],
    [one, { ...two, stepId: "s1" }],
    [one, { ...two, laneId: "elsewhere" }],
    [two, one],
    [one],
    [{ ...one, id: "c3" }, two],
    [one, two, { ...two, id: "c3" }],
  ];
  for (const cards of edits) {
    const edited = { ...first, cards };
    expect(mapViewOf(edited, before, first)).toEqual(mapViewOf(edited, null));
  }
  expect(mapViewOf({ ...first }, before, first).cards).toBe(before.cards);
});
