import { type Band, bandOf, mainScore, standing } from "#insight/band.ts";
import { type ExpectedTouchpoint, pooledExpectation } from "#insight/expectation.ts";
import { type JourneyMeasures, type Metric, type Score, defaultExpectation } from "#insight/model.ts";
import type { Channel, ChannelKind, Team, Touchpoint } from "#touchpoint/model.ts";
import type { JourneyDocument, JourneyKind, JourneyState } from "../model.ts";

/** A touchpoint as the map says it. */
export interface NamedTouchpoint {
  name: string;
  channel: { name: string; kind: ChannelKind } | null;
  team: string | null;
}

/** A step against its expectation on the common ruler (−1 … 1), with its 95 % interval. */
export interface SurveyedPoint {
  at: number;
  low: number;
  high: number;
}

/** The score of one value of a property; "" where it is not said. */
interface SplitScore {
  value: string;
  score: Score | null;
}

export interface PlacementFigures {
  score: Score | null;
  band: Band | null;
  split: readonly SplitScore[];
}

/** What the measures of a period say, by placement and by step. */
export interface DrawnFigures {
  /** Days, both included; null: no bound. */
  from: string | null;
  to: string | null;
  /** `delivery:late`: only such contacts and answers are counted. */ filter: readonly string[];
  /** The property by whose values the scores are said once more. */ splitBy: string | null;
  answers: number;
  contacts: number;
  placements: ReadonlyMap<string, PlacementFigures>;
  steps: ReadonlyMap<string, { contacts: number; surveyed: SurveyedPoint | null }>;
}

export interface Picture {
  /** A data URI of a PNG, JPEG or WebP. */ href: string;
  width: number;
  height: number;
}

/** Everything a map is drawn from; nothing is looked up while drawing. */
export interface MapInput {
  document: JourneyDocument;
  kind: JourneyKind;
  state: JourneyState;
  /** The day it is drawn on, `2026-11-22`. */ day: string;
  touchpoints: ReadonlyMap<string, NamedTouchpoint>;
  personas: ReadonlyMap<string, string>;
  figures: DrawnFigures | null;
  images: ReadonlyMap<string, Picture>;
}

/** As much of a library as a map says. */
export interface NamedLibrary {
  touchpoints: readonly Pick<Touchpoint, "id" | "name" | "channelId" | "teamId">[];
  channels: readonly Pick<Channel, "id" | "name" | "kind">[];
  teams: readonly Pick<Team, "id" | "name">[];
}

/** What is known besides the journey itself; what is left out is not drawn. */
export interface MapSources {
  day: string;
  library: NamedLibrary;
  personas?: readonly { id: string; name: string }[];
  measures?: JourneyMeasures | null;
  /** What the measures were filtered by. */ filter?: readonly string[];
  images?: ReadonlyMap<string, Picture>;
}

/** Puts together what a map is drawn from. */
export function mapInput(
  { document, kind, state }: Pick<MapInput, "document" | "kind" | "state">,
  { day, library, personas = [], measures = null, filter = [], images = new Map() }: MapSources,
): MapInput {
  const channels = new Map(library.channels.map(({ id, name, kind }) => [id, { name, kind }]));
  const teams = new Map(library.teams.map(({ id, name }) => [id, name]));
  return {
    document,
    kind,
    state,
    day,
    touchpoints: new Map(
      library.touchpoints.map(({ id, name, channelId, teamId }) => [
        id,
        { name, channel: channels.get(channelId ?? "") ?? null, team: teams.get(teamId ?? "") ?? null },
      ]),
    ),
    personas: new Map(personas.map(({ id, name }) => [id, name])),
    figures: measures === null ? null : figuresOf(document, measures, filter),
    images,
  };
}

function figuresOf(document: JourneyDocument, measures: JourneyMeasures, filter: readonly string[]): DrawnFigures {
  const expectations = new Map(document.placements.map(({ id, expectation }) => [id, expectation]));
  const expected = (placementId: string, metric: Metric) => expectations.get(placementId) ?? defaultExpectation[metric];
  const answers = (scores: readonly Score[]) => scores.reduce((sum, { n }) => sum + n, 0);
  return {
    from: measures.from,
    to: measures.to,
    filter,
    splitBy: measures.splitBy,
    answers: answers(measures.whole.scores),
    contacts: measures.whole.contacts,
    placements: new Map(
      measures.touchpoints.map(({ placementId, scores, split }) => {
        const score = mainScore(scores);
        const parts = split.map(({ value, scores: own }) => ({
          value,
          score: own.find(({ metric }) => metric === score?.metric) ?? null,
        }));
        const band = score && bandOf(score, expected(placementId, score.metric));
        return [placementId, { score, band, split: parts }];
      }),
    ),
    steps: new Map(
      measures.steps.map(({ id, contacts, scores }) => [
        id,
        {
          contacts,
          surveyed: surveyedOf(
            mainScore(scores),
            measures.touchpoints
              .filter(({ stepId }) => stepId === id)
              .map(({ placementId, scores: its }) => ({
                scores: its,
                expectation: expectations.get(placementId) ?? null,
              })),
          ),
        },
      ]),
    ),
  };
}

/** The pooled answers of a step against what its touchpoints are expected to reach. */
function surveyedOf(score: Score | null, touchpoints: readonly ExpectedTouchpoint[]): SurveyedPoint | null {
  if (score === null || score.value === null || score.low === null || score.high === null) return null;
  const expectation = pooledExpectation(score.metric, touchpoints);
  const on = (value: number) => standing(score.metric, value, expectation);
  return { at: on(score.value), low: on(score.low), high: on(score.high) };
}
