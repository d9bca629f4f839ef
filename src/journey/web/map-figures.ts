import type { JourneyMeasures, TouchpointMeasure } from "#insight/web/index.ts";
import type { Recovery } from "#voice/cases/model.ts";
import type { Channel, Library, Touchpoint } from "#touchpoint/web/index.ts";

/** What the map draws beside the document: the library's names and the measures of the view. */
export interface MapFigures {
  touchpoint: (id: string) => Touchpoint | undefined;
  channelOf: (touchpointId: string) => Channel | undefined;
  all: JourneyMeasures | undefined;
  /** By placement. */
  measures: ReadonlyMap<string, TouchpointMeasure>;
  /** Contacts of the busiest step. */
  mostContacts: number;
  /** Customers of the period by step. */
  peopleAt: ReadonlyMap<string, number>;
  /** How customers of closed cases were recovered, by key of a touchpoint. */
  recovered: ReadonlyMap<string, Recovery>;
  /** The period on screen and the one before, in words. */
  period: string;
  before: string;
  isLoading: boolean;
}

export function mapFigures(
  library: Library | undefined,
  all: JourneyMeasures | undefined,
  recovered: readonly (Recovery & { key: string })[],
  words: { period: string; before: string; isLoading: boolean },
): MapFigures {
  const touchpoints = new Map(library?.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const channels = new Map(library?.channels.map((channel) => [channel.id, channel]));
  return {
    touchpoint: (id) => touchpoints.get(id),
    channelOf: (touchpointId) => channels.get(touchpoints.get(touchpointId)?.channelId ?? ""),
    all,
    measures: new Map(all?.touchpoints.map((measure) => [measure.placementId, measure])),
    mostContacts: Math.max(0, ...(all?.steps.map(({ contacts }) => contacts) ?? [])),
    peopleAt: new Map(all?.steps.map(({ id, people }) => [id, people])),
    recovered: new Map(recovered.map((recovery) => [recovery.key, recovery])),
    ...words,
  };
}
