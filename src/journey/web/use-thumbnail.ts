import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import {
  bandOf,
  defaultExpectation,
  facetsQuery,
  mainScore,
  measuresQuery,
  usualPeriod,
  utcDay,
} from "#insight/web/index.ts";
import { type MapInput, mapInput } from "../render/input.ts";
import { journeyQuery } from "./queries.ts";

const noLibrary = { touchpoints: [], channels: [], teams: [] };

/** A journey to draw in little, with how it did in the period its map opens on; null until it is read. */
export function useThumbnail(journeyId: string): { input: MapInput; isEmpty: boolean; below: number } | null {
  const { data } = useQuery(journeyQuery(journeyId));
  const facets = useQuery({ ...facetsQuery(journeyId), refetchInterval: false });
  const { firstDay = null, lastDay = null } = facets.data ?? {};
  const [today] = useState(() => utcDay(new Date()));
  const period = firstDay === null || lastDay === null ? null : usualPeriod(firstDay, lastDay, today);
  const measures = useQuery({ ...measuresQuery(journeyId, period), refetchInterval: false }).data;
  return useMemo(() => {
    if (data === undefined) return null;
    const { placements, steps, cards } = data.document;
    const scores = new Map(measures?.touchpoints.map((measure) => [measure.placementId, mainScore(measure.scores)]));
    const below = placements.filter(({ id, expectation }) => {
      const score = scores.get(id) ?? null;
      const band = score === null ? null : bandOf(score, expectation ?? defaultExpectation[score.metric]);
      return band !== null && band < 0;
    });
    return {
      // In little there are no names, so none are asked for.
      input: mapInput(data, { day: today, library: noLibrary, personas: [], measures: measures ?? null }),
      isEmpty: steps.length === 0 || placements.length + cards.length === 0,
      below: below.length,
    };
  }, [data, measures, today]);
}
