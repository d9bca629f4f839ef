import { copyBelow, correlationsOf, given } from "./correlation.ts";
import { johnsonWeights } from "./johnson.ts";
import { shapleyShares } from "./shapley.ts";
import type { Square } from "./square.ts";

/** Up to this many drivers every subset is tried; beyond, that would take too long. */
const mostExact = 12;
/** Under this many complete answers per driver the shares would be noise. */
const answersPerDriver = 10;

/** One row per answer; a row with a figure missing (NaN) is left out. */
export interface DriverData {
  /** As many figures per row as there are drivers. */
  predictors: readonly (readonly number[])[];
  target: readonly number[];
}

export interface Resampling {
  /** How many times the rows are drawn again; 1,000 gives ends that hold still. */
  resamples: number;
  /** 0 … 1, 1 excluded. */
  random: () => number;
}

export interface Driver {
  /** Of the target's variance, 0–1; the drivers' shares sum to R². */
  share: number;
  /** 95 % interval of the share. A share is never negative, so an interval that keeps off 0 is no proof of an effect. */
  low: number;
  high: number;
  /** Of what all drivers explain together, 0–1. */
  shareOfR2: number;
  /** Whether the target rises or falls with this driver while the others stay as they are. */
  sign: -1 | 0 | 1;
}

export interface Drivers {
  method: "shapley" | "johnson";
  r2: number;
  /** Complete answers. */
  n: number;
  /** In the order of the predictors. */
  drivers: Driver[];
}

/** Why nothing is said; `driver` is the place of the one to leave out. */
export type DriversRefused =
  | { refused: "fewAnswers"; n: number; needed: number }
  | { refused: "flatTarget" }
  | { refused: "flatDriver"; driver: number }
  | { refused: "copiedDriver"; driver: number };

/**
 * How much of a score each driver accounts for: Shapley's shares for up to 12 drivers, Johnson's weights beyond, with
 * percentile bootstrap intervals. A share is not a cause.
 */
export function driversOf(data: DriverData, { resamples, random }: Resampling): Drivers | DriversRefused {
  const columns = completeColumns(data);
  const [n, count] = [columns.at(-1)?.length ?? 0, columns.length - 1];
  const needed = Math.max(1, count) * answersPerDriver;
  if (n < needed) return { refused: "fewAnswers", n, needed };
  const correlations = correlationsOf(columns);
  const flat = columns.findIndex((_, i) => correlations.at(i, i) === 0);
  if (flat >= 0) return flat === count ? { refused: "flatTarget" } : { refused: "flatDriver", driver: flat };
  const copied = copiedIn(correlations);
  if (copied !== null) return { refused: "copiedDriver", driver: copied };

  const [method, sharesOf] =
    count <= mostExact ? (["shapley", shapleyShares] as const) : (["johnson", johnsonWeights] as const);
  const shares = sharesOf(correlations);
  const r2 = shares.reduce((sum, share) => sum + share, 0);
  const redrawn = Array.from({ length: resamples }, () => sharesOf(correlationsOf(redraw(columns, random))));
  const slopes = slopesOf(correlations);
  const drivers = shares.map((share, i) => {
    const drawn = redrawn.map((again) => again[i] ?? 0).toSorted((a, b) => a - b);
    return {
      share,
      // Rows that repeat explain more, so that all draws may lie above a share near 0.
      low: Math.min(share, quantile(drawn, 0.025)),
      high: Math.max(share, quantile(drawn, 0.975)),
      shareOfR2: r2 > 0 ? share / r2 : 0,
      sign: signOf(slopes[i] ?? 0),
    };
  });
  return { method, r2, n, drivers };
}

/** The drivers' columns and, last, the target's. */
function completeColumns({ predictors, target }: DriverData): number[][] {
  const rows = predictors.map((row, i) => [...row, target[i] ?? Number.NaN]);
  const width = Math.max(1, ...rows.slice(0, 1).map((row) => row.length));
  const complete = rows.filter((row) => row.length === width && row.every(Number.isFinite));
  return Array.from({ length: width }, (_, i) => complete.map((row) => row[i] ?? Number.NaN));
}

/** The first driver that those before it foretell altogether. */
function copiedIn(correlations: Square, driver = 0): number | null {
  if (correlations.size === 1) return null;
  return correlations.at(0, 0) < copyBelow ? driver : copiedIn(given(0, correlations), driver + 1);
}

/** Standardised coefficients of the joint least-squares regression, by Cholesky's elimination. */
function slopesOf(correlations: Square): number[] {
  const target = correlations.size - 1;
  if (target === 0) return [];
  const others = slopesOf(given(0, correlations));
  const left = others.reduce((sum, slope, i) => sum - slope * correlations.at(0, i + 1), correlations.at(0, target));
  return [left / correlations.at(0, 0), ...others];
}

/** A slope that rounding alone can make says nothing of its direction. */
function signOf(slope: number): -1 | 0 | 1 {
  if (Math.abs(slope) < 1e-9) return 0;
  return slope < 0 ? -1 : 1;
}

function redraw(columns: readonly (readonly number[])[], random: () => number): number[][] {
  const rows = (columns[0] ?? []).map((_, __, all) => Math.floor(random() * all.length));
  return columns.map((column) => rows.map((row) => column[row] ?? Number.NaN));
}

/** Linear between neighbours (Hyndman & Fan 1996, type 7). */
function quantile(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const [below = Number.NaN, above = below] = ascending.slice(Math.floor(place));
  return below + (place % 1) * (above - below);
}
