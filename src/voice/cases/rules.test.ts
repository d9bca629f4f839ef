import { expect, test } from "vitest";
import { nextAgent, type Turn } from "./rules.ts";

const agent = (userId: string, part: Partial<Turn> = {}): Turn => ({
  userId,
  teamIds: [],
  touchpointIds: [],
  isAvailable: true,
  givenAt: null,
  ...part,
});
const place = { touchpointId: "till", teamId: "shop" };

test("[V221] a case goes to who knows the touchpoint, else to its team, else to who takes anything", () => {
  const anything = agent("anything");
  const team = agent("team", { teamIds: ["shop"] });
  const skilled = agent("skilled", { touchpointIds: ["till"] });
  const other = agent("other", { teamIds: ["web"], touchpointIds: ["app"] });
  expect(nextAgent([other, anything, team, skilled], place)).toBe("skilled");
  expect(nextAgent([other, anything, team], place)).toBe("team");
  expect(nextAgent([other, anything], place)).toBe("anything");
  expect(nextAgent([other], place)).toBeNull();
  expect(nextAgent([team, skilled], { touchpointId: null, teamId: null })).toBeNull();
});

test("[V221] within a circle cases go round; who is not there is left out", () => {
  const ada = agent("ada", { givenAt: new Date(2) });
  const bob = agent("bob", { givenAt: new Date(1) });
  expect(nextAgent([ada, bob], place)).toBe("bob");
  expect(nextAgent([ada, { ...bob, isAvailable: false }], place)).toBe("ada");
  expect(nextAgent([ada, bob, agent("new")], place)).toBe("new");
  expect(nextAgent([agent("b"), agent("a")], place)).toBe("a");
});
