import { mainScore } from "./band.ts";
import { defaultExpectation, type Metric, type Score } from "./model.ts";

/** A touchpoint's scores, and what a map expects of its main metric, in its unit; null: nothing is said. */
export interface ExpectedTouchpoint {
  scores: readonly Score[];
  expectation: number | null;
}

/**
 * What the pooled answers of touchpoints are expected to be: the expectation of each, counting as much as it has answers in
 * that metric; the metric's default where the map says none.
 */
export function pooledExpectation(metric: Metric, touchpoints: readonly ExpectedTouchpoint[]): number {
  let sum = 0;
  let answers = 0;
  for (const { scores, expectation } of touchpoints) {
    const n = scores.find((score) => score.metric === metric)?.n ?? 0;
    const isSaidOfIt = mainScore(scores)?.metric === metric;
    sum += n * ((isSaidOfIt ? expectation : null) ?? defaultExpectation[metric]);
    answers += n;
  }
  return answers === 0 ? defaultExpectation[metric] : sum / answers;
}
