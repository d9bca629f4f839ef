import type { JourneyDocument } from "#journey/model.ts";
import type { Touchpoint } from "#touchpoint/model.ts";
import { merge, type Histogram } from "./histogram.ts";
import { metrics, otherValues, scaleOf, type Figures, type JourneyMeasures, type Metric, type Split } from "./model.ts";
import { rankPriorities } from "./priority.ts";
import { round, scoresOf } from "./scores.ts";

/** Events that are alike but for their time and person, in the period and in the one before. */
export interface Tally {
  touchpoint: string;
  split: string;
  kind: "contact" | "answer";
  /** Empty for contacts. */
  metric: Metric | "";
  score: number;
  now: number;
  before: number;
}

/** How many contacts, wherever they were, invited to answer at one touchpoint. */
export interface InvitationCount {
  touchpoint: string;
  split: string;
  now: number;
}

/** How many different people (or cases) met a group's touchpoints: one who met two of them counts once. */
export interface DistinctCount {
  group: string;
  /** Null: all values of the split together, which is less than their sum. */
  split: string | null;
  count: number;
}

/** What the store counted; `split` is "" everywhere when there is no split. */
export interface Counted {
  tallies: readonly Tally[];
  invitations: readonly InvitationCount[];
  people: readonly DistinctCount[];
  cases: readonly DistinctCount[];
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
export function figuresBy(
  counted: Counted,
  { before, splitBy }: Pick<Frame, "before" | "splitBy">,
): (group: Group) => Figures & { split: Split[] } {
  const talliesOf = Map.groupBy(counted.tallies, ({ split }) => split);
  const invitationsOf = Map.groupBy(counted.invitations, ({ split }) => split);
  const peopleIn = lookUp(counted.people);
  const casesIn = lookUp(counted.cases);
  const values = splitBy === null ? [] : splitOrder(talliesOf);

  const figuresOf = ({ id, keys }: Group, value: string | null): Figures => {
    const isMine = ({ touchpoint }: { touchpoint: string }) => keys.has(touchpoint);
    const tallies = (value === null ? counted.tallies : (talliesOf.get(value) ?? [])).filter(isMine);
    const invited = (value === null ? counted.invitations : (invitationsOf.get(value) ?? [])).filter(isMine);
    const contacts = tallies.filter(({ kind }) => kind === "contact");
    const answers = tallies.filter(({ kind }) => kind === "answer");
    return {
      contacts: sum(contacts, "now"),
      people: peopleIn(id, value),
      cases: casesIn(id, value),
      answers: sum(answers, "now"),
      responseRate: responseRate(answers, invited),
      contactsBefore: before === null ? null : sum(contacts, "before"),
      scores: scoresOf(histogramsOf(answers, "now"), histogramsOf(answers, "before")),
    };
  };

  return (group) => ({
    ...figuresOf(group, null),
    split: values
      .map((value) => ({ value, ...figuresOf(group, value) }))
      .filter(({ contacts, answers }) => contacts + answers > 0),
  });
}

function lookUp(counts: readonly DistinctCount[]): (group: string, split: string | null) => number {
  const byGroup = Map.groupBy(counts, ({ group }) => group);
  return (group, split) => byGroup.get(group)?.find((one) => one.split === split)?.count ?? 0;
}

/** The commonest value of the whole map first, so that every touchpoint lists its values in the same order. */
function splitOrder(talliesOf: ReadonlyMap<string, readonly Tally[]>): string[] {
  const weight = (value: string) => (value === otherValues ? -1 : sum(talliesOf.get(value) ?? [], "now"));
  return [...talliesOf.keys()].toSorted((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
}

/**
 * Invitations, and answers at the touchpoints that were invited to. More answers than invitations means that not all
 * invitations are known: then nothing can be said.
 */
export function responsesOf(
  answers: readonly Tally[],
  invitations: readonly InvitationCount[],
): { invited: number; answered: number } | null {
  const places = new Set(invitations.map(({ touchpoint }) => touchpoint));
  const invited = invitations.reduce((total, { now }) => total + now, 0);
  const answered = sum(
    answers.filter(({ touchpoint }) => places.has(touchpoint)),
    "now",
  );
  return invited > 0 && answered <= invited ? { invited, answered } : null;
}

function responseRate(answers: readonly Tally[], invitations: readonly InvitationCount[]): number | null {
  const responses = responsesOf(answers, invitations);
  return responses === null ? null : round(responses.answered / responses.invited);
}

type Period = "now" | "before";

export function sum(tallies: readonly Tally[], period: Period): number {
  return tallies.reduce((total, tally) => total + tally[period], 0);
}

/** Answers of each metric in one of the two periods; a score that its scale does not have is left out, whoever wrote it. */
export function histogramsOf(
  answers: readonly Pick<Tally, "metric" | "score" | Period>[],
  period: Period,
): Map<Metric, Histogram> {
  const byMetric = Map.groupBy(answers, ({ metric }) => metric);
  return new Map(
    metrics.map((metric) => {
      const given = (byMetric.get(metric) ?? []).filter((tally) => tally[period] > 0 && isOnScale(metric, tally.score));
      return [metric, merge(given.map((tally) => new Map([[tally.score, tally[period]]])))];
    }),
  );
}

export function isOnScale(metric: Metric, score: number): boolean {
  const { min, max } = scaleOf[metric];
  return score >= min && score <= max;
}
