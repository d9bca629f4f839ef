import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  bandOf,
  defaultExpectation,
  facetsQuery,
  mainScore,
  measuresQuery,
  standing,
  usualPeriod,
  utcDay,
} from "#insight/web/index.ts";
import { journeyQuery } from "./queries.ts";
import type { ThumbnailStation } from "./thumbnail.tsx";

/** A journey's stations with how they did in the period its map opens on; null until the journey is read. */
export function useThumbnail(journeyId: string): { stations: ThumbnailStation[]; below: number } | null {
  const { data } = useQuery(journeyQuery(journeyId));
  const facets = useQuery({ ...facetsQuery(journeyId), refetchInterval: false });
  const { firstDay = null, lastDay = null } = facets.data ?? {};
  const [today] = useState(() => utcDay(new Date()));
  const period = firstDay === null || lastDay === null ? null : usualPeriod(firstDay, lastDay, today);
  const measures = useQuery({ ...measuresQuery(journeyId, period), refetchInterval: false });
  if (data === undefined) return null;
  const scores = new Map(measures.data?.touchpoints.map((measure) => [measure.placementId, mainScore(measure.scores)]));
  const stations = data.document.placements.map(({ id, expectation, momentOfTruth }): ThumbnailStation => {
    const score = scores.get(id) ?? null;
    const expected = score === null ? 0 : (expectation ?? defaultExpectation[score.metric]);
    return {
      key: id,
      isTruth: momentOfTruth,
      band: bandOf(score, expected),
      at: score === null || score.value === null ? null : standing(score.metric, score.value, expected),
    };
  });
  return { stations, below: stations.filter(({ band }) => band !== null && band < 0).length };
}
