import type { Histogram } from "#insight/histogram.ts";
import { merge } from "#insight/histogram.ts";
import type { Score } from "#insight/model.ts";
import { scoreOf } from "#insight/scores.ts";
import { type ReviewFigures, reviewSources } from "./model.ts";

/** So many reviews of one source, about one touchpoint, with so many stars. */
export interface ReviewTally {
  source: ReviewFigures["sources"][number]["source"];
  touchpointId: string | null;
  rating: number;
  n: number;
}

/** Stars of public reviews, all of them and by source and touchpoint, with the intervals and minimum samples of every score. */
export function figuresOf(tallies: readonly ReviewTally[]): Omit<ReviewFigures, "from" | "to"> {
  const ofSource = Map.groupBy(tallies, ({ source }) => source);
  const ofTouchpoint = Map.groupBy(tallies, ({ touchpointId }) => touchpointId);
  return {
    all: starsOf(tallies),
    sources: reviewSources.flatMap((source) => {
      const own = ofSource.get(source);
      return own === undefined ? [] : [{ source, stars: starsOf(own) }];
    }),
    touchpoints: [...ofTouchpoint]
      .map(([touchpointId, own]) => ({ touchpointId, stars: starsOf(own) }))
      .toSorted((a, b) => b.stars.n - a.stars.n),
  };
}

function starsOf(tallies: readonly ReviewTally[]): Score {
  return scoreOf("stars", merge(tallies.map(({ rating, n }): Histogram => new Map([[rating, n]]))));
}
