import { expect, test } from "vitest";
import { toldAfterwards } from "../live.ts";
import { createChangeMemory } from "./change-memory.ts";

test("[J110] a change is remembered for as long as a browser may take to open a journey, and no longer", () => {
  let now = 0;
  const changes = createChangeMemory(() => new Date(now));
  changes.remember("a", "comments");
  changes.remember("b", "votes");
  now = toldAfterwards;
  changes.remember("a", "alerts");
  expect(changes.lately("a")).toEqual(["comments", "alerts"]);
  now += 1;
  expect(changes.lately("a")).toEqual(["alerts"]);
  expect(changes.lately("b")).toEqual([]);
});
