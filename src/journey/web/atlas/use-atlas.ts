import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { measuredDaysQuery, rollUpsQuery, type Span, usualPeriod, utcDay } from "#insight/web/index.ts";
import { journeysQuery } from "../queries.ts";
import { type AtlasRow, rowsOf } from "./rows.ts";

export interface Atlas {
  rows: AtlasRow[] | undefined;
  /** What the figures are about; null: nothing is measured yet. */
  period: Span | null;
  error: unknown;
  retry: () => void;
  /** The list is there, its figures are not. */
  figuresFailed: boolean;
  retryFigures: () => void;
}

/** The journeys of a workspace with their figures in the period that maps open on. */
export function useAtlas(workspaceId: string): Atlas {
  const journeys = useQuery(journeysQuery(workspaceId));
  const days = useQuery(measuredDaysQuery(workspaceId));
  const [now] = useState(Date.now);
  const { firstDay = null, lastDay = null } = days.data ?? {};
  const period = useMemo(
    () => (firstDay === null || lastDay === null ? null : usualPeriod(firstDay, lastDay, utcDay(new Date(now)))),
    [firstDay, lastDay, now],
  );
  const rollUps = useQuery(rollUpsQuery(workspaceId, period));
  const rows = useMemo(
    () => (journeys.data === undefined ? undefined : rowsOf(journeys.data, rollUps.data ?? [], period, now)),
    [journeys.data, rollUps.data, period, now],
  );
  return {
    rows,
    period,
    error: journeys.error,
    retry: () => void journeys.refetch(),
    figuresFailed: days.isError || rollUps.isError,
    retryFigures: () => void (days.isError ? days.refetch() : rollUps.refetch()),
  };
}
