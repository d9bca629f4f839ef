import fc from "fast-check";
import { expect, test } from "vitest";
import { eigenOf } from "./eigen.ts";
import { Square } from "./square.ts";

const symmetric = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc.array(fc.integer({ min: -50, max: 50 }), { minLength: size ** 2, maxLength: size ** 2 }).map((cells) => {
    const at = (i: number, j: number) => cells[i * size + j]! / 10;
    return new Square(size, (i, j) => at(i, j) + at(j, i));
  }),
);

test("[M23] eigenvalues and vectors make up the matrix again, and the vectors are square to each other", () => {
  fc.assert(
    fc.property(symmetric, (matrix) => {
      const { values, vectors } = eigenOf(matrix);
      const sum = (term: (axis: number) => number) => values.reduce((all, _, axis) => all + term(axis), 0);
      for (let i = 0; i < matrix.size; i++) {
        for (let j = 0; j < matrix.size; j++) {
          expect(sum((axis) => values[axis]! * vectors.at(axis, i) * vectors.at(axis, j))).toBeCloseTo(
            matrix.at(i, j),
            9,
          );
          expect(sum((axis) => vectors.at(i, axis) * vectors.at(j, axis))).toBeCloseTo(i === j ? 1 : 0, 12);
        }
      }
    }),
  );
});
