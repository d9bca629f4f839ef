import type { Segment } from "./drawing.ts";

export interface Point {
  x: number;
  y: number;
}

/** A curve through every point that never overshoots between two; `isDown` when it runs from top to bottom. */
export function curve(points: readonly Point[], isDown: boolean): Segment[] {
  return points.map(({ x, y }, index): Segment => {
    const before = points[index - 1];
    if (before === undefined) return ["M", x, y];
    if (isDown) return ["C", before.x, (before.y + y) / 2, x, (before.y + y) / 2, x, y];
    return ["C", (before.x + x) / 2, before.y, (before.x + x) / 2, y, x, y];
  });
}

/** The closed shape between two curves. */
export function ribbon(near: readonly Point[], far: readonly Point[], isDown: boolean): Segment[] {
  const back = curve(far.toReversed(), isDown).map((segment): Segment =>
    segment[0] === "M" ? ["L", segment[1], segment[2]] : segment,
  );
  return [...curve(near, isDown), ...back, ["Z"]];
}

/** A row of values cut where nothing is known, so that no line is drawn there. */
export function runs<Value>(values: readonly (Value | null)[]): Value[][] {
  const found: Value[][] = [];
  let isOpen = false;
  for (const value of values) {
    if (value === null) isOpen = false;
    else if (isOpen) found.at(-1)?.push(value);
    else {
      found.push([value]);
      isOpen = true;
    }
  }
  return found;
}
