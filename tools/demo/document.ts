import type { DocumentDraft } from "#journey/model.ts";
import type { Library } from "#touchpoint/model.ts";
import type { Locale } from "#workspace/model.ts";
import type { PlannedJourney, PlannedStep } from "./plan.ts";

/** A planned journey as a document in one language; its ids are made of the plan's, the same in every language. */
export function documentOf(journey: PlannedJourney, locale: Locale, library: Library): DocumentDraft {
  const touchpointIds = new Map(library.touchpoints.map(({ id, key }) => [key, id]));
  const steps = journey.stages.flatMap((stage) => stage.steps.map((step) => ({ stage, step })));
  return {
    name: journey.name[locale],
    stages: journey.stages.map(({ id, name }) => ({ id, name: name[locale] })),
    steps: steps.map(({ stage, step }) => ({ id: step.id, stageId: stage.id, name: step.name[locale] })),
    lanes: journey.lanes.map((kind) => ({ id: kind, kind, name: "" })),
    cards: steps.flatMap(({ step }) => cardsOf(step, locale)),
    placements: steps.flatMap(({ step }) =>
      step.placements.flatMap(({ touchpoint, ...said }) => {
        const touchpointId = touchpointIds.get(touchpoint);
        return touchpointId === undefined
          ? []
          : [{ id: `${step.id}-${touchpoint}`, stepId: step.id, touchpointId, ...said }];
      }),
    ),
  };
}

function cardsOf({ id: stepId, cards }: PlannedStep, locale: Locale): DocumentDraft["cards"] {
  return cards.map(({ lane, text }, index) => ({
    id: `${stepId}-${lane}-${index}`,
    laneId: lane,
    stepId,
    text: text[locale],
  }));
}
