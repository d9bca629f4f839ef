import { expect, test } from "vitest";
import type { JourneyRollUp, Score } from "#insight/model.ts";
import type { JourneySummary } from "../../model.ts";
import { hasMovedSince, rowsOf, sortFiguresOf } from "./rows.ts";
import { isNarrowed, readAtlasSearch } from "./search.ts";

const score = (value: number, change: Score["change"] = null): Score => ({
  metric: "csat",
  n: 100,
  value,
  low: value - 5,
  high: value + 5,
  trust: "firm",
  distribution: [],
  change,
});
const figures = (contacts: number, scores: Score[], expectation = scores.length === 0 ? null : 80) => ({
  contacts,
  people: contacts,
  cases: 0,
  answers: 100,
  responseRate: null,
  contactsBefore: null,
  scores,
  expectation,
});
const journey = (id: string, reviewedAt: string | null = null): JourneySummary => ({
  id,
  workspaceId: "w",
  key: id,
  name: id,
  kind: "journey",
  state: "lived",
  steps: 0,
  touchpoints: 0,
  updatedAt: "2026-01-01T00:00:00.000Z",
  ownerId: null,
  reviewedAt,
  reviewMonths: 6,
  maturity: null,
  tags: [],
  personaIds: [],
  parentId: null,
  parentStepId: null,
  livedId: null,
});
const march = { from: "2026-03-01", to: "2026-03-31" };

test.each([
  ["2026-03-10T00:00:00.000Z", { low: 1, high: 5 }, true],
  ["2026-03-10T00:00:00.000Z", { low: -5, high: -1 }, true],
  ["2026-03-10T00:00:00.000Z", { low: -1, high: 5 }, false],
  ["2026-04-02T00:00:00.000Z", { low: 1, high: 5 }, false],
  [null, { low: 1, high: 5 }, false],
] as const)("[U123] reviewed %s, the change between %o: moved since is %s", (reviewedAt, interval, expected) => {
  const change = { ...interval, value: 3, nBefore: 50 };
  expect(hasMovedSince(reviewedAt, score(70, change), march)).toBe(expected);
});

test("[U123] nothing has moved where nothing is compared or measured", () => {
  const reviewedAt = "2026-01-01T00:00:00.000Z";
  expect(hasMovedSince(reviewedAt, score(70), march)).toBe(false);
  expect(hasMovedSince(reviewedAt, null, march)).toBe(false);
  expect(hasMovedSince(reviewedAt, score(70, { value: 3, low: 1, high: 5, nBefore: 9 }), null)).toBe(false);
});

test("[U124] a journey shows its figures with those nested in it, and says so", () => {
  const rollUps: JourneyRollUp[] = [
    { journeyId: "top", own: figures(10, []), withNested: figures(30, [score(90)]) },
    { journeyId: "low", own: figures(20, [score(60)], 75), withNested: null },
  ];
  const now = Date.parse("2026-04-01T00:00:00Z");
  const [top, low, blank] = rowsOf([journey("top"), journey("low"), journey("blank")], rollUps, march, now);
  expect(top).toMatchObject({ isRolledUp: true, figures: { contacts: 30 }, freshness: "unreviewed" });
  expect(low).toMatchObject({ isRolledUp: false, score: { value: 60 } });
  expect(blank).toMatchObject({ figures: null, score: null });
  expect(sortFiguresOf(top!)).toEqual({ contacts: 30, standing: 0.5 });
  expect(sortFiguresOf(low!)).toEqual({ contacts: 20, standing: -0.2 });
  expect(sortFiguresOf(blank!)).toEqual({ contacts: null, standing: null });
});

test("[U125] the address says how the atlas is shown; what it says wrongly it does not say", () => {
  const search = readAtlasSearch({
    layout: "table",
    order: "score",
    kind: "x",
    words: "été",
    tag: 3,
    freshness: "stale",
  });
  expect(search).toMatchObject({ layout: "table", order: "score", words: "été", freshness: "stale" });
  expect([search.kind, search.tag]).toEqual([undefined, undefined]);
  expect(isNarrowed(search)).toBe(true);
  expect(isNarrowed(readAtlasSearch({ layout: "table", order: "name" }))).toBe(false);
});
