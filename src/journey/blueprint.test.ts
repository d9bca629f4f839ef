import fc from "fast-check";
import { expect, test } from "vitest";
import { arrangedLanes, misplacedLanes, properPlace, type PlacedLane } from "./blueprint.ts";
import { type LaneKind, laneKinds } from "./model.ts";
import { newJourneyDraft } from "./template.ts";

const lanesOf = (...kinds: LaneKind[]): PlacedLane[] => kinds.map((kind) => ({ id: kind, kind }));
const moved = (lanes: readonly PlacedLane[], id: string) => {
  const lane = lanes.find((each) => each.id === id)!;
  return lanes.filter((each) => each.id !== id).toSpliced(properPlace(lanes, id), 0, lane);
};
const sound = lanesOf(
  "touchpoint",
  "action",
  "interactionLine",
  "frontOffice",
  "visibilityLine",
  "backOffice",
  "internalLine",
  "support",
  "system",
);

test.each([
  ["frontOffice", lanesOf("frontOffice", "interactionLine"), "below", "interactionLine"],
  ["frontOffice", lanesOf("visibilityLine", "frontOffice"), "above", "visibilityLine"],
  ["action", lanesOf("interactionLine", "visibilityLine", "action"), "above", "interactionLine"],
  ["backOffice", lanesOf("backOffice", "interactionLine", "visibilityLine"), "below", "visibilityLine"],
  ["backOffice", lanesOf("internalLine", "backOffice"), "above", "internalLine"],
  ["support", lanesOf("support", "internalLine"), "below", "internalLine"],
  ["system", lanesOf("system", "visibilityLine"), "below", "visibilityLine"],
] as const)("[J60] %s on the wrong side of a line is out of place", (laneId, lanes, should, line) => {
  expect(misplacedLanes(lanes)).toEqual([{ laneId, should, line }]);
});

test("[J60] a blueprint in order has nothing out of place, nor has a map without lines", () => {
  expect(misplacedLanes(sound)).toEqual([]);
  expect(misplacedLanes(lanesOf("support", "backOffice", "action"))).toEqual([]);
});

test("[J60] what can be said of two zones may stand anywhere", () => {
  expect(misplacedLanes(lanesOf("irritant", "interactionLine", "opportunity", "visibilityLine", "team"))).toEqual([]);
});

test("[J60] of two lines in the wrong order the one that should be above says so", () => {
  expect(misplacedLanes(lanesOf("visibilityLine", "interactionLine"))).toEqual([
    { laneId: "interactionLine", should: "above", line: "visibilityLine" },
  ]);
});

test("[J60] of a line that a merge made twice, the first holds", () => {
  const lanes = [
    ...lanesOf("action", "interactionLine", "frontOffice"),
    { id: "twin", kind: "interactionLine" as const },
  ];
  expect(misplacedLanes(lanes)).toEqual([]);
});

test("[J61] a lane is put in place as near to where it was as its lines allow", () => {
  const lanes = moved(lanesOf("frontOffice", "action", "interactionLine", "irritant", "visibilityLine"), "frontOffice");
  expect(lanes.map(({ id }) => id)).toEqual(["action", "interactionLine", "frontOffice", "irritant", "visibilityLine"]);
  expect(moved(sound, "backOffice")).toEqual(sound);
});

test("[J61] putting everything in place keeps every lane and leaves nothing out of place", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...laneKinds]), (kinds) => {
      const arranged = arrangedLanes(lanesOf(...kinds));
      expect(misplacedLanes(arranged)).toEqual([]);
      expect(arranged.map(({ id }) => id).toSorted()).toEqual(kinds.toSorted());
    }),
  );
  expect(arrangedLanes(sound)).toEqual(sound);
});

test("[J62] a new blueprint has its three lines, and nothing out of place", () => {
  const { lanes } = newJourneyDraft("", "blueprint", () => "id");
  const placed = lanes.map(({ kind }) => ({ id: kind, kind }));
  expect(placed.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["interactionLine", "visibilityLine", "internalLine"]),
  );
  expect(misplacedLanes(placed)).toEqual([]);
});
