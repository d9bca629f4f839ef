import { expect, test } from "vitest";
import { Card } from "./model.ts";
import { spanningCards } from "./spans.ts";

const card = (id: string, stepId: string, span: number) => Card.parse({ id, laneId: "lane", stepId, text: "", span });
const byStep = (...cards: Card[]) => Map.groupBy(cards, ({ stepId }) => stepId);
const steps = ["a", "b", "c", "d"];

test("[J66] cards that cover several steps never lie over one another", () => {
  const laid = spanningCards(steps, byStep(card("1", "a", 2), card("2", "b", 2), card("3", "c", 2), card("4", "a", 1)));
  expect(laid.tracks).toBe(2);
  expect([...laid.byStep.values()].flat().map(({ card, track, steps }) => [card.id, track, steps])).toEqual([
    ["1", 0, 2],
    ["2", 1, 2],
    ["3", 0, 2],
  ]);
});

test("[J66] a card ends with the map, and at the last step covers that one", () => {
  const laid = spanningCards(steps, byStep(card("1", "c", 9), card("2", "d", 9)));
  expect([...laid.byStep.values()].flat().map(({ card, steps }) => [card.id, steps])).toEqual([["1", 2]]);
});
