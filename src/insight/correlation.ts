import { Square } from "./square.ts";

/** A variable of which the others leave less than this share of variance is a copy of them, as far as figures can tell. */
export const copyBelow = 1e-8;

/** Pearson's correlations of columns of the same length. A column that never varies correlates with nothing, itself included. */
export function correlationsOf(columns: readonly (readonly number[])[]): Square {
  const centred = columns.map(centre);
  const lengths = centred.map((column) => Math.sqrt(dot(column, column)));
  return new Square(columns.length, (i, j) => {
    const scale = (lengths[i] ?? 0) * (lengths[j] ?? 0);
    return scale > 0 ? dot(centred[i] ?? [], centred[j] ?? []) / scale : 0;
  });
}

/** What the variables after one of them still share once that one is known: a step of Cholesky's elimination. */
export function given(known: number, matrix: Square): Square {
  const after = known + 1;
  const pivot = matrix.at(known, known);
  const scale = pivot < copyBelow ? 0 : 1 / pivot;
  return new Square(
    matrix.size - after,
    (i, j) => matrix.at(after + i, after + j) - matrix.at(after + i, known) * matrix.at(known, after + j) * scale,
  );
}

/** Counted from its own first value, so that a column that never varies is 0 to the last bit. */
function centre(column: readonly number[]): number[] {
  const [origin = 0] = column;
  let sum = 0;
  for (const x of column) sum += x - origin;
  const mean = sum / column.length;
  return column.map((x) => x - origin - mean);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
