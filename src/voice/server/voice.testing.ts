import type { DocumentDraft } from "#journey/model.ts";
import { createJourney } from "#journey/api.ts";
import type { Door } from "#testing/door.ts";
import type { RouteBody } from "#platform/http/route.ts";
import { createTouchpoint } from "#touchpoint/api.ts";
import type { Touchpoint } from "#touchpoint/model.ts";
import { createSurvey } from "../api.ts";
import { SurveyContent, type SurveySummary } from "../model.ts";

/** NPS with a comment, in French and English. */
export const content: SurveyContent = SurveyContent.parse({
  languages: ["fr", "en"],
  questions: [
    {
      kind: "score",
      id: "nps",
      metric: "nps",
      text: { fr: "Nous recommanderiez-vous ?", en: "Would you recommend us?" },
    },
    { kind: "comment", id: "why", text: { fr: "Pourquoi ?", en: "Why?" } },
  ],
});

export async function makeTouchpoint(door: Door, workspaceId: string): Promise<Touchpoint> {
  return door.call(createTouchpoint, {
    params: { workspaceId },
    body: { name: "Caisse", channelId: null, teamId: null, initiator: "customer" },
  });
}

/** An open survey at a touchpoint, and the token of its link. */
export async function makeSurvey(
  door: Door,
  { workspaceId, touchpointId }: { workspaceId: string; touchpointId: string },
  part: Partial<RouteBody<typeof createSurvey>> = {},
): Promise<SurveySummary & { token: string }> {
  const survey = await door.call(createSurvey, {
    params: { workspaceId },
    body: { touchpointId, name: "Après la caisse", state: "open", content, ...part },
  });
  return { ...survey, token: survey.url.split("/").at(-1) ?? "" };
}

/** A journey that places one touchpoint, and its id. */
export async function makeJourney(door: Door, workspaceId: string, touchpointId: string): Promise<string> {
  const placement = { id: "p", stepId: "pay", touchpointId, importance: null, momentOfTruth: false, expectation: null };
  const document: DocumentDraft = {
    name: "",
    stages: [{ id: "sale", name: "Vente" }],
    steps: [{ id: "pay", stageId: "sale", name: "Je paie" }],
    lanes: [],
    cards: [],
    placements: [placement],
  };
  const { id } = await door.call(createJourney, { params: { workspaceId }, body: { name: "Magasin", document } });
  return id;
}
