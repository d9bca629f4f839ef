import type { Placement, Stage, Step } from "#journey/model.ts";
import type { Asked, SurveySummary } from "../model.ts";
import { mainScore } from "../rules.ts";
import { plannedMetric } from "../wording.ts";

/** What is asked along a journey: effort early, recommendation with the order, satisfaction later; or one score everywhere. */
export const plans = ["byPhase", "csat", "nps", "ces", "stars"] as const;
export type Plan = (typeof plans)[number];

/** What a plan asks at a touchpoint, and the survey that asks it already. */
export interface Planned {
  stageId: string;
  touchpointId: string;
  metric: Asked;
  asked: Pick<SurveySummary, "id" | "name" | "state"> | null;
}

/** What a plan looks at of a journey. */
interface Along {
  stages: readonly Pick<Stage, "id" | "phase">[];
  steps: readonly Pick<Step, "id" | "stageId">[];
  placements: readonly Pick<Placement, "stepId" | "touchpointId">[];
}

/**
 * What a plan asks along a journey, in reading order, at each of its touchpoints once: where it first stands. A stage that says no
 * phase is asked for satisfaction, which fits any. A survey about a contact that is not closed asks already.
 */
export function planOf(plan: Plan, { stages, steps, placements }: Along, surveys: readonly SurveySummary[]): Planned[] {
  const inOrder = stages.flatMap((stage) =>
    steps
      .filter(({ stageId }) => stageId === stage.id)
      .flatMap((step) => placements.filter(({ stepId }) => stepId === step.id))
      .map(({ touchpointId }) => ({ stage, touchpointId })),
  );
  const first = new Map(inOrder.toReversed().map((place) => [place.touchpointId, place]));
  return inOrder
    .filter((place) => first.get(place.touchpointId) === place)
    .map(({ stage, touchpointId }) => {
      const metric = plan === "byPhase" ? metricAt(stage.phase) : plan;
      return { stageId: stage.id, touchpointId, metric, asked: askedAt(surveys, touchpointId, metric) };
    });
}

function metricAt(phase: Stage["phase"]): Asked {
  return phase === null ? "csat" : plannedMetric(phase);
}

function askedAt(surveys: readonly SurveySummary[], touchpointId: string, metric: Asked): Planned["asked"] {
  return (
    surveys.find(
      (survey) =>
        survey.touchpointId === touchpointId &&
        survey.state !== "closed" &&
        survey.relation === "transactional" &&
        mainScore(survey.content).metric === metric,
    ) ?? null
  );
}
