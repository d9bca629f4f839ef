import { wilson, type Share } from "../intervals.ts";
import { round } from "../scores.ts";
import { z95 } from "../student.ts";
import { chanceOf, fitLogistic, type Logistic } from "./logistic.ts";
import type { Holdout, InferenceRefusal, Reason, ReliabilityBin } from "./model.ts";
import { type Feature, featuresOf, figuresOf, type Visit } from "./visit.ts";

/** A visit and what came of it. */
export interface Lesson {
  visit: Visit;
  isSatisfied: boolean;
}

/** What foretells whether somebody is satisfied: features, put on one scale, and their weights. */
export interface Foreteller {
  features: readonly Feature[];
  /** Of each feature, among what was learnt from. */
  means: readonly number[];
  deviations: readonly number[];
  logistic: Logistic;
}

export interface Trained {
  refusal: InferenceRefusal | null;
  holdout: Holdout | null;
  /** Null when refused. */
  foreteller: Foreteller | null;
  reasons: Reason[];
}

export const inferenceLimits = {
  /** Fewer answers than this, or fewer of either side, teach nothing that would hold. */
  fewestAnswers: 150,
  fewestOfSide: 30,
  /** The newest are enough. */
  mostAnswers: 5_000,
} as const;

/** The share of the latest answers that is held back to try the model on. */
const heldBack = 0.25;
const bins = 5;
/** How far weights may be held to 0: the one that foretells the latest of what is learnt from best is taken. */
const penalties = [1, 10, 100, 1000];
const mostReasons = 6;

/**
 * Learns from answers, the oldest first, and tries itself on the latest quarter of them: where it does not foretell those better
 * than their share alone, beyond chance, nothing is inferred. What it keeps has learnt from all.
 */
export function train(lessons: readonly Lesson[]): Trained {
  const nothing = { holdout: null, foreteller: null, reasons: [] };
  const satisfied = lessons.filter(({ isSatisfied }) => isSatisfied).length;
  if (lessons.length < inferenceLimits.fewestAnswers) return { ...nothing, refusal: "fewAnswers" };
  if (Math.min(satisfied, lessons.length - satisfied) < inferenceLimits.fewestOfSide)
    return { ...nothing, refusal: "oneSided" };
  const [known, unknown] = holdBack(lessons);
  const holdout = tryOn(known, unknown);
  if (holdout.gain.low <= 0) return { ...nothing, holdout, refusal: "notBetter" };
  const foreteller = learn(lessons);
  return { refusal: null, holdout, foreteller, reasons: reasonsOf(foreteller) };
}

/** The chance that somebody is satisfied with a visit, 0–1. */
export function foretell(foreteller: Foreteller, visit: Visit): number {
  return chanceOf(foreteller.logistic, scaled(foreteller, visit));
}

/** A visit's figures on the scale of what was learnt from. */
export function scaled({ features, means, deviations }: Foreteller, visit: Visit): number[] {
  return figuresOf(features, visit).map((figure, i) => (figure - (means[i] ?? 0)) / (deviations[i] ?? 1));
}

/** The oldest of these, and the latest to try on what was learnt from them. */
function holdBack(lessons: readonly Lesson[]): [known: readonly Lesson[], unknown: readonly Lesson[]] {
  const cut = Math.round(lessons.length * (1 - heldBack));
  return [lessons.slice(0, cut), lessons.slice(cut)];
}

function learn(lessons: readonly Lesson[]): Foreteller {
  const [known, unknown] = holdBack(lessons);
  const [best] = penalties
    .map((penalty) => ({ penalty, error: meanOf(errorsOn(learnHeld(known, penalty), unknown)) }))
    .toSorted((a, b) => a.error - b.error);
  return learnHeld(lessons, best?.penalty ?? 1);
}

/** The squared error of each chance. */
function errorsOn(foreteller: Foreteller, lessons: readonly Lesson[]): number[] {
  return lessons.map(({ visit, isSatisfied }) => (Number(isSatisfied) - foretell(foreteller, visit)) ** 2);
}

function learnHeld(lessons: readonly Lesson[], penalty: number): Foreteller {
  const visits = lessons.map(({ visit }) => visit);
  const all = featuresOf(visits);
  const columns = all.map((feature) => visits.flatMap((visit) => figuresOf([feature], visit)));
  const told = columns.map((column) => {
    const mean = meanOf(column);
    return { mean, deviation: Math.sqrt(meanOf(column.map((figure) => (figure - mean) ** 2))) };
  });
  const varies = (_: unknown, i: number) => (told[i]?.deviation ?? 0) > 1e-9;
  const scale = {
    features: all.filter(varies),
    means: told.filter(varies).map(({ mean }) => mean),
    deviations: told.filter(varies).map(({ deviation }) => deviation),
  };
  const rows = visits.map((visit) => scaled({ ...scale, logistic: { weights: [], covariance: [] } }, visit));
  return {
    ...scale,
    logistic: fitLogistic(
      rows,
      lessons.map(({ isSatisfied }) => isSatisfied),
      penalty,
    ),
  };
}

function tryOn(known: readonly Lesson[], unknown: readonly Lesson[]): Holdout {
  const foreteller = learn(known);
  const usual = meanOf(known.map(({ isSatisfied }) => Number(isSatisfied)));
  const tried = unknown.map(({ visit, isSatisfied }) => {
    return { chance: foretell(foreteller, visit), isSatisfied, naive: (Number(isSatisfied) - usual) ** 2 };
  });
  const errors = errorsOn(foreteller, unknown);
  const gains = tried.map(({ naive }, i) => naive - (errors[i] ?? 0));
  const gain = meanOf(gains);
  const half = z95 * Math.sqrt(meanOf(gains.map((one) => (one - gain) ** 2)) / gains.length);
  return {
    n: tried.length,
    brier: round(meanOf(errors)),
    naive: round(meanOf(tried.map(({ naive }) => naive))),
    gain: { value: round(gain), low: round(gain - half), high: round(gain + half) },
    bins: reliability(tried),
  };
}

/** What was foretold against what came, of groups of the same size by their chances (a reliability table). */
export function reliability(tried: readonly { chance: number; isSatisfied: boolean }[]): ReliabilityBin[] {
  const sorted = tried.toSorted((a, b) => a.chance - b.chance);
  return Array.from({ length: bins }, (_, i) => {
    const [from, to] = [i, i + 1].map((edge) => Math.round((edge * sorted.length) / bins));
    const own = sorted.slice(from, to);
    const answered: Share = { hits: own.filter(({ isSatisfied }) => isSatisfied).length, n: own.length };
    const { low, high } = wilson(answered);
    return {
      n: own.length,
      predicted: round(meanOf(own.map(({ chance }) => chance))),
      observed: round(answered.hits / answered.n),
      low: round(low),
      high: round(high),
    };
  });
}

function reasonsOf({ features, logistic }: Foreteller): Reason[] {
  const [, ...slopes] = logistic.weights;
  return features
    .map((feature, i): Reason => {
      const said =
        feature.kind === "property"
          ? { name: feature.property, value: feature.value }
          : { name: feature.kind === "previous" ? feature.touchpoint : "", value: "" };
      return { kind: feature.kind, ...said, weight: round(slopes[i] ?? 0) };
    })
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, mostReasons);
}

function meanOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}
