import { expect, test } from "vitest";
import {
  flatten,
  freshnessOf,
  isWanted,
  reviewDue,
  saysAll,
  sortJourneys,
  treeOf,
  withNested,
  wouldCircle,
} from "./atlas.ts";
import type { JourneySummary } from "./model.ts";

const summary = (change: Partial<JourneySummary>): JourneySummary => ({
  id: "a",
  workspaceId: "w",
  key: "a",
  name: "Rénover sa cuisine",
  kind: "journey",
  state: "lived",
  steps: 3,
  touchpoints: 2,
  updatedAt: "2026-03-01T00:00:00.000Z",
  ownerId: null,
  reviewedAt: null,
  reviewMonths: 6,
  maturity: null,
  tags: [],
  personaIds: [],
  parentId: null,
  parentStepId: null,
  livedId: null,
  ...change,
});
const nested = (id: string, parentId: string | null = null) => ({ id, parentId });
const time = (day: string) => Date.parse(`${day}T12:00:00Z`);

test.each([
  [null, "2026-03-01", false, "unreviewed"],
  ["2026-01-10", "2026-03-01", false, "fresh"],
  ["2026-01-10", "2026-03-01", true, "due"],
  ["2026-01-10", "2026-06-15", false, "due"],
  ["2026-01-10", "2026-07-10", false, "stale"],
  ["2026-01-10", "2026-07-10", true, "stale"],
] as const)("[J174] reviewed %s for six months, on %s, figures moved: %s → %s", (day, today, hasMoved, expected) => {
  const reviewedAt = day === null ? null : `${day}T12:00:00.000Z`;
  expect(freshnessOf({ reviewedAt, reviewMonths: 6 }, time(today), hasMoved)).toBe(expected);
});

test("[J174] a review of the 31st is due on the last day of a shorter month", () => {
  expect(new Date(reviewDue("2026-08-31T12:00:00.000Z", 6)).toISOString()).toBe("2027-02-28T12:00:00.000Z");
});

test("[J175] journeys stand under the one that they detail, in the order given", () => {
  const journeys = [nested("c", "b"), nested("z"), nested("b", "z"), nested("lost", "gone"), nested("b2", "z")];
  expect(flatten(treeOf(journeys)).map(({ journey, depth }) => `${depth}${journey.id}`)).toEqual([
    "0z",
    "1b",
    "2c",
    "1b2",
    "0lost",
  ]);
  expect(withNested(journeys, "b").map(({ id }) => id)).toEqual(["b", "c"]);
});

test("[J175] journeys that detail each other are each shown once", () => {
  const journeys = [nested("a", "b"), nested("b", "a"), nested("self", "self")];
  expect(
    flatten(treeOf(journeys))
      .map(({ journey }) => journey.id)
      .toSorted(),
  ).toEqual(["a", "b", "self"]);
  expect(withNested(journeys, "a").map(({ id }) => id)).toEqual(["a", "b"]);
});

test("[J176] a journey cannot come to stand under itself", () => {
  const journeys = [nested("top"), nested("middle", "top"), nested("low", "middle")];
  expect(wouldCircle(journeys, "top", "low")).toBe(true);
  expect(wouldCircle(journeys, "top", "top")).toBe(true);
  expect(wouldCircle(journeys, "low", "top")).toBe(false);
  expect(wouldCircle([nested("a", "b"), nested("b", "a")], "c", "a")).toBe(false);
});

test("[U120] the atlas shows the journeys that meet every filter", () => {
  const journey = summary({ tags: ["Priorité 2026"], personaIds: ["p"], ownerId: "u" });
  const wants = (filter: Parameters<typeof isWanted>[1]) => isWanted(journey, filter, "stale");
  expect(wants({})).toBe(true);
  expect(wants({ words: "priorite CUISINE", kind: "journey", state: "lived", freshness: "stale" })).toBe(true);
  expect(wants({ ownerId: "u", tag: "Priorité 2026", personaId: "p" })).toBe(true);
  for (const filter of [
    { words: "salle de bains" },
    { kind: "blueprint" },
    { state: "target" },
    { ownerId: "" },
    { tag: "x" },
    { personaId: "x" },
    { freshness: "fresh" },
  ] as const)
    expect(wants(filter)).toBe(false);
  expect(isWanted(summary({}), { ownerId: "" }, "fresh")).toBe(true);
});

test("[U121] a search asks for all the words, whatever their case, accents and ligatures", () => {
  expect(saysAll("Le cœur de l’été", "ETE coeur")).toBe(true);
  expect(saysAll("Le cœur de l’été", "hiver coeur")).toBe(false);
  expect(saysAll("anything", "  ")).toBe(true);
});

test("[U122] the atlas sorts by change, name, review, contacts and standing, what is not known last", () => {
  const journeys = [
    summary({ id: "1", name: "Écrire", updatedAt: "2026-01-01T00:00:00.000Z", reviewedAt: "2026-01-01T00:00:00.000Z" }),
    summary({ id: "2", name: "acheter", updatedAt: "2026-03-01T00:00:00.000Z" }),
    summary({ id: "3", name: "Zoo", updatedAt: "2026-02-01T00:00:00.000Z", reviewedAt: "2025-01-01T00:00:00.000Z" }),
  ];
  const figures: Record<string, { contacts: number | null; standing: number | null }> = {
    "1": { contacts: 10, standing: null },
    "2": { contacts: null, standing: -0.4 },
    "3": { contacts: 90, standing: 0.2 },
  };
  const inOrder = (order: Parameters<typeof sortJourneys>[1]) =>
    sortJourneys(journeys, order, ({ id }) => figures[id]!, "fr")
      .map(({ id }) => id)
      .join("");
  expect(inOrder("changed")).toBe("231");
  expect(inOrder("name")).toBe("213");
  expect(inOrder("review")).toBe("231");
  expect(inOrder("contacts")).toBe("312");
  expect(inOrder("score")).toBe("231");
});
