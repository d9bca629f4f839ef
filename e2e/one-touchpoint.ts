import type { LaneKind, Phase } from "#journey/model.ts";
import { createTouchpoint } from "#touchpoint/api.ts";
import type { Visitor } from "./visitor.ts";

/** A new workspace with one journey of one step, at one touchpoint that nobody has been asked about. */
export async function oneTouchpoint(
  visitor: Visitor,
  { lanes, phase = null }: { lanes: readonly LaneKind[]; phase?: Phase | null },
): Promise<{ workspaceId: string; touchpointId: string; url: string }> {
  const workspaceId = await visitor.newWorkspace("Cuisines");
  const { id: touchpointId } = await visitor.call(createTouchpoint, {
    params: { workspaceId },
    body: { name: "Devis en ligne", channelId: null, teamId: null, initiator: "customer" },
  });
  const { url } = await visitor.newJourney(workspaceId, {
    name: "Rénover",
    stages: [{ id: "before", name: "Avant", phase }],
    steps: [{ id: "quote", stageId: "before", name: "Je fais mon devis" }],
    lanes: lanes.map((kind) => ({ id: kind, kind, name: "" })),
    cards: [],
    placements: [
      { id: "web", stepId: "quote", touchpointId, importance: null, momentOfTruth: false, expectation: null },
    ],
  });
  return { workspaceId, touchpointId, url };
}
