export type Point = readonly [x: number, y: number];

/** A curve through every point that never overshoots between two of them: horizontal at each, half-way handles. */
export function smooth(points: readonly Point[]): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${x} ${y}`;
      const middle = (before[0] + x) / 2;
      return `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`;
    })
    .join("");
}

/** The closed shape between two curves over the same abscissas. */
export function ribbon(top: readonly Point[], bottom: readonly Point[]): string {
  return top.length === 0 ? "" : `${smooth(top)}L${smooth(bottom.toReversed()).slice(1)}Z`;
}

/** Splits a row of values into runs without a gap, so that no line is drawn where nothing is known. */
export function runs<Value>(values: readonly (Value | null)[]): { start: number; values: Value[] }[] {
  const found: { start: number; values: Value[] }[] = [];
  let open: { start: number; values: Value[] } | null = null;
  values.forEach((value, index) => {
    if (value === null) {
      open = null;
      return;
    }
    if (open === null) {
      open = { start: index, values: [] };
      found.push(open);
    }
    open.values.push(value);
  });
  return found;
}
