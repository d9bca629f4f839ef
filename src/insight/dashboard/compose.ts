import type { JourneyDocument } from "#journey/model.ts";
import type { Library } from "#touchpoint/model.ts";
import { mainScore } from "../band.ts";
import { differencesAmong } from "../comparison.ts";
import { pooledExpectation } from "../expectation.ts";
import { merge } from "../histogram.ts";
import { wilson } from "../intervals.ts";
import { histogramsOf, isOnScale, responsesOf, sum, type InvitationCount, type Tally } from "../measure.ts";
import { defaultExpectation, type Metric, type Score } from "../model.ts";
import { bucketsOf, type Bucket, type Days } from "../period.ts";
import { round, scoreOf, scoresOf } from "../scores.ts";
import { standingOf, weakestChannel } from "./channels.ts";
import { journeyScore } from "./journey-score.ts";
import type { Apart, BoardChannel, BoardTouchpoint, Dashboard, Gap, Responses, Standing } from "./model.ts";
import { segmentsOf } from "./segments.ts";

/** The answers of a metric at a touchpoint in one bucket of time. */
export interface CourseCount {
  touchpoint: string;
  /** The first day of its bucket, the cut ends as if they were whole. */
  bucket: string;
  metric: Metric;
  /** Raw score, answers. */
  counts: readonly (readonly [number, number])[];
}

/** Invitations to answer at a touchpoint, and how many of them were answered since. */
export interface ResponseCount {
  touchpoint: string;
  invited: number;
  answered: number;
}

/** What was counted for a dashboard. */
export interface DashboardCounts {
  tallies: readonly Tally[];
  invitations: readonly InvitationCount[];
  /** Of the invitations that the product sent in the period. */
  responses: readonly ResponseCount[];
  /** Of answers about the relation as a whole. */
  relational: readonly Tally[];
  course: readonly CourseCount[];
  relationalCourse: readonly CourseCount[];
  apart: readonly Apart[];
}

export type DashboardFrame = Pick<Dashboard, "journeyId" | "name" | "from" | "to" | "before"> & {
  splitBy: string | null;
  /** What the course covers; null: there is nothing to see. */
  course: { days: Days; bucket: Bucket; startOf: (day: string) => string } | null;
};

/** A touchpoint with what all its placements on a map say. */
type Placed = Pick<
  BoardTouchpoint,
  "key" | "name" | "channelId" | "stageIds" | "placementId" | "importance" | "momentOfTruth"
> & { said: number | null };

/** Everything a dashboard shows, from what was counted once. */
export function composeDashboard(
  frame: DashboardFrame,
  document: JourneyDocument,
  library: Library,
  counted: DashboardCounts,
): Dashboard {
  const { splitBy, course, ...said } = frame;
  const placed = placedTouchpoints(document, library);
  const answers = counted.tallies.filter(({ kind }) => kind === "answer");
  const scores = scoresAt(answers);
  const points = course === null ? [] : pointsOf(course, frame.from, counted);
  const starts = points.map(({ start }) => start);
  const touchpoints = boardTouchpoints(placed, counted, starts);
  const pooled = (some: readonly Placed[]): Standing & { scores: Score[] } => {
    const own = scores(some.map(({ key }) => key));
    const score = mainScore(own);
    const expected = some.map(({ key, said }) => ({ scores: scores([key]), expectation: said }));
    return {
      scores: own,
      score,
      expectation: score === null ? null : round(pooledExpectation(score.metric, expected)),
    };
  };
  const channels = channelsOf(placed, library).map(({ id, name, kind, own }): BoardChannel => {
    const { score, expectation } = pooled(own);
    const at = standingOf({ score, expectation });
    return { id, name, kind, score, expectation, at: at === null ? null : round(at) };
  });
  return {
    ...said,
    contacts: sum(
      counted.tallies.filter(({ kind }) => kind === "contact"),
      "now",
    ),
    answers: sum(answers, "now"),
    responses: responsesTogether(touchpoints),
    scores: scores(placed.map(({ key }) => key)),
    relational: scoresOf(histogramsOf(counted.relational, "now"), histogramsOf(counted.relational, "before")),
    apart: [...counted.apart],
    journeyScore: journeyScore(touchpoints),
    course: { bucket: course?.bucket ?? "month", points: courseOf(points, counted) },
    stages: document.stages.map(({ id, name }) => ({
      id,
      name,
      ...pooled(placed.filter(({ stageIds }) => stageIds.includes(id))),
    })),
    touchpoints,
    channels,
    cells: document.stages.flatMap(({ id: stageId }) =>
      channels.flatMap(({ id: channelId }) => {
        const own = placed.filter((one) => one.channelId === channelId && one.stageIds.includes(stageId));
        const { score, expectation } = pooled(own);
        return own.length === 0
          ? []
          : [{ stageId, channelId, touchpoints: own.map(({ key }) => key), score, expectation }];
      }),
    ),
    weakest: weakestChannel(channels),
    segments: splitBy === null ? null : segmentsOf(splitBy, counted.tallies),
  };
}

/** The touchpoints of a map in reading order, each once; what is no longer in the library is not measured (M13). */
function placedTouchpoints({ steps, placements }: JourneyDocument, { touchpoints }: Library): Placed[] {
  const inLibrary = new Map(touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const stageOf = new Map(steps.map(({ id, stageId }) => [id, stageId]));
  const inOrder = steps.flatMap(({ id }) => placements.filter(({ stepId }) => stepId === id));
  return [...Map.groupBy(inOrder, ({ touchpointId }) => touchpointId)].flatMap(([id, own]): Placed[] => {
    const touchpoint = inLibrary.get(id);
    const [first] = own;
    if (touchpoint === undefined || first === undefined) return [];
    const importances = own.flatMap(({ importance }) => importance ?? []);
    return [
      {
        key: touchpoint.key,
        name: touchpoint.name,
        channelId: touchpoint.channelId,
        stageIds: [...new Set(own.flatMap(({ stepId }) => stageOf.get(stepId) ?? []))],
        placementId: first.id,
        importance: importances.length === 0 ? null : Math.max(...importances),
        momentOfTruth: own.some(({ momentOfTruth }) => momentOfTruth),
        said: own.find(({ expectation }) => expectation !== null)?.expectation ?? null,
      },
    ];
  });
}

function channelsOf(placed: readonly Placed[], { channels }: Library) {
  return [...Map.groupBy(placed, ({ channelId }) => channelId)]
    .map(([id, own]) => {
      const channel = channels.find((one) => one.id === id);
      return { id, name: channel?.name ?? "", kind: channel?.kind ?? null, own };
    })
    .toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || b.own.length - a.own.length);
}

function boardTouchpoints(
  placed: readonly Placed[],
  { tallies, invitations, responses, course }: DashboardCounts,
  starts: readonly string[],
): BoardTouchpoint[] {
  const talliesOf = Map.groupBy(tallies, ({ touchpoint }) => touchpoint);
  const invitationsOf = Map.groupBy(invitations, ({ touchpoint }) => touchpoint);
  const courseOf = Map.groupBy(course, ({ touchpoint }) => touchpoint);
  const read = placed.map((one) => {
    const own = talliesOf.get(one.key) ?? [];
    const answers = own.filter(({ kind }) => kind === "answer");
    const [now, before] = [histogramsOf(answers, "now"), histogramsOf(answers, "before")];
    const scores = scoresOf(now, before);
    return { ...one, own, answers, now, before, scores, score: mainScore(scores) };
  });
  const changes = differencesAmong(
    read.flatMap(({ score, now, before }) =>
      score === null
        ? []
        : [
            {
              metric: score.metric,
              answers: now.get(score.metric) ?? new Map(),
              others: before.get(score.metric) ?? new Map(),
            },
          ],
    ),
  ).values();
  return read.map(({ own, answers, now: _now, before: _before, said, score, ...one }) => {
    const expectation = score === null ? null : (said ?? defaultExpectation[score.metric]);
    return {
      ...one,
      score,
      expectation,
      isExpectationSaid: said !== null,
      contacts: sum(
        own.filter(({ kind }) => kind === "contact"),
        "now",
      ),
      answers: sum(answers, "now"),
      responses: withInterval(
        responses.find(({ touchpoint }) => touchpoint === one.key) ??
          responsesOf(answers, invitationsOf.get(one.key) ?? []),
      ),
      gap: gapOf(score, expectation),
      change: score === null ? null : (changes.next().value ?? null),
      course: score === null ? [] : valuesAlong(courseOf.get(one.key) ?? [], score.metric, starts),
    };
  });
}

function gapOf(score: Score | null, expectation: number | null): Gap | null {
  if (score?.value == null || score.low === null || score.high === null || expectation === null) return null;
  return {
    value: round(expectation - score.value),
    low: round(expectation - score.high),
    high: round(expectation - score.low),
  };
}

function responsesTogether(touchpoints: readonly BoardTouchpoint[]): Responses | null {
  const known = touchpoints.flatMap(({ responses }) => responses ?? []);
  const [invited, answered] = [total(known, "invited"), total(known, "answered")];
  return invited === 0 ? null : withInterval({ invited, answered });
}

function total(responses: readonly Responses[], what: "invited" | "answered"): number {
  return responses.reduce((sum, one) => sum + one[what], 0);
}

function withInterval(counted: { invited: number; answered: number } | null): Responses | null {
  if (counted === null) return null;
  const { invited, answered } = counted;
  const { low, high } = wilson({ hits: answered, n: invited });
  return { invited, answered, rate: round(answered / invited), low: round(low), high: round(high) };
}

/** Scores of touchpoints together, from one look at each. */
function scoresAt(answers: readonly Tally[]): (keys: readonly string[]) => Score[] {
  const byKey = Map.groupBy(answers, ({ touchpoint }) => touchpoint);
  return (keys) => {
    const own = keys.flatMap((key) => byKey.get(key) ?? []);
    return scoresOf(histogramsOf(own, "now"), histogramsOf(own, "before"));
  };
}

/** A point of the course, with the first day of its bucket. */
type Point = Days & { start: string };

/** What comes before the period is only shown from the first answer on. */
function pointsOf(
  { days, bucket, startOf }: NonNullable<DashboardFrame["course"]>,
  from: string | null,
  { course, relationalCourse }: DashboardCounts,
): Point[] {
  const answered = new Set([...course, ...relationalCourse].map((count) => count.bucket));
  const points = bucketsOf(days, bucket).map((point): Point => ({ ...point, start: startOf(point.from) }));
  const first = points.findIndex(({ start, to }) => answered.has(start) || (from !== null && to >= from));
  return points.slice(Math.max(0, first));
}

function courseOf(
  points: readonly Point[],
  { course, relationalCourse }: DashboardCounts,
): Dashboard["course"]["points"] {
  const [own, relational] = [
    Map.groupBy(course, ({ bucket }) => bucket),
    Map.groupBy(relationalCourse, ({ bucket }) => bucket),
  ];
  return points.map(({ from, to, start }) => ({
    from,
    to,
    scores: scoresOf(histogramsIn(own.get(start) ?? [])),
    relational: scoresOf(histogramsIn(relational.get(start) ?? [])),
  }));
}

function valuesAlong(counts: readonly CourseCount[], metric: Metric, starts: readonly string[]): (number | null)[] {
  const byBucket = new Map(counts.filter((count) => count.metric === metric).map((count) => [count.bucket, count]));
  return starts.map((start) => {
    const count = byBucket.get(start);
    return count === undefined ? null : (scoreOf(metric, histogramsIn([count]).get(metric) ?? new Map()).value ?? null);
  });
}

function histogramsIn(counts: readonly CourseCount[]) {
  return new Map(
    [...Map.groupBy(counts, ({ metric }) => metric)].map(([metric, own]) => [
      metric,
      merge(own.map(({ counts }) => new Map(counts.filter(([score]) => isOnScale(metric, score))))),
    ]),
  );
}
