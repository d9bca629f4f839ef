import { expect, test } from "vitest";
import type { Recovery } from "#voice/cases/model.ts";
import type { Placement, Step } from "../model.ts";
import { mapFigures } from "./map-figures.ts";
import type { Column } from "./map-view.ts";
import { recoveredAt } from "./recovered.ts";

const recovery = (key: string, asked: number): Recovery & { key: string } => ({
  key,
  closed: 9,
  asked,
  solved: { n: asked, value: null, low: null, high: null },
  inTime: { n: 9, value: 1, low: 0.7, high: 1 },
  medianHours: 4,
});
const column = (id: string) => ({ key: id, step: { id } as Step }) as Column;
const placement = (id: string, touchpointId: string) => ({ id, touchpointId }) as Placement;

test("[V245] the recovery of a touchpoint stands at its steps, named where it is not alone, once somebody was asked", () => {
  const touchpoints = ["till", "phone", "web"].map((key) => ({
    id: `${key}-id`,
    key,
    name: key.toUpperCase(),
    channelId: null,
    teamId: null,
    initiator: "customer" as const,
  }));
  const figures = mapFigures(
    { touchpoints, channels: [], teams: [] },
    undefined,
    [recovery("till", 4), recovery("web", 0)],
    { period: "", before: "", isLoading: false },
  );
  const placements = new Map([
    ["pay", [placement("a", "till-id")]],
    ["ask", [placement("b", "till-id"), placement("c", "phone-id")]],
    ["look", [placement("d", "web-id"), placement("e", "gone")]],
  ]);
  const columns = ["pay", "ask", "look", "leave"].map(column);
  expect(
    recoveredAt(columns, placements, figures).map((its) => its.map(({ placementId, name }) => [placementId, name])),
  ).toEqual([[["a", null]], [["b", "TILL"]], [], []]);
});
