import type { DocumentDraft } from "#journey/model.ts";
import type { Library } from "#touchpoint/model.ts";
import type { Locale } from "#workspace/model.ts";
import type { Persona } from "#persona/model.ts";
import { emotionId } from "#journey/edit.ts";
import { personas } from "./personas.ts";
import type { PlannedJourney, PlannedStep } from "./plan.ts";

/** A planned journey as a document in one language; its ids are made of the plan's, the same in every language. */
export function documentOf(
  journey: PlannedJourney,
  locale: Locale,
  library: Library,
  known: readonly Persona[],
): DocumentDraft {
  const personaIds = new Map(known.map(({ id, key }) => [key, id]));
  const feels = journey.lanes.includes("emotion");
  const touchpointIds = new Map(library.touchpoints.map(({ id, key }) => [key, id]));
  const steps = journey.stages.flatMap((stage) => stage.steps.map((step) => ({ stage, step })));
  return {
    name: journey.name[locale],
    stages: journey.stages.map(({ id, name }) => ({ id, name: name[locale] })),
    steps: steps.map(({ stage, step }) => ({ id: step.id, stageId: stage.id, name: step.name[locale] })),
    lanes: journey.lanes.map((kind) => ({ id: kind, kind, name: "" })),
    cards: steps.flatMap(({ step }) => cardsOf(step, locale, personaIds)),
    placements: steps.flatMap(({ step }) =>
      step.placements.flatMap(({ touchpoint, ...said }) => {
        const touchpointId = touchpointIds.get(touchpoint);
        return touchpointId === undefined
          ? []
          : [{ id: `${step.id}-${touchpoint}`, stepId: step.id, touchpointId, ...said }];
      }),
    ),
    links: (journey.links ?? []).map(({ kind, from, to, name }) => ({
      id: `${kind}-${from}-${to}`,
      kind,
      fromStepId: from,
      toStepId: to,
      name: name[locale],
    })),
    emotions: feels ? steps.flatMap(({ step }) => emotionsOf(step, personaIds)) : [],
    personas: feels ? personas.flatMap(({ key }) => idsOf([key], personaIds).map((id) => ({ id }))) : [],
  };
}

function cardsOf(
  { id: stepId, cards }: PlannedStep,
  locale: Locale,
  personaIds: ReadonlyMap<string, string>,
): DocumentDraft["cards"] {
  return cards.map(({ lane, text, said: { evidence, personas: keys = [], ...said } }, index) => ({
    id: `${stepId}-${lane}-${index}`,
    laneId: lane,
    stepId,
    text: text[locale],
    ...said,
    evidence: evidence?.[locale] ?? "",
    personaIds: idsOf(keys, personaIds),
  }));
}

function emotionsOf(
  { id: stepId, emotion = {} }: PlannedStep,
  personaIds: ReadonlyMap<string, string>,
): NonNullable<DocumentDraft["emotions"]> {
  return Object.entries(emotion).flatMap(([key, value]) => {
    const state = key === "target" ? ("target" as const) : ("lived" as const);
    const personaId = state === "target" ? null : (personaIds.get(key) ?? null);
    return [{ id: emotionId({ personaId, state, stepId }), personaId, state, stepId, value }];
  });
}

function idsOf(keys: readonly string[], personaIds: ReadonlyMap<string, string>): string[] {
  return keys.flatMap((key) => personaIds.get(key) ?? []);
}
