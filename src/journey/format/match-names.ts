import type { Channel, LibraryDraft, Team, Touchpoint } from "#touchpoint/model.ts";
import { freeKey, keyFrom } from "#touchpoint/rules.ts";
import type { JourneyDocument } from "../model.ts";
import type { NamedPersona, Names } from "./journey-file.ts";

/** What a file refers to, as far as a workspace knows it. */
export interface NameMatch {
  /** The workspace's ids by the file's. */ touchpoints: Map<string, string>;
  personas: Map<string, string>;
  missing: { touchpoints: Touchpoint[]; personas: NamedPersona[] };
}

/** Finds what a file refers to in a workspace: by id, else by key of the same name, else by name. */
export function matchNames(document: JourneyDocument, file: Names, workspace: Names): NameMatch {
  const placed = new Set(document.placements.map(({ touchpointId }) => touchpointId));
  const told = new Set([
    ...document.personas.map(({ id }) => id),
    ...document.cards.flatMap((card) => card.personaIds),
  ]);
  const touchpoints = file.touchpoints.filter(({ id }) => placed.has(id));
  const personas = file.personas.filter(({ id }) => told.has(id));
  const knownTouchpoints = matchAll([...placed], touchpoints, workspace.touchpoints);
  const knownPersonas = matchAll([...told], personas, workspace.personas);
  return {
    touchpoints: knownTouchpoints,
    personas: knownPersonas,
    missing: {
      touchpoints: touchpoints.filter(({ id }) => !knownTouchpoints.has(id)),
      personas: personas.filter(({ id }) => !knownPersonas.has(id)),
    },
  };
}

interface Named {
  id: string;
  key?: string;
  name: string;
}

function matchAll(ids: readonly string[], file: readonly Named[], known: readonly Named[]): Map<string, string> {
  const names = new Map(file.map((item) => [item.id, item]));
  const knownIds = new Set(known.map(({ id }) => id));
  const sameName = Map.groupBy(known, ({ name }) => keyFrom(name));
  return new Map(
    ids.flatMap((id) => {
      if (knownIds.has(id)) return [[id, id]];
      const wanted = names.get(id);
      const same = wanted === undefined ? [] : (sameName.get(keyFrom(wanted.name)) ?? []);
      const found = same.find(({ key }) => key === wanted?.key) ?? same[0];
      return found === undefined ? [] : [[id, found.id]];
    }),
  );
}

/** What a library lacks of some touchpoints, under keys that are free there; channels and teams are found by name. */
export function draftOf(
  missing: readonly Touchpoint[],
  file: Names,
  workspace: Names,
): { draft: LibraryDraft; keys: Map<string, string> } {
  const channels = keyed(file.channels, workspace.channels);
  const teams = keyed(file.teams, workspace.teams);
  const touchpoints = keyed(missing, workspace.touchpoints);
  const channelIds = new Set(missing.map(({ channelId }) => channelId));
  const teamIds = new Set(missing.map(({ teamId }) => teamId));
  const keyOf = (keys: Map<string, string>, id: string | null) => keys.get(id ?? "") ?? null;
  return {
    keys: touchpoints,
    draft: {
      channels: named<Channel>(file.channels, channelIds).map(({ id, name, kind }) => ({
        key: keyOf(channels, id) ?? "",
        name,
        kind,
      })),
      teams: named<Team>(file.teams, teamIds).map(({ id, name }) => ({ key: keyOf(teams, id) ?? "", name })),
      touchpoints: missing.map(({ id, name, channelId, teamId, initiator }) => ({
        key: keyOf(touchpoints, id) ?? "",
        name,
        channelKey: keyOf(channels, channelId),
        teamKey: keyOf(teams, teamId),
        initiator,
      })),
    },
  };
}

function named<Item extends { id: string }>(items: readonly Item[], ids: ReadonlySet<string | null>): Item[] {
  return items.filter(({ id }) => ids.has(id));
}

/** The key of each item: that of the known one of its name, else its own or the next that is free. */
function keyed(
  items: readonly { id: string; key: string; name: string }[],
  known: readonly { key: string; name: string }[],
): Map<string, string> {
  const taken = new Set(known.map(({ key }) => key));
  const keyOf = new Map(known.toReversed().map(({ key, name }) => [keyFrom(name), key]));
  return new Map(
    items.map(({ id, key, name }) => {
      const own = keyOf.get(keyFrom(name)) ?? freeKey(key, (candidate) => taken.has(candidate));
      taken.add(own);
      return [id, own];
    }),
  );
}

/** The document with the workspace's ids; what the workspace does not know is left out. */
export function withIds(
  document: JourneyDocument,
  touchpoints: ReadonlyMap<string, string>,
  personas: ReadonlyMap<string, string>,
): JourneyDocument {
  const personaIds = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => personas.get(id) ?? []))];
  return {
    ...document,
    placements: document.placements.flatMap((placement) => {
      const touchpointId = touchpoints.get(placement.touchpointId);
      return touchpointId === undefined ? [] : [{ ...placement, touchpointId }];
    }),
    cards: document.cards.map((card) => ({ ...card, personaIds: personaIds(card.personaIds) })),
    personas: personaIds(document.personas.map(({ id }) => id)).map((id) => ({ id })),
    emotions: document.emotions.flatMap((point) => {
      if (point.personaId === null) return [point];
      const personaId = personas.get(point.personaId);
      return personaId === undefined
        ? []
        : [{ ...point, id: `${personaId}-${point.state}-${point.stepId}`, personaId }];
    }),
  };
}
