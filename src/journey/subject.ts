import { z } from "zod";
import type { JourneyDocument } from "./model.ts";

/** What a comment is about: an item of the map as `kind:id`, or the whole journey. */
export const Subject = z.string().regex(/^(journey|(stage|step|lane|card|placement|link):[\w-]{1,200})$/);

/** What a subject is called on the map, "" when it has no name of its own; null when it is not there. */
export function nameOfSubject(
  document: JourneyDocument,
  subject: string,
  touchpointName: (touchpointId: string) => string,
): string | null {
  if (subject === "journey") return document.name;
  const [kind, id] = subject.split(":");
  const named = (items: readonly { id: string; name: string }[]) => items.find((item) => item.id === id)?.name ?? null;
  if (kind === "stage") return named(document.stages);
  if (kind === "step") return named(document.steps);
  if (kind === "lane") return named(document.lanes);
  if (kind === "card") return document.cards.find((card) => card.id === id)?.text.slice(0, 200) ?? null;
  if (kind === "link") return nameOfLink(document, id);
  const placement = document.placements.find((candidate) => candidate.id === id);
  return placement === undefined ? null : touchpointName(placement.touchpointId);
}

function nameOfLink({ links, steps }: JourneyDocument, id: string | undefined): string | null {
  const link = links.find((candidate) => candidate.id === id);
  const nameOf = (stepId: string) => steps.find((step) => step.id === stepId)?.name ?? "";
  return link === undefined ? null : link.name || `${nameOf(link.fromStepId)} → ${nameOf(link.toStepId)}`;
}
