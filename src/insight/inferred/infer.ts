import { z95 } from "../student.ts";
import { chanceOf } from "./logistic.ts";
import { type Foreteller, scaled } from "./training.ts";
import type { Visit } from "./visit.ts";

/**
 * The share of satisfied among `people` who did not answer, 0–1, from the visits of some or all of them. Its 95 % interval joins
 * what each of them may still turn out to be, what those not looked at may change, and what the weights could as well have been.
 * It holds if people who did not answer are as those who did, of whom the same is known.
 */
export function inferShare(
  foreteller: Foreteller,
  visits: readonly Visit[],
  people: number,
): { value: number; low: number; high: number } {
  const n = visits.length;
  const rows = visits.map((visit) => scaled(foreteller, visit));
  const chances = rows.map((row) => chanceOf(foreteller.logistic, row));
  const value = chances.reduce((sum, chance) => sum + chance, 0) / n;
  const own = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0) / n / people;
  const drawn = (chances.reduce((sum, chance) => sum + (chance - value) ** 2, 0) / n / n) * (1 - n / people);
  // The delta method: how the mean chance moves with each weight, and how those vary together.
  const slopes = foreteller.logistic.weights.map(
    (_, i) =>
      rows.reduce((sum, row, at) => {
        const chance = chances[at] ?? 0;
        return sum + chance * (1 - chance) * (i === 0 ? 1 : (row[i - 1] ?? 0));
      }, 0) / n,
  );
  const learnt = foreteller.logistic.covariance.reduce(
    (sum, row, i) => sum + row.reduce((of, together, j) => of + (slopes[i] ?? 0) * together * (slopes[j] ?? 0), 0),
    0,
  );
  const half = z95 * Math.sqrt(own + drawn + learnt);
  return { value, low: Math.max(0, value - half), high: Math.min(1, value + half) };
}
