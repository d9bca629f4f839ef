import type { Kysely } from "kysely";
import type { DocumentDraft } from "#journey/model.ts";
import type { Database } from "#platform/database.ts";
import { ensureLibrary } from "#touchpoint/index.ts";
import type { Locale } from "#workspace/model.ts";
import type { Mapping, Text } from "../model.ts";

/** What a journey is made or completed with. */
export interface JourneyDraft {
  key: string;
  name: string;
  document: DocumentDraft;
}

export interface MapDeps {
  db: Kysely<Database>;
  newId: () => string;
  /** Makes the journey of that key, or adds to it what it lacks. */
  ensureJourney(workspaceId: string, draft: JourneyDraft): Promise<unknown>;
}

/** A touchpoint that rows were found for. */
interface Met {
  key: string;
  name: string;
}

/**
 * Puts what a mapping says of channels, teams and touchpoints into the library and draws its journey. Nothing that is
 * there already changes. Touchpoints that only rows speak of come under the name that rows give them.
 */
export async function makeMap(
  deps: MapDeps,
  workspace: { id: string; locale: Locale },
  mapping: Mapping,
  met: readonly Met[],
): Promise<void> {
  const say = (text: Text): string => (typeof text === "string" ? text : text[workspace.locale]);
  const declared = (mapping.journey?.stages ?? []).flatMap(({ steps }) =>
    steps.flatMap(({ touchpoints }) => touchpoints),
  );
  const keys = new Set(declared.map(({ key }) => key));
  const library = await ensureLibrary(deps.db, workspace.id, {
    channels: Object.entries(mapping.channels).map(([key, { name, kind }]) => ({ key, name: say(name), kind })),
    teams: Object.entries(mapping.teams).map(([key, { name }]) => ({ key, name: say(name) })),
    touchpoints: [
      ...declared.map(({ key, name, channel, team, initiator }) => ({
        key,
        name: say(name),
        channelKey: channel ?? null,
        teamKey: team ?? null,
        initiator,
      })),
      ...met
        .filter(({ key }) => !keys.has(key))
        .map(({ key, name }) => ({ key, name, channelKey: null, teamKey: null, initiator: "customer" as const })),
    ],
  });
  if (mapping.journey === undefined) return;
  const idOf = new Map(library.touchpoints.map(({ key, id }) => [key, id]));
  await deps.ensureJourney(workspace.id, draftOf(mapping.journey, say, idOf, deps.newId));
}

function draftOf(
  journey: NonNullable<Mapping["journey"]>,
  say: (text: Text) => string,
  idOf: ReadonlyMap<string, string>,
  newId: () => string,
): JourneyDraft {
  const document: DocumentDraft = {
    name: say(journey.name),
    stages: [],
    steps: [],
    lanes: [],
    cards: [],
    placements: [],
  };
  for (const kind of ["touchpoint", "measure"] as const) document.lanes.push({ id: newId(), kind, name: "" });
  for (const { name, steps } of journey.stages) {
    const stage = { id: newId(), name: say(name) };
    document.stages.push(stage);
    for (const { name: stepName, touchpoints } of steps) {
      const step = { id: newId(), stageId: stage.id, name: say(stepName) };
      document.steps.push(step);
      for (const { key, importance, momentOfTruth, expectation } of touchpoints) {
        const touchpointId = idOf.get(key);
        if (touchpointId === undefined) continue;
        document.placements.push({
          id: newId(),
          stepId: step.id,
          touchpointId,
          importance: importance ?? null,
          momentOfTruth,
          expectation: expectation ?? null,
        });
      }
    }
  }
  return { key: journey.key, name: say(journey.name), document };
}
