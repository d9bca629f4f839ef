import {
  benjaminiHochberg,
  type Difference,
  differenceOfBalances,
  differenceOfMeans,
  differenceOfShares,
} from "./difference.ts";
import { sizeOf, type Histogram } from "./histogram.ts";
import { figureOf, type Metric } from "./model.ts";
import { balanceOf, momentsOf, shareOf } from "./readings.ts";
import { hiddenBelow, round } from "./scores.ts";

/** Of many differences, the share of chance that is put up with among those believed (M31). */
const falseShare = 0.05;

/** A difference among many: whether it is believed beside all the others of its kind. */
export interface Believed extends Difference {
  isBelieved: boolean;
  /** Answers of those compared with. */
  nOther: number;
}

/** How the answers of one metric differ from others, in its unit; null unless both have 5 answers (M7, M8). */
export function differenceOf(metric: Metric, answers: Histogram, others: Histogram): Difference | null {
  if (sizeOf(answers) < hiddenBelow || sizeOf(others) < hiddenBelow) return null;
  const figure = figureOf[metric];
  if (figure === "mean") return times(1, differenceOfMeans(momentsOf(answers), momentsOf(others)));
  return times(
    100,
    figure === "balance"
      ? differenceOfBalances(balanceOf(answers), balanceOf(others))
      : differenceOfShares(shareOf(metric, answers), shareOf(metric, others)),
  );
}

/** Two sets of answers to the same question. */
export interface Compared {
  metric: Metric;
  answers: Histogram;
  others: Histogram;
}

/** Compares many pairs and says of each difference whether it is believed among them all; null where there is none. */
export function differencesAmong(pairs: readonly Compared[]): (Believed | null)[] {
  const found = pairs.map(({ metric, answers, others }) => differenceOf(metric, answers, others));
  const believed = benjaminiHochberg(
    found.flatMap((difference) => (difference === null ? [] : [difference.p])),
    falseShare,
  ).values();
  return found.map((difference, i) =>
    difference === null
      ? null
      : { ...difference, isBelieved: believed.next().value === true, nOther: sizeOf(pairs[i]?.others ?? new Map()) },
  );
}

function times(factor: number, { value, low, high, p }: Difference): Difference {
  return { value: round(factor * value), low: round(factor * low), high: round(factor * high), p };
}
