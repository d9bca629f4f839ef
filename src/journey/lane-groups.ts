import type { Lane, LaneKind } from "./model.ts";

/** The kinds of lane as one looks for them. */
export const laneGroups = {
  customer: ["action", "do", "keyMoment", "expectation", "delight", "irritant"],
  inside: ["emotion", "think", "feel", "ask"],
  contact: ["touchpoint", "measure", "companyMeasure", "dataCollected"],
  company: ["promise", "opportunity", "riskZone", "staffView", "team", "actor"],
  blueprint: ["interactionLine", "frontOffice", "visibilityLine", "backOffice", "internalLine", "support", "system"],
  free: ["image", "free"],
} as const satisfies Record<string, readonly LaneKind[]>;
export type LaneGroup = keyof typeof laneGroups;

/** What is drawn from the whole map rather than from cards of its own is there once. */
const once: ReadonlySet<LaneKind> = new Set([
  "touchpoint",
  "measure",
  "emotion",
  "interactionLine",
  "visibilityLine",
  "internalLine",
]);

/** Whether a map can have one more lane of a kind. */
export function mayAddLane(lanes: readonly Pick<Lane, "kind">[], kind: LaneKind): boolean {
  return !once.has(kind) || lanes.every((lane) => lane.kind !== kind);
}

/** The place among all other lanes for a place among those that are shown: before the one shown there, else last. */
export function placeAmongAll(lanes: readonly Pick<Lane, "id" | "isHidden">[], laneId: string, place: number): number {
  const others = lanes.filter(({ id }) => id !== laneId);
  const next = others.filter(({ isHidden }) => !isHidden)[place];
  return next === undefined ? others.length : others.indexOf(next);
}
