import { mainScore } from "./band.ts";
import { assumedImportance, defaultExpectation, type Priority, type TouchpointMeasure } from "./model.ts";
import { round, ruleOf } from "./scores.ts";

/** What the map says about a placement, beside its figures. */
export interface Stake {
  importance: number | null;
  expectation: number | null;
}

/**
 * Where to act first: every touchpoint whose main score may be shown, by importance × gap to the expectation × people touched.
 * Gaps are compared as shares of their metric's span, so that one scale does not outweigh another.
 */
export function rankPriorities(
  touchpoints: readonly TouchpointMeasure[],
  stakeOf: (placementId: string) => Stake | undefined,
): Priority[] {
  const candidates = touchpoints.flatMap((touchpoint) => {
    const score = mainScore(touchpoint.scores);
    if (score === null || score.value === null) return [];
    const { importance = null, expectation: said = null } = stakeOf(touchpoint.placementId) ?? {};
    const expectation = said ?? defaultExpectation[score.metric];
    const gap = Math.max(0, expectation - score.value);
    return [
      {
        touchpoint,
        score,
        value: score.value,
        importance,
        expectation,
        gap,
        relativeGap: gap / ruleOf[score.metric].span,
      },
    ];
  });
  const widest = Math.max(...candidates.map(({ relativeGap }) => relativeGap));
  const busiest = Math.max(...candidates.map(({ touchpoint }) => touchpoint.people));
  return candidates
    .map(({ touchpoint, score, value, importance, expectation, gap, relativeGap }) => {
      const gapShare = widest > 0 ? relativeGap / widest : 0;
      const peopleShare = busiest > 0 ? touchpoint.people / busiest : 0;
      return {
        placementId: touchpoint.placementId,
        key: touchpoint.key,
        name: touchpoint.name,
        metric: score.metric,
        n: score.n,
        value,
        trust: score.trust,
        importance: importance ?? assumedImportance,
        importanceAssumed: importance === null,
        expectation,
        gap: round(gap),
        gapShare: round(gapShare),
        people: touchpoint.people,
        peopleShare: round(peopleShare),
        product: round(((importance ?? assumedImportance) / 5) * gapShare * peopleShare),
      };
    })
    .toSorted((a, b) => b.product - a.product || b.gapShare - a.gapShare || a.key.localeCompare(b.key));
}
