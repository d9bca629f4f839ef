import { type Figures, type JourneyRollUp, mainScore, type Score, type Span, standing } from "#insight/web/index.ts";
import { type Freshness, freshnessOf, type SortFigures } from "../../atlas.ts";
import type { JourneySummary } from "../../model.ts";

/** A journey in the atlas with its figures, rolled up over those nested in it. */
export interface AtlasRow {
  journey: JourneySummary;
  figures: Figures | null;
  /** The score that most answers speak for. */
  score: Score | null;
  /** Of that score, as the maps say it. */ expectation: number | null;
  isRolledUp: boolean;
  hasMoved: boolean;
  freshness: Freshness;
}

/** `period` is what the figures are about; null: there are none. `now` in milliseconds. */
export function rowsOf(
  journeys: readonly JourneySummary[],
  rollUps: readonly JourneyRollUp[],
  period: Span | null,
  now: number,
): AtlasRow[] {
  const figuresOf = new Map(rollUps.map((rollUp) => [rollUp.journeyId, rollUp]));
  return journeys.map((journey) => {
    const rollUp = figuresOf.get(journey.id);
    const figures = rollUp?.withNested ?? rollUp?.own ?? null;
    const score = mainScore(figures?.scores ?? []);
    const hasMoved = hasMovedSince(journey.reviewedAt, score, period);
    return {
      journey,
      figures,
      score,
      expectation: figures?.expectation ?? null,
      isRolledUp: rollUp !== undefined && rollUp.withNested !== null,
      hasMoved,
      freshness: freshnessOf(journey, now, hasMoved),
    };
  });
}

/** Whether a score changed beyond chance, in a period that ended after the review. */
export function hasMovedSince(
  reviewedAt: string | null,
  score: Pick<Score, "change"> | null,
  period: Pick<Span, "to"> | null,
): boolean {
  if (reviewedAt === null || period === null || period.to < reviewedAt.slice(0, 10)) return false;
  const change = score?.change ?? null;
  return change !== null && (change.low > 0 || change.high < 0);
}

export function sortFiguresOf({ figures, score, expectation }: AtlasRow): SortFigures {
  const isMeasured = score !== null && score.value !== null && expectation !== null;
  return {
    contacts: figures?.contacts ?? null,
    standing: isMeasured ? standing(score.metric, score.value ?? 0, expectation) : null,
  };
}
