import { Square } from "./square.ts";

/** Sweeps converge quadratically: a matrix of hundreds needs about ten. */
const mostSweeps = 60;

/** Eigenvalues of a symmetric matrix, in no order, and their unit vectors, one a row; by Jacobi's rotations. */
export function eigenOf(symmetric: Square): { values: number[]; vectors: Square } {
  const { size } = symmetric;
  const turned = new Square(size, (i, j) => symmetric.at(i, j));
  const vectors = new Square(size, (i, j) => (i === j ? 1 : 0));
  for (let sweep = 0; sweep < mostSweeps && !isDiagonal(turned); sweep++) {
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) annihilate(turned, vectors, p, q);
    }
  }
  return { values: Array.from({ length: size }, (_, i) => turned.at(i, i)), vectors };
}

function isDiagonal(matrix: Square): boolean {
  let off = 0;
  let all = 0;
  for (let i = 0; i < matrix.size; i++) {
    all += matrix.at(i, i) ** 2;
    for (let j = 0; j < i; j++) off += matrix.at(i, j) ** 2;
  }
  return off <= 1e-28 * all;
}

/** Turns the plane of p and q, by the smaller of the two angles that do, until they share nothing any more. */
function annihilate(matrix: Square, vectors: Square, p: number, q: number): void {
  const shared = matrix.at(p, q);
  if (shared === 0) return;
  const cotangent = (matrix.at(q, q) - matrix.at(p, p)) / (2 * shared);
  const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.sqrt(cotangent ** 2 + 1));
  const cos = 1 / Math.sqrt(tangent ** 2 + 1);
  const sin = tangent * cos;
  const [atP, atQ] = [matrix.at(p, p) - tangent * shared, matrix.at(q, q) + tangent * shared];
  turnRows(matrix, p, q, cos, sin);
  turnRows(vectors, p, q, cos, sin);
  for (let i = 0; i < matrix.size; i++) {
    matrix.set(i, p, matrix.at(p, i));
    matrix.set(i, q, matrix.at(q, i));
  }
  matrix.set(p, p, atP);
  matrix.set(q, q, atQ);
  matrix.set(p, q, 0);
  matrix.set(q, p, 0);
}

function turnRows(matrix: Square, p: number, q: number, cos: number, sin: number): void {
  for (let i = 0; i < matrix.size; i++) {
    const x = matrix.at(p, i);
    const y = matrix.at(q, i);
    matrix.set(p, i, cos * x - sin * y);
    matrix.set(q, i, sin * x + cos * y);
  }
}
