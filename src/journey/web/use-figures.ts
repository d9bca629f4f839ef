import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type MeasureView,
  beforeLabel,
  facetsQuery,
  measuresQuery,
  periodLabel,
  usualPeriod,
  utcDay,
} from "#insight/web/index.ts";
import { useLibrary } from "#touchpoint/web/index.ts";
import type { Recovery } from "#voice/cases/model.ts";
import { recoveryQuery } from "#voice/web/index.ts";
import type { Placement } from "../model.ts";
import { mapFigures } from "./map-figures.ts";

/** What the address says of the view; days as `2026-10-01`. */
export interface ViewSearch {
  from?: string | undefined;
  to?: string | undefined;
  splitBy?: string | undefined;
  filter?: string[] | undefined;
}

/** An edit is in the server's rows a moment after it is made, in milliseconds. */
const settles = 1_500;

/** The measures of the view, and everything else the map draws beside its document. */
export function useFigures(
  journeyId: string,
  workspaceId: string,
  search: ViewSearch,
  placements: ReadonlyMap<string, readonly Placement[]> | undefined,
) {
  const { i18n } = useTranslation();
  const library = useLibrary(workspaceId);
  const facets = useQuery({ ...facetsQuery(journeyId), placeholderData: keepPreviousData });
  const { firstDay = null, lastDay = null } = facets.data ?? {};
  const { from, to, splitBy, filter } = search;
  const filterKey = filter?.join("\n");
  const [today] = useState(() => utcDay(new Date()));
  const view = useMemo((): MeasureView | null => {
    if (firstDay === null || lastDay === null) return null;
    const usual = usualPeriod(firstDay, lastDay, today);
    return {
      from: from ?? usual.from,
      to: to ?? usual.to,
      splitBy,
      filter: filterKey === undefined || filterKey === "" ? undefined : filterKey.split("\n"),
    };
  }, [firstDay, lastDay, today, from, to, splitBy, filterKey]);
  const measures = useQuery(measuresQuery(journeyId, view));
  useFollowPlacements(journeyId, placements);
  useNewTouchpoints(placements, library);
  const recovered = useRecovered(workspaceId, view);
  const all = measures.data;
  const period = view === null ? "" : periodLabel(view, i18n.language);
  const before =
    view === null || all === undefined || all.before === null ? "" : beforeLabel(all.before, view, i18n.language);
  const isLoading = facets.isPending || (view !== null && measures.isPending);
  const figures = useMemo(
    () => mapFigures(library.data, all, recovered, { period, before, isLoading }),
    [library.data, all, recovered, period, before, isLoading],
  );
  const error = facets.error ?? measures.error;
  const retry = () => void (facets.isError ? facets.refetch() : measures.refetch());
  return { figures, view, facets: facets.data, error, retry };
}

export type ShownMeasures = ReturnType<typeof useFigures>;

/** How customers of cases closed in the period were recovered; nothing beside filtered figures, since it knows no filter. */
function useRecovered(workspaceId: string, view: MeasureView | null): readonly (Recovery & { key: string })[] {
  const { from = "", to = "" } = view ?? {};
  const isAsked = view !== null && view.filter === undefined;
  const recovery = useQuery({
    ...recoveryQuery(workspaceId, { from, to }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return isAsked ? (recovery.data?.touchpoints ?? noneRecovered) : noneRecovered;
}

const noneRecovered: readonly never[] = [];

/** A touchpoint just placed gets its figures without a reload. */
function useFollowPlacements(
  journeyId: string,
  placements: ReadonlyMap<string, readonly Placement[]> | undefined,
): void {
  const queryClient = useQueryClient();
  const known = useRef(placements);
  useEffect(() => {
    // The document's first arrival is no change.
    if (known.current === undefined || known.current === placements) {
      known.current = placements;
      return undefined;
    }
    known.current = placements;
    const timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ["measures", journeyId] }), settles);
    return () => clearTimeout(timer);
  }, [placements, journeyId, queryClient]);
}

/** Somebody places a touchpoint that they have just made: the library is read again, once for each that it does not know. */
function useNewTouchpoints(
  placements: ReadonlyMap<string, readonly Placement[]> | undefined,
  { data, refetch }: ReturnType<typeof useLibrary>,
): void {
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (placements === undefined || data === undefined) return;
    const known = new Set(data.touchpoints.map(({ id }) => id));
    const placed = [...placements.values()].flat().map(({ touchpointId }) => touchpointId);
    const unknown = placed.filter((id) => !known.has(id) && !asked.current.has(id));
    for (const id of unknown) asked.current.add(id);
    if (unknown.length > 0) void refetch();
  }, [placements, data, refetch]);
}
