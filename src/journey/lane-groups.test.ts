import { expect, test } from "vitest";
import { laneGroups, mayAddLane, placeAmongAll } from "./lane-groups.ts";
import { laneKinds } from "./model.ts";

test("[J63] every kind of lane is offered, in one group", () => {
  expect(Object.values(laneGroups).flat().toSorted()).toEqual([...laneKinds].toSorted());
});

test("[J63] what is drawn from the whole map is there once, lanes of cards as often as wanted", () => {
  const lanes = [{ kind: "touchpoint" as const }, { kind: "irritant" as const }];
  expect(mayAddLane(lanes, "touchpoint")).toBe(false);
  expect(mayAddLane(lanes, "interactionLine")).toBe(true);
  expect(mayAddLane(lanes, "irritant")).toBe(true);
});

test("[J68] a lane is put where it is seen to go, whatever is hidden between", () => {
  const lanes = ["a", "b", "c", "d"].map((id) => ({ id, isHidden: id === "b" }));
  expect(placeAmongAll(lanes, "d", 1)).toBe(2);
  expect(placeAmongAll(lanes, "d", 0)).toBe(0);
  expect(placeAmongAll(lanes, "a", 9)).toBe(3);
});
