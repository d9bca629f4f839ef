import { expect, test } from "vitest";
import { chanceOf, fitLogistic } from "./logistic.ts";

/** Weight (1000 lb), gross horsepower and whether the gear is shifted by hand, of 32 cars (Henderson & Velleman 1981, R's mtcars). */
const weight = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615,
  1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
];
const power = [
  110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150, 245, 175,
  66, 91, 113, 264, 175, 335, 109,
];
const byHand = weight.map((_, i) => i < 3 || (i > 16 && i < 20) || i > 24);

test("[M60] without a penalty the weights and their errors are those of R's glm", () => {
  const { weights, covariance } = fitLogistic(
    weight.map((figure) => [figure]),
    byHand,
    0,
  );
  // summary(glm(am ~ wt, binomial, mtcars)): 12.040 (4.510), −4.024 (1.436)
  expect(weights.map((figure) => figure.toFixed(3))).toEqual(["12.040", "-4.024"]);
  expect(covariance.map((row, i) => Math.sqrt(row[i]!).toFixed(3))).toEqual(["4.510", "1.437"]);
});

test("[M60] with one they are what scipy's BFGS finds for the penalised likelihood", () => {
  const scaled = [weight, power].map((column) => {
    const mean = column.reduce((sum, figure) => sum + figure, 0) / column.length;
    const deviation = Math.sqrt(column.reduce((sum, figure) => sum + (figure - mean) ** 2, 0) / column.length);
    return column.map((figure) => (figure - mean) / deviation);
  });
  const { weights, covariance } = fitLogistic(
    weight.map((_, i) => scaled.map((column) => column[i]!)),
    byHand,
    1,
  );
  expect(weights.map((figure) => figure.toFixed(5))).toEqual(["-0.68281", "-2.31788", "0.55024"]);
  expect(covariance.map((row, i) => Math.sqrt(row[i]!).toFixed(5))).toEqual(["0.46377", "0.65143", "0.44123"]);
});

test("[M60] what a figure tells apart altogether keeps a finite weight", () => {
  const rows = Array.from({ length: 40 }, (_, i) => [i < 20 ? -1 : 1]);
  const model = fitLogistic(
    rows,
    rows.map(([side]) => side === 1),
    1,
  );
  expect(model.weights.every(Number.isFinite)).toBe(true);
  expect(chanceOf(model, [1])).toBeGreaterThan(0.9);
  expect(chanceOf(model, [1])).toBeLessThan(1);
});
