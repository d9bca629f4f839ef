import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "#ui/call.ts";
import { paged } from "#ui/paged.ts";
import {
  getDashboard,
  getDerivedImportance,
  getInferredSatisfaction,
  getMeasuredDays,
  getMeasureFacets,
  getMeasures,
  getTrend,
  listPeopleBehind,
  listPeopleOfFigure,
  listRollUps,
  listVerbatims,
} from "../api.ts";
import type { Metric } from "../model.ts";

/** What the figures on screen are about: the view that the address carries. */
export interface MeasureView {
  from: string;
  to: string;
  splitBy?: string | undefined;
  filter?: readonly string[] | undefined;
}
export interface ScoreRange {
  metric?: Metric | undefined;
  scoreMin?: number | undefined;
  scoreMax?: number | undefined;
}

/** Imports go on while somebody looks at the map: its figures follow, this often (milliseconds), while the tab is seen. */
const refreshEvery = 15_000;

const queryOf = ({ from, to, filter }: MeasureView) => ({
  from,
  to,
  ...(filter === undefined || filter.length === 0 ? {} : { filter: [...filter] }),
});

const splitQueryOf = (view: MeasureView | null) =>
  view === null ? {} : { ...queryOf(view), ...(view.splitBy === undefined ? {} : { splitBy: view.splitBy }) };

export const facetsQuery = (journeyId: string) =>
  queryOptions({
    queryKey: ["measures", journeyId, "facets"],
    queryFn: ({ signal }) => call(getMeasureFacets, { params: { journeyId }, signal }),
    refetchInterval: refreshEvery,
  });

/** Nothing is asked before the period is known. */
export const measuresQuery = (journeyId: string, view: MeasureView | null) =>
  queryOptions({
    queryKey: ["measures", journeyId, "all", view],
    queryFn: ({ signal }) => call(getMeasures, { params: { journeyId }, query: splitQueryOf(view), signal }),
    enabled: view !== null,
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery,
  });

/** Everything a journey's dashboard shows; nothing is asked before the journey and the period are known. */
export const dashboardQuery = (journeyId: string | null, view: MeasureView | null) =>
  queryOptions({
    queryKey: ["measures", journeyId, "dashboard", view],
    queryFn: ({ signal }) =>
      call(getDashboard, { params: { journeyId: journeyId ?? "" }, query: splitQueryOf(view), signal }),
    enabled: journeyId !== null && view !== null,
    placeholderData: keepPreviousData,
    refetchInterval: refreshEvery,
  });

/** How much each touchpoint's score accounts for the target's; nothing is asked without a target. */
export const importanceQuery = (journeyId: string, view: MeasureView, target: string | undefined) =>
  queryOptions({
    queryKey: ["measures", journeyId, "importance", queryOf(view), target],
    queryFn: ({ signal }) =>
      call(getDerivedImportance, {
        params: { journeyId },
        query: { ...queryOf(view), target: target ?? "" },
        signal,
      }),
    enabled: target !== undefined,
  });

/** What is learnt comes by itself: asked again, so often (milliseconds), until it is there. */
const learningEvery = 4_000;

/** What is inferred of who did not answer. */
export const inferredQuery = (journeyId: string, view: MeasureView) =>
  queryOptions({
    queryKey: ["measures", journeyId, "inferred", queryOf(view)],
    queryFn: ({ signal }) => call(getInferredSatisfaction, { params: { journeyId }, query: queryOf(view), signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.isLearning === true ? learningEvery : false),
  });

export const trendQuery = (journeyId: string, touchpointKey: string, view: MeasureView) =>
  queryOptions({
    queryKey: ["measures", journeyId, "trend", touchpointKey, queryOf(view)],
    queryFn: ({ signal }) => call(getTrend, { params: { journeyId, touchpointKey }, query: queryOf(view), signal }),
    placeholderData: keepPreviousData,
  });

export const verbatimsQuery = (journeyId: string, touchpointKey: string, view: MeasureView, range: ScoreRange) =>
  infiniteQueryOptions({
    queryKey: ["measures", journeyId, "verbatims", touchpointKey, queryOf(view), range],
    queryFn: ({ pageParam, signal }) => {
      const { metric, scoreMin, scoreMax } = range;
      const wanted = {
        ...(metric === undefined ? {} : { metric }),
        ...(scoreMin === undefined ? {} : { scoreMin }),
        ...(scoreMax === undefined ? {} : { scoreMax }),
      };
      return call(listVerbatims, {
        params: { journeyId, touchpointKey },
        query: { ...queryOf(view), ...wanted, ...pageOf(pageParam, 20) },
        signal,
      });
    },
    ...paged,
  });

export const peopleQuery = (journeyId: string, touchpointKey: string, view: MeasureView) =>
  infiniteQueryOptions({
    queryKey: ["measures", journeyId, "people", touchpointKey, queryOf(view)],
    queryFn: ({ pageParam, signal }) =>
      call(listPeopleBehind, {
        params: { journeyId, touchpointKey },
        query: { ...queryOf(view), ...pageOf(pageParam, 50) },
        signal,
      }),
    ...paged,
  });

/** The people behind a figure that these touchpoints share; null: the whole map. */
export const peopleOfFigureQuery = (
  journeyId: string,
  view: MeasureView,
  { touchpoints, isRelational }: { touchpoints: readonly string[] | null; isRelational: boolean },
) =>
  infiniteQueryOptions({
    queryKey: ["measures", journeyId, "figure", queryOf(view), touchpoints, isRelational],
    queryFn: ({ pageParam, signal }) =>
      call(listPeopleOfFigure, {
        params: { journeyId },
        query: {
          ...queryOf(view),
          ...pageOf(pageParam, 50),
          ...(touchpoints === null ? {} : { touchpoint: [...touchpoints] }),
          isRelational: String(isRelational),
        },
        signal,
      }),
    ...paged,
  });

const pageOf = (cursor: string | null, limit: number) => ({ limit, ...(cursor === null ? {} : { cursor }) });

export const measuredDaysQuery = (workspaceId: string) =>
  queryOptions({
    queryKey: ["measures", "days", workspaceId],
    queryFn: ({ signal }) => call(getMeasuredDays, { params: { workspaceId }, signal }),
  });

/** The figures of every journey of a workspace; nothing is asked before the period is known. */
export const rollUpsQuery = (workspaceId: string, period: Pick<MeasureView, "from" | "to"> | null) =>
  queryOptions({
    queryKey: ["measures", "rollUps", workspaceId, period],
    queryFn: ({ signal }) => call(listRollUps, { params: { workspaceId }, query: period ?? {}, signal }),
    enabled: period !== null,
  });
