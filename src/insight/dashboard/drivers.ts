import { z } from "zod";
import { metrics } from "../model.ts";

/** What a score may be driven by, and who said what: one row a person, NaN where they said nothing. */
export interface Answered {
  /** A column each. */
  touchpoints: readonly string[];
  target: readonly number[];
  rows: readonly (readonly number[])[];
}

/** Importance derived from answers: how much of a score each touchpoint's score accounts for (M40). */
export const DerivedImportance = z.object({
  target: z.object({ key: z.string(), metric: z.enum(metrics) }),
  /** Touchpoints answered by too few of the same people to be taken in. */
  leftOut: z.array(z.string()),
  drivers: z.array(
    z.object({
      key: z.string(),
      /** Of the score's variance, 0–1, with its 95 % bootstrap interval. */
      share: z.number(),
      low: z.number(),
      high: z.number(),
      sign: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    }),
  ),
  /** Null: nothing can be said. */
  method: z.enum(["shapley", "johnson"]).nullable(),
  r2: z.number().nullable(),
  /** People who answered at all of these touchpoints and the target. */
  n: z.number().int(),
  refused: z.enum(["fewAnswers", "flatTarget", "flatDriver", "copiedDriver"]).nullable(),
  /** The touchpoint that the refusal is about. */
  refusedKey: z.string().nullable(),
});
export type DerivedImportance = z.infer<typeof DerivedImportance>;

/** Fewer complete rows than this for each driver would only be noise (M24). */
const rowsPerDriver = 10;

/**
 * The touchpoints to explain the target by: those most often answered by the same people, each taken in while 10 people
 * for each one have answered at all of them. Everything stays in the order of its columns.
 */
export function chooseDrivers({ touchpoints, rows }: Pick<Answered, "touchpoints" | "rows">): number[] {
  const has = (row: readonly number[], column: number) => Number.isFinite(row[column]);
  const byAnswers = touchpoints
    .map((_, column) => ({ column, n: rows.filter((row) => has(row, column)).length }))
    .toSorted((a, b) => b.n - a.n || a.column - b.column);
  let complete = rows;
  const chosen: number[] = [];
  for (const { column } of byAnswers) {
    const left = complete.filter((row) => has(row, column));
    if (left.length < rowsPerDriver * (chosen.length + 1)) continue;
    complete = left;
    chosen.push(column);
  }
  return chosen.toSorted((a, b) => a - b);
}
