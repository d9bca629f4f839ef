type Point = readonly [along: number, across: number];

/**
 * The part of a smooth curve that lies in one cell, in a box 100 long: from half-way to the value before, through its own
 * in the middle, to half-way to the value after; without a neighbour it ends in the middle. The parts of neighbouring
 * cells meet with one slope, however long the cells are drawn, and never overshoot (U70).
 */
export function cellCurve(before: number | null, at: number, after: number | null): string {
  return draw(partOf(before, at, after));
}

/** The closed shape between two such curves. */
export function cellRibbon(top: readonly [number | null, number, number | null], bottom: typeof top): string {
  return `${draw(partOf(...top))}L${draw(partOf(...bottom).toReversed()).slice(1)}Z`;
}

/** Start, then two handles and an end for each half: the halves of the S between two middles, cut by de Casteljau. */
function partOf(before: number | null, at: number, after: number | null): Point[] {
  const arriving: Point[] =
    before === null
      ? []
      : [
          [0, (before + at) / 2],
          [12.5, (before + 3 * at) / 4],
          [25, at],
        ];
  const leaving: Point[] =
    after === null
      ? []
      : [
          [75, at],
          [87.5, (3 * at + after) / 4],
          [100, (at + after) / 2],
        ];
  return [...arriving, [50, at], ...leaving];
}

function draw([start = [50, 0], ...rest]: readonly Point[]): string {
  const write = ([along, across]: Point) => `${round(along)} ${round(across)}`;
  const curves = Array.from({ length: rest.length / 3 }, (_, index) => rest.slice(index * 3, index * 3 + 3));
  return `M${write(start)}${curves.map((curve) => `C${curve.map(write).join(" ")}`).join("")}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
