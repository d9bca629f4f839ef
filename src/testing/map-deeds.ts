import fc from "fast-check";
import * as Y from "yjs";
import { createDocument } from "#journey/apply.ts";
import { readDocument } from "#journey/document.ts";
import * as edit from "#journey/edit.ts";
import type { DetailsOf } from "#journey/fields.ts";
import { EditRefused } from "#journey/refusal.ts";

/** Runs of the properties of a map: pinned, so that a failure is the same for everybody. */
export const pinned = { seed: 20261122, numRuns: 120 };

const laneKinds = ["irritant", "delight", "free", "emotion"] as const;
const kinds = [
  "addStage",
  "deleteStage",
  "moveStage",
  "addStep",
  "deleteStep",
  "moveStep",
  "addLane",
  "deleteLane",
  "moveLane",
  "addCard",
  "deleteCard",
  "moveCard",
  "setCardText",
  "place",
  "movePlacement",
  "removePlacement",
  "setImportance",
  "rename",
  "renameJourney",
  "detailCard",
  "detailLane",
  "detailPlacement",
  "detailStage",
  "detailStep",
  "addLink",
  "detailLink",
  "deleteLink",
  "addPersona",
  "removePersona",
  "setEmotion",
  "frame",
  "cycle",
] as const;

/** One edit of a map: what to do, and numbers that choose what it is done to. */
export interface MapDeed {
  kind: (typeof kinds)[number];
  a: number;
  b: number;
  c: number;
}
export const mapDeed: fc.Arbitrary<MapDeed> = fc.record({
  kind: fc.constantFrom(...kinds),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
});

/** Does a deed to what the document shows; whether it was not refused. */
export function doDeed(doc: Y.Doc, deed: MapDeed, newId: string, origin?: object): boolean {
  try {
    doc.transact(() => deedOf(doc, deed, newId)(), origin);
    return true;
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    return false;
  }
}

function deedOf(doc: Y.Doc, { kind, a, b, c }: MapDeed, newId: string): () => void {
  const read = readDocument(doc);
  const [stage, step, lane] = [pick(read.stages, a), pick(read.steps, a), pick(read.lanes, b)];
  const [card, placement, link] = [pick(read.cards, c), pick(read.placements, c), pick(read.links, c)];
  const [stageId, stepId, laneId] = [stage?.id ?? "", step?.id ?? "", lane?.id ?? ""];
  const otherStepId = pick(read.steps, b)?.id ?? "";
  const [cardId, placementId] = [card?.id ?? "", placement?.id ?? ""];
  const personaId = pick(["", ...read.personas.map((persona) => persona.id)], b) || null;
  const level = c % 6 === 0 ? null : c % 6;
  const placed = { id: newId, stepId, touchpointId: `touchpoint-${b % 4}` };
  const deeds: Record<MapDeed["kind"], () => void> = {
    addStage: () => edit.addStage(doc, { id: newId, name: newId }, a % 5),
    deleteStage: () => edit.deleteStage(doc, stageId),
    moveStage: () => edit.moveStage(doc, stageId, b % 5),
    addStep: () => edit.addStep(doc, { id: newId, stageId, name: newId }, b % 5),
    deleteStep: () => edit.deleteStep(doc, stepId),
    moveStep: () => edit.moveStep(doc, stepId, { stageId: pick(read.stages, b)?.id ?? "", index: c % 5 }),
    addLane: () => edit.addLane(doc, { id: newId, kind: choose(laneKinds, a), name: newId }, b % 5),
    deleteLane: () => edit.deleteLane(doc, laneId),
    moveLane: () => edit.moveLane(doc, laneId, a % 5),
    addCard: () => edit.addCard(doc, { id: newId, laneId, stepId, text: newId }, c % 3),
    deleteCard: () => edit.deleteCard(doc, cardId),
    moveCard: () => edit.moveCard(doc, cardId, { laneId, stepId, index: c % 3 }),
    setCardText: () => edit.setCardText(doc, cardId, `${card?.text.slice(a % 4) ?? ""}${newId}`),
    place: () =>
      edit.placeTouchpoint(doc, { ...placed, importance: null, momentOfTruth: false, expectation: null }, c % 3),
    movePlacement: () => edit.movePlacement(doc, placementId, { stepId, index: b % 3 }),
    removePlacement: () => edit.removePlacement(doc, placementId),
    setImportance: () => edit.setImportance(doc, placementId, (a % 5) + 1),
    rename: () => edit.renameStep(doc, stepId, newId),
    renameJourney: () => edit.renameJourney(doc, newId),
    detailCard: () =>
      edit.setDetails(
        doc,
        "cards",
        cardId,
        choose<DetailsOf<"cards">>([{ severity: level }, { tags: [newId] }, { span: 1 + (a % 4) }], b),
      ),
    detailLane: () =>
      edit.setDetails(doc, "lanes", laneId, choose([{ isHidden: a % 2 === 0 }, { isCollapsed: c % 2 === 0 }], b)),
    detailPlacement: () =>
      edit.setDetails(doc, "placements", placementId, choose([{ selfScore: level }, { flag: "missing" as const }], b)),
    detailStage: () => edit.setDetails(doc, "stages", stageId, { phase: a % 2 === 0 ? "intent" : null }),
    detailStep: () => edit.setDetails(doc, "steps", stepId, { selfScore: level }),
    addLink: () =>
      edit.addLink(doc, {
        id: newId,
        kind: choose(["return", "or", "break"] as const, c),
        fromStepId: stepId,
        toStepId: otherStepId,
        fromPlacementId: placement?.id ?? null,
      }),
    detailLink: () =>
      edit.setDetails(doc, "links", link?.id ?? "", choose([{ name: newId }, { kind: "or" as const }], a)),
    deleteLink: () => edit.deleteLink(doc, link?.id ?? ""),
    addPersona: () => edit.addPersona(doc, `persona-${a % 7}`, b % 3),
    removePersona: () => edit.removePersona(doc, pick(read.personas, a)?.id ?? ""),
    setEmotion: () =>
      edit.setEmotion(
        doc,
        { personaId, state: a % 3 === 0 ? "target" : "lived", stepId },
        c % 7 === 0 ? null : (c % 9) / 2 - 2,
      ),
    frame: () => edit.setFraming(doc, choose([{ objective: newId }, { drivers: ["loyalty" as const] }], a)),
    cycle: () => edit.setCycle(doc, a % 2 === 0),
  };
  return deeds[kind];
}

function choose<T>(items: readonly [T, ...T[]], choice: number): T {
  return pick(items, choice) ?? items[0];
}

/** One of several, undefined of none. */
export function pick<T>(items: readonly T[], choice: number): T | undefined {
  return items[choice % Math.max(1, items.length)];
}

/** A small map to begin with. */
export function smallMap(): Y.Doc {
  return createDocument({
    name: "Rénover",
    stages: [
      { id: "before", name: "" },
      { id: "after", name: "" },
    ],
    steps: [
      { id: "dream", stageId: "before", name: "" },
      { id: "repair", stageId: "after", name: "" },
    ],
    lanes: [
      { id: "irritants", kind: "irritant", name: "" },
      { id: "touchpoints", kind: "touchpoint", name: "" },
    ],
    cards: [{ id: "lost", laneId: "irritants", stepId: "dream", text: "Je suis perdu" }],
    placements: [],
    personas: [{ id: "persona-0" }],
  });
}

export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Gives `to` what it does not have of `from`. */
export function pull(to: Y.Doc, from: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}
