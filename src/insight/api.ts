import { z } from "zod";
import { route } from "#platform/http/route.ts";
import { SaidInComment } from "#voice/comments/model.ts";
import { Filter, JourneyMeasures, JourneyRollUp, Period, PeriodAndSplit, Score, metrics } from "./model.ts";

export * from "./api/dashboard.ts";

const one = z.object({ journeyId: z.uuid() });
const atTouchpoint = one.extend({ touchpointKey: z.string() });

export { Filter, Period, PeriodAndSplit };

export const getMeasures = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/measures",
  summary: "Volumes and scores of a journey",
  permission: "measure:read",
  params: one,
  query: PeriodAndSplit,
  response: JourneyMeasures,
});

/** What can be asked: the span of days with data, and the properties one can split or filter by with their commonest values. */
export const getMeasureFacets = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/measures/facets",
  summary: "Days with data, and properties to split by",
  permission: "measure:read",
  params: one,
  response: z.object({
    firstDay: z.iso.date().nullable(),
    lastDay: z.iso.date().nullable(),
    properties: z.array(
      z.object({ name: z.string(), values: z.array(z.object({ value: z.string(), events: z.number().int() })) }),
    ),
  }),
});

export const TrendPoint = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  contacts: z.number().int(),
  people: z.number().int(),
  scores: z.array(Score),
});
export type TrendPoint = z.infer<typeof TrendPoint>;
/** Buckets are days, weeks or months by the length of the period (at most ~60 of them). */
export const getTrend = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/touchpoints/:touchpointKey/trend",
  summary: "Volumes and scores of a touchpoint over time",
  permission: "measure:read",
  params: atTouchpoint,
  query: Period,
  response: z.object({ bucket: z.enum(["day", "week", "month"]), points: z.array(TrendPoint) }),
});
export const Verbatim = z.object({
  eventId: z.string(),
  personId: z.string(),
  at: z.iso.datetime(),
  metric: z.enum(metrics).nullable(),
  score: z.number().nullable(),
  comment: z.string(),
  /** What is read out of it; null until it is. */
  said: SaidInComment.nullable(),
  properties: z.record(z.string(), z.string()),
});
export type Verbatim = z.infer<typeof Verbatim>;
const Page = Period.extend({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const listVerbatims = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/touchpoints/:touchpointKey/verbatims",
  summary: "Latest comments at a touchpoint",
  permission: "verbatim:read",
  params: atTouchpoint,
  query: Page.extend({
    metric: z.enum(metrics).optional(),
    scoreMax: z.coerce.number().optional(),
    scoreMin: z.coerce.number().optional(),
  }),
  response: z.object({ verbatims: z.array(Verbatim), next: z.string().nullable() }),
});
/** The people behind a figure, the latest first. `label` is their clear identifier where the import kept one in clear, else a short form of the id. */
export const PersonBehind = z.object({
  personId: z.string(),
  label: z.string(),
  contacts: z.number().int(),
  answers: z.number().int(),
  lastAt: z.iso.datetime(),
  lastScore: z.object({ metric: z.enum(metrics), score: z.number() }).nullable(),
  /** The last answer that they gave here: a case can be opened from it. */
  lastResponse: z.object({ responseId: z.uuid(), comment: z.string() }).nullable(),
});
export type PersonBehind = z.infer<typeof PersonBehind>;
export const listPeopleBehind = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/touchpoints/:touchpointKey/people",
  summary: "The people behind a touchpoint's figures",
  permission: "measure:read",
  params: atTouchpoint,
  query: Page,
  response: z.object({ people: z.array(PersonBehind), total: z.number().int(), next: z.string().nullable() }),
});

/** The people behind a figure that several touchpoints share; none named: all those of the map. */
export const listPeopleOfFigure = route({
  method: "GET",
  path: "/api/v1/journeys/:journeyId/people",
  summary: "The people behind a figure of several touchpoints",
  permission: "measure:read",
  params: one,
  query: Page.extend({
    touchpoint: z.union([z.string(), z.array(z.string()).max(500)]).optional(),
    /** Of answers about the relation as a whole. */
    isRelational: z.stringbool().optional(),
  }),
  response: z.object({ people: z.array(PersonBehind), total: z.number().int(), next: z.string().nullable() }),
});

const inWorkspace = z.object({ workspaceId: z.uuid() });
export const getMeasuredDays = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/measures/days",
  summary: "First and last day with data on any journey",
  permission: "measure:read",
  params: inWorkspace,
  response: z.object({ firstDay: z.iso.date().nullable(), lastDay: z.iso.date().nullable() }),
});
export const listRollUps = route({
  method: "GET",
  path: "/api/v1/workspaces/:workspaceId/measures",
  summary: "Volumes and scores of every journey, with those nested in it",
  permission: "measure:read",
  params: inWorkspace,
  query: Period.pick({ from: true, to: true }),
  response: z.array(JourneyRollUp),
});
