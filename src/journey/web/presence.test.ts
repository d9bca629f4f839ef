import { expect, test } from "vitest";
import { colorOf, initialsOf, presenceOf } from "./presence.ts";

test("[U54] somebody with two tabs open is shown once, and oneself not at all", () => {
  const states = new Map<number, Record<string, unknown>>([
    [1, { user: { id: "me", name: "Moi" } }],
    [2, { user: { id: "a", name: "Ana Roy" }, at: "card:c1" }],
    [3, { user: { id: "a", name: "Ana Roy" } }],
    [4, { user: "nonsense" }],
    [5, {}],
  ]);
  const presence = presenceOf(states, 1);
  expect(presence.people.map(({ name }) => name)).toEqual(["Ana Roy"]);
  expect(presence.at.get("card:c1")?.name).toBe("Ana Roy");
});

test("[U54] a person keeps their colour, and initials are of the first and last name", () => {
  expect(colorOf("user-1")).toBe(colorOf("user-1"));
  expect(initialsOf("Marie Blanc")).toBe("MB");
  expect(initialsOf("Jean de la Tour")).toBe("JT");
  expect(initialsOf("ada")).toBe("A");
  expect(initialsOf("")).toBe("");
});
