import { expect, test } from "vitest";
import type { DerivedImportance } from "../../dashboard/drivers.ts";
import type { BoardTouchpoint } from "../../dashboard/model.ts";
import { axisOver, matrixPoints, shiftsOf } from "./matrix.ts";

const touchpoint = (key: string, part: Partial<BoardTouchpoint>) =>
  ({
    key,
    name: key,
    importance: 4,
    expectation: 30,
    score: { metric: "nps", n: 50, value: 0, low: -20, high: 20, trust: "wide", distribution: [], change: null },
    ...part,
  }) as BoardTouchpoint;
const derived = { drivers: [{ key: "a", share: 0.3, low: 0.1, high: 0.5, sign: 1 }] } as unknown as DerivedImportance;

test("[U199] points have intervals on both axes where importance is derived, on one where it is said", () => {
  const touchpoints = [touchpoint("a", {}), touchpoint("b", { importance: null }), touchpoint("c", { score: null })];
  expect(matrixPoints(touchpoints, null)).toMatchObject([
    { key: "a", importance: { low: 4, high: 4 }, place: { value: 50, low: 40, high: 60 }, band: -1 },
  ]);
  expect(matrixPoints(touchpoints, derived)).toMatchObject([
    { key: "a", importance: { value: 0.3, low: 0.1, high: 0.5 } },
  ]);
  expect(axisOver([{ value: 50, low: 40, high: 60 }], { least: 0, most: 100 })).toEqual([38, 62]);
});

test("[U199] points of one importance that lie close stand side by side", () => {
  const at = (key: string, value: number) =>
    touchpoint(key, { score: { ...touchpoint("a", {}).score!, value, low: value, high: value } });
  const points = matrixPoints([at("a", 0), at("b", 4), at("c", 8), at("d", 60)], null);
  expect([...shiftsOf(points)]).toEqual([
    ["a", 0],
    ["b", 1],
    ["c", -1],
    ["d", 0],
  ]);
});
