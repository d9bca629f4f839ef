import type { Recovery } from "./model.ts";

/** A case that was closed, or a customer who was asked about one. */
export type Closing =
  | { kind: "closed"; isInTime: boolean; workMinutes: number }
  | { kind: "asked"; /** Null: not answered yet. */ isSolved: boolean | null };

export interface Interval {
  low: number;
  high: number;
}

/** Under this many a share says nothing and could tell who answered. */
const fewest = 5;

/**
 * How well cases were recovered: the share of customers who, asked, said that it is solved; beside it how many were resolved
 * in time and the median hours of work from opening to closing.
 */
export function recoveryOf(
  closings: readonly Closing[],
  shareInterval: (share: { hits: number; n: number }) => Interval,
): Recovery {
  const closed = closings.filter((closing) => closing.kind === "closed");
  const asked = closings.filter((closing) => closing.kind === "asked");
  const answered = asked.filter(({ isSolved }) => isSolved !== null);
  const shareOf = (hits: number, n: number): Recovery["solved"] =>
    n < fewest ? { n, value: null, low: null, high: null } : { n, value: hits / n, ...shareInterval({ hits, n }) };
  return {
    closed: closed.length,
    asked: asked.length,
    solved: shareOf(answered.filter(({ isSolved }) => isSolved === true).length, answered.length),
    inTime: shareOf(closed.filter(({ isInTime }) => isInTime).length, closed.length),
    medianHours: closed.length === 0 ? null : median(closed.map(({ workMinutes }) => workMinutes)) / 60,
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}
