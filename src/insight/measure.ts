import type { JourneyDocument } from "#journey/model.ts";
import type { Touchpoint } from "#touchpoint/model.ts";
import { emptyHistogram, merge, type Histogram } from "./histogram.ts";
import { metrics, otherValues, type Figures, type JourneyMeasures, type Metric, type Split } from "./model.ts";
import { rankPriorities } from "./priority.ts";
import { round, scoresOf } from "./scores.ts";

/** What was counted for one group of touchpoints and one value of the split; `split` null is all values together. */
export interface Volume {
  group: string;
  split: string | null;
  contacts: number;
  contactsBefore: number;
  answers: number;
  /** Distinct over the group's touchpoints: a person met at two of them is one. */
  people: number;
  cases: number;
}

/** How many contacts, wherever they were, invited to answer at one touchpoint. */
export interface InvitationCount {
  touchpoint: string;
  split: string;
  now: number;
}

/** How many answers gave one score at one touchpoint, in the period and in the one before. */
export interface AnswerCount {
  touchpoint: string;
  split: string;
  metric: Metric;
  score: number;
  now: number;
  before: number;
}

export interface Counted {
  volumes: readonly Volume[];
  answers: readonly AnswerCount[];
  invitations: readonly InvitationCount[];
}

/** Touchpoints measured together: one, or those of a step, a stage, or the whole map. */
export interface Group {
  id: string;
  name: string;
  /** Touchpoint keys; one that is placed twice counts once. */
  keys: ReadonlySet<string>;
}

export interface Groups {
  touchpoints: Group[];
  steps: Group[];
  stages: Group[];
  whole: Group;
}

interface Placed {
  placementId: string;
  step: { id: string; name: string; stageId: string };
  touchpoint: Touchpoint;
}

/** The placements in reading order, without those whose touchpoint is no longer in the library. */
function placed(document: JourneyDocument, library: readonly Touchpoint[]): Placed[] {
  const touchpoints = new Map(library.map((touchpoint) => [touchpoint.id, touchpoint]));
  return document.steps.flatMap((step) =>
    document.placements.flatMap(({ id, stepId, touchpointId }) => {
      const touchpoint = touchpoints.get(touchpointId);
      return stepId === step.id && touchpoint !== undefined ? [{ placementId: id, step, touchpoint }] : [];
    }),
  );
}

/** Everything on a map that carries figures. */
export function groupsOf(document: JourneyDocument, library: readonly Touchpoint[]): Groups {
  const all = placed(document, library);
  const keysWhere = (wanted: (one: Placed) => boolean) =>
    new Set(all.filter(wanted).map(({ touchpoint }) => touchpoint.key));
  return {
    touchpoints: [...keysWhere(() => true)].map((key) => ({
      id: `touchpoint:${key}`,
      name: key,
      keys: new Set([key]),
    })),
    steps: document.steps.map(({ id, name }) => ({
      id: `step:${id}`,
      name,
      keys: keysWhere(({ step }) => step.id === id),
    })),
    stages: document.stages.map(({ id, name }) => ({
      id: `stage:${id}`,
      name,
      keys: keysWhere(({ step }) => step.stageId === id),
    })),
    whole: { id: "whole", name: document.name, keys: keysWhere(() => true) },
  };
}

/** What a journey's measures say beside the figures. */
export type Frame = Pick<JourneyMeasures, "journeyId" | "journeyKey" | "from" | "to" | "before" | "splitBy">;

/** Puts what was counted on the map: figures per placement, step, stage and whole, and where to act first. */
export function composeMeasures(
  frame: Frame,
  document: JourneyDocument,
  library: readonly Touchpoint[],
  counted: Counted,
): JourneyMeasures {
  const groups = groupsOf(document, library);
  const figures = figuresBy(counted, frame);
  const touchpoints = placed(document, library).map(({ placementId, step, touchpoint: { id, key, name } }) => ({
    ...figures({ id: `touchpoint:${key}`, name, keys: new Set([key]) }),
    touchpointId: id,
    placementId,
    key,
    name,
    step: step.name,
    stepId: step.id,
  }));
  const measureOf = (group: Group) => ({ ...figures(group), id: group.id.replace(/^\w+:/, ""), name: group.name });
  const stakes = new Map(document.placements.map((placement) => [placement.id, placement]));
  return {
    ...frame,
    touchpoints,
    steps: groups.steps.map(measureOf),
    stages: groups.stages.map(measureOf),
    whole: figures(groups.whole),
    priorities: rankPriorities(touchpoints, (placementId) => stakes.get(placementId)),
  };
}

/** Figures of a group with its split. Scores come from summed histograms: a group's score is never a mean of means. */
function figuresBy(
  { volumes, answers, invitations }: Counted,
  { before, splitBy }: Frame,
): (group: Group) => Figures & { split: Split[] } {
  const volumesOf = Map.groupBy(volumes, ({ group }) => group);
  const answersOf = Map.groupBy(answers, ({ split }) => split);
  const invitationsOf = Map.groupBy(invitations, ({ split }) => split);
  const values = splitBy === null ? [] : splitOrder(volumesOf.get("whole") ?? []);

  const figuresOf = ({ keys }: Group, volume: Volume, value: string | null): Figures => {
    const isMine = ({ touchpoint }: { touchpoint: string }) => keys.has(touchpoint);
    const given = (value === null ? answers : (answersOf.get(value) ?? [])).filter(isMine);
    const invited = (value === null ? invitations : (invitationsOf.get(value) ?? [])).filter(isMine);
    return {
      contacts: volume.contacts,
      people: volume.people,
      cases: volume.cases,
      answers: volume.answers,
      responseRate: responseRate(given, invited),
      contactsBefore: before === null ? null : volume.contactsBefore,
      scores: scoresOf(histogramsOf(given, "now"), histogramsOf(given, "before")),
    };
  };

  return (group) => {
    const mine = new Map(volumesOf.get(group.id)?.map((volume) => [volume.split, volume]));
    const split = values.flatMap((value) => {
      const volume = mine.get(value);
      return volume === undefined || isEmpty(volume) ? [] : [{ value, ...figuresOf(group, volume, value) }];
    });
    return { ...figuresOf(group, mine.get(null) ?? { ...nothing, group: group.id }, null), split };
  };
}

const nothing: Omit<Volume, "group"> = { split: null, contacts: 0, contactsBefore: 0, answers: 0, people: 0, cases: 0 };

function isEmpty(volume: Volume): boolean {
  return volume.contacts + volume.answers === 0;
}

/** The commonest value of the whole map first, so that every touchpoint lists its values in the same order. */
function splitOrder(volumes: readonly Volume[]): string[] {
  const weight = ({ split, contacts, answers }: Volume) => (split === otherValues ? -1 : contacts + answers);
  return volumes
    .filter(({ split }) => split !== null)
    .toSorted((a, b) => weight(b) - weight(a))
    .map(({ split }) => split ?? "");
}

/**
 * Answers over invitations, at the touchpoints that were invited to. More answers than invitations means that not all
 * invitations are known: then there is no rate.
 */
function responseRate(given: readonly AnswerCount[], invited: readonly InvitationCount[]): number | null {
  const places = new Set(invited.map(({ touchpoint }) => touchpoint));
  const invitations = total(invited);
  const answers = total(given.filter(({ touchpoint }) => places.has(touchpoint)));
  return invitations > 0 && answers <= invitations ? round(answers / invitations) : null;
}

function total(counts: readonly { now: number }[]): number {
  return counts.reduce((sum, { now }) => sum + now, 0);
}

/** Answers of each metric, in one of the two periods. */
export function histogramsOf(
  answers: readonly Omit<AnswerCount, "touchpoint" | "split">[],
  period: "now" | "before",
): Map<Metric, Histogram> {
  const byMetric = Map.groupBy(answers, ({ metric }) => metric);
  return new Map(
    metrics.map((metric) => {
      const scores = (byMetric.get(metric) ?? []).filter((count) => count[period] > 0);
      return [
        metric,
        scores.length === 0 ? emptyHistogram : merge(scores.map((count) => new Map([[count.score, count[period]]]))),
      ];
    }),
  );
}
