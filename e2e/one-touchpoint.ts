import { randomUUID } from "node:crypto";
import type { LaneKind, Phase } from "#journey/model.ts";
import { createTouchpoint } from "#touchpoint/api.ts";
import { answerSurvey, createSurvey } from "#voice/api.ts";
import { SurveyContent } from "#voice/model.ts";
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

const content = SurveyContent.parse({
  languages: ["fr"],
  questions: [
    { kind: "score", id: "nps", metric: "nps", text: { fr: "Nous recommanderiez-vous ?" } },
    { kind: "comment", id: "why", text: { fr: "Pourquoi ?" } },
  ],
});

/** Asks at a touchpoint whether one would recommend it, and why; what it gives answers, as a program does. */
export async function askNps(
  visitor: Visitor,
  { workspaceId, touchpointId }: Record<"workspaceId" | "touchpointId", string>,
) {
  const { url } = await visitor.call(createSurvey, {
    params: { workspaceId },
    body: { touchpointId, name: "Après la caisse", state: "open", content },
  });
  const token = new URL(url).pathname.split("/").at(-1) ?? "";
  return (nps: number, why: string) =>
    visitor.call(answerSurvey, { params: { token }, body: { attempt: randomUUID(), answers: { nps, why } } });
}
