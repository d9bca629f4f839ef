import { Square } from "../square.ts";

/** The inverse of a positive definite matrix, by Gauss and Jordan's elimination. */
export function inverseOf(matrix: Square): Square {
  const { size } = matrix;
  const left = new Square(size, (row, column) => matrix.at(row, column));
  const right = new Square(size, (row, column) => Number(row === column));
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = left.at(pivot, pivot);
    for (const half of [left, right])
      for (let column = 0; column < size; column++) half.set(pivot, column, half.at(pivot, column) / scale);
    for (let row = 0; row < size; row++) {
      const factor = left.at(row, pivot);
      if (row === pivot || factor === 0) continue;
      for (const half of [left, right])
        for (let column = 0; column < size; column++)
          half.set(row, column, half.at(row, column) - factor * half.at(pivot, column));
    }
  }
  return right;
}
