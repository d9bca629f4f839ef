import { expect, test } from "vitest";
import { colorOf, initialsOf, pointersOf, presenceOf, pullsOf } from "./presence.ts";

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

test("[U54] eight people together have eight colours, the same on everybody's screen", () => {
  const states = new Map(
    Array.from({ length: 8 }, (_, at) => [at + 1, { user: { id: `person-${at * 7}`, name: `P${at}` } }] as const),
  );
  const seenBy = (self: number) =>
    new Map(presenceOf(states, self).people.map(({ userId, color }) => [userId, color] as const));
  const [first, last] = [seenBy(1), seenBy(8)];
  expect(new Set([...first.values(), ...last.values()]).size).toBe(8);
  for (const [userId, color] of first) if (last.has(userId)) expect(last.get(userId)).toBe(color);
});

test("[U54] a person keeps their colour, and initials are of the first and last name", () => {
  expect(colorOf("user-1")).toBe(colorOf("user-1"));
  expect(initialsOf("Marie Blanc")).toBe("MB");
  expect(initialsOf("Jean de la Tour")).toBe("JT");
  expect(initialsOf("ada")).toBe("A");
  expect(initialsOf("")).toBe("");
});

test("[U111] a pointer that moves changes nothing of who is here, so that nothing else is drawn again", () => {
  const spot = { on: "card:c1", x: 0.5, y: 0.25 };
  const states = (pointer: unknown) =>
    new Map<number, Record<string, unknown>>([[2, { user: { id: "a", name: "Ana" }, selected: ["card:c1"], pointer }]]);
  const before = presenceOf(states(spot), 1);
  expect(presenceOf(states({ ...spot, x: 0.6 }), 1, before)).toBe(before);
  expect(before.selected.get("card:c1")?.name).toBe("Ana");
  expect(pointersOf(states(spot), 1)).toMatchObject([{ clientId: 2, name: "Ana", spot }]);
});

test("[U114] what others drag or pull is read where it is as we write it, and redraws nothing while it rests", () => {
  const states = (drag: unknown, pull: unknown) =>
    new Map<number, Record<string, unknown>>([
      [2, { user: { id: "a", name: "Ana" }, pointer: { on: "map", x: 0, y: 0 }, drag, pull }],
    ]);
  const pull = { personaId: null, state: "lived", stepId: "s", value: 1.5 };
  expect(pointersOf(states(["card:c1"], pull), 1)).toMatchObject([{ drags: ["card:c1"] }]);
  const before = pullsOf(states(null, pull), 1);
  expect(before).toEqual([{ id: "all-lived-s", ...pull }]);
  expect(pullsOf(states(null, { ...pull }), 1, before)).toBe(before);
  expect(pullsOf(states(null, { ...pull, value: 9 }), 1, before)).toEqual([]);
  expect(pointersOf(states("all", null), 1)).toMatchObject([{ drags: [] }]);
});

test("[U111] what others say of themselves is read only where it is as we write it", () => {
  const states = new Map<number, Record<string, unknown>>([
    [2, { user: { id: "a", name: "Ana" }, selected: "all", look: { on: 5 }, pointer: { on: "map", x: 7, y: 0 } }],
  ]);
  expect(presenceOf(states, 1).people[0]).toMatchObject({ selected: [], look: null });
  expect(pointersOf(states, 1)).toEqual([]);
});
