import { bandOf, rangeOf, type Band } from "../../band.ts";
import type { DerivedImportance } from "../../dashboard/drivers.ts";
import type { BoardTouchpoint } from "../../dashboard/model.ts";
import { isShown, type ShownScore } from "../score-format.ts";

interface Reach {
  value: number;
  low: number;
  high: number;
}

/** A touchpoint by how much it matters and how it scores. */
export interface MatrixPoint {
  key: string;
  name: string;
  score: ShownScore;
  /** 1–5 as said, without an interval of its own; or the share of the target's variance, 0–1. */
  importance: Reach;
  /** The score at its place on its scale, 0–100. */
  place: Reach;
  band: Band | null;
}

/** The touchpoints that have both, importance being said on the map unless it is derived. */
export function matrixPoints(
  touchpoints: readonly BoardTouchpoint[],
  derived: DerivedImportance | null,
): MatrixPoint[] {
  return touchpoints.flatMap(({ key, name, score, importance, expectation }) => {
    if (!isShown(score)) return [];
    const found = derived === null ? said(importance) : driver(derived, key);
    if (found === null) return [];
    const { min, max } = rangeOf(score.metric);
    const at = (value: number) => (100 * (value - min)) / (max - min);
    return [
      {
        key,
        name,
        score,
        importance: found,
        place: { value: at(score.value), low: at(score.low), high: at(score.high) },
        band: expectation === null ? null : bandOf(score, expectation),
      },
    ];
  });
}

function said(importance: number | null): Reach | null {
  return importance === null ? null : { value: importance, low: importance, high: importance };
}

function driver({ drivers }: DerivedImportance, key: string): Reach | null {
  const found = drivers.find((one) => one.key === key);
  return found === undefined ? null : { value: found.share, low: found.low, high: found.high };
}

/** What an axis runs over: every interval, with a little room. */
export function axisOver(
  reaches: readonly Reach[],
  { least, most }: { least: number; most: number },
): [number, number] {
  const low = Math.min(...reaches.map((reach) => reach.low));
  const high = Math.max(...reaches.map((reach) => reach.high));
  const room = Math.max((high - low) * 0.08, (most - least) * 0.02);
  return [Math.max(least, low - room), Math.min(most, high + room)];
}

export function meanOf(reaches: readonly Reach[]): number {
  return reaches.reduce((sum, { value }) => sum + value, 0) / reaches.length;
}

/** Nearer than this on the scale of 0–100, two points of one importance would hide each other. */
const near = 7;

/** How far to set points of one importance apart, in dots beside their place: 0, +1, −1 by turns. */
export function shiftsOf(points: readonly MatrixPoint[]): Map<string, number> {
  const shifts = new Map<string, number>();
  for (const row of Map.groupBy(points, ({ importance }) => importance.value).values()) {
    let turn = 0;
    const sorted = row.toSorted((a, b) => a.place.value - b.place.value);
    for (const [index, { key, place }] of sorted.entries()) {
      const before = sorted[index - 1];
      turn = before !== undefined && place.value - before.place.value < near ? turn + 1 : 0;
      shifts.set(key, [0, 1, -1][turn % 3] ?? 0);
    }
  }
  return shifts;
}
