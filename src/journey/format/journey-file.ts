import { z } from "zod";
import { Library } from "#touchpoint/model.ts";
import { JourneyDocument, journeyKinds, journeyStates } from "../model.ts";

export const formatName = "parcours.journey";
export const formatVersion = 2;

/** A persona as the file names it. */
export const NamedPersona = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(200),
  summary: z.string().max(4000).default(""),
});
export type NamedPersona = z.infer<typeof NamedPersona>;

/** What the ids in the document stand for in the workspace that the file comes from. */
export const Names = Library.extend({ personas: z.array(NamedPersona).default([]) });
export type Names = z.infer<typeof Names>;

/** What is said of a journey beside its document. */
export const JourneyHead = z.object({
  kind: z.enum(journeyKinds).default("journey"),
  state: z.enum(journeyStates).default("lived"),
  tags: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
});
export type JourneyHead = z.infer<typeof JourneyHead>;

/** A journey as a file: the open format, version 2. */
export const JourneyFile = z.object({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  journey: JourneyHead.prefault({}),
  document: JourneyDocument,
  names: Names.prefault({ touchpoints: [], channels: [], teams: [] }),
});
export type JourneyFile = z.infer<typeof JourneyFile>;

/** The part of a workspace's names that a document refers to. */
export function namesIn(document: JourneyDocument, all: Names): Names {
  const placed = new Set(document.placements.map((placement) => placement.touchpointId));
  const touchpoints = all.touchpoints.filter(({ id }) => placed.has(id));
  const channelIds = new Set(touchpoints.map(({ channelId }) => channelId));
  const teamIds = new Set(touchpoints.map(({ teamId }) => teamId));
  const personaIds = new Set([
    ...document.personas.map(({ id }) => id),
    ...document.cards.flatMap((card) => card.personaIds),
  ]);
  return {
    touchpoints,
    channels: all.channels.filter(({ id }) => channelIds.has(id)),
    teams: all.teams.filter(({ id }) => teamIds.has(id)),
    personas: all.personas.filter(({ id }) => personaIds.has(id)),
  };
}

export function journeyFile(journey: JourneyHead, document: JourneyDocument, all: Names): JourneyFile {
  const { kind, state, tags } = journey;
  return {
    format: formatName,
    version: formatVersion,
    journey: { kind, state, tags },
    document,
    names: namesIn(document, all),
  };
}
