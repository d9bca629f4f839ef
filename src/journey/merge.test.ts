import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { z } from "zod";
import { createDocument } from "./apply.ts";
import { readDocument } from "./document.ts";
import * as edit from "./edit.ts";
import { JourneyDocument, type Placement } from "./model.ts";
import { EditRefused } from "./refusal.ts";

const pinned = { seed: 20261122, numRuns: 120 };
const kinds = ["irritant", "delight", "free"] as const;

/** One random edit: what to do, and numbers that choose what it is done to. */
const deed = fc.record({
  kind: fc.constantFrom(
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
  ),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
});
type Deed = { kind: string; a: number; b: number; c: number };

function pick<T>(items: readonly T[], choice: number): T | undefined {
  return items[choice % Math.max(1, items.length)];
}

/** Does a deed to what the document shows; a refusal is as good as nothing. */
function apply(doc: Y.Doc, { kind, a, b, c }: Deed, newId: string): void {
  const read = readDocument(doc);
  const [stage, step, lane] = [pick(read.stages, a), pick(read.steps, a), pick(read.lanes, b)];
  const [card, placement] = [pick(read.cards, c), pick(read.placements, c)];
  const placed: z.input<typeof Placement> = {
    id: newId,
    stepId: step?.id ?? "",
    touchpointId: `touchpoint-${b % 4}`,
    importance: null,
    momentOfTruth: false,
    expectation: null,
  };
  const deeds: Record<string, () => void> = {
    addStage: () => edit.addStage(doc, { id: newId, name: newId }, a % 5),
    deleteStage: () => edit.deleteStage(doc, stage?.id ?? ""),
    moveStage: () => edit.moveStage(doc, stage?.id ?? "", b % 5),
    addStep: () => edit.addStep(doc, { id: newId, stageId: stage?.id ?? "", name: newId }, b % 5),
    deleteStep: () => edit.deleteStep(doc, step?.id ?? ""),
    moveStep: () => edit.moveStep(doc, step?.id ?? "", { stageId: pick(read.stages, b)?.id ?? "", index: c % 5 }),
    addLane: () => edit.addLane(doc, { id: newId, kind: pick(kinds, a) ?? "free", name: newId }, b % 5),
    deleteLane: () => edit.deleteLane(doc, lane?.id ?? ""),
    moveLane: () => edit.moveLane(doc, lane?.id ?? "", a % 5),
    addCard: () => edit.addCard(doc, { id: newId, laneId: lane?.id ?? "", stepId: step?.id ?? "", text: newId }, c % 3),
    deleteCard: () => edit.deleteCard(doc, card?.id ?? ""),
    moveCard: () =>
      edit.moveCard(doc, card?.id ?? "", { laneId: lane?.id ?? "", stepId: step?.id ?? "", index: c % 3 }),
    setCardText: () => edit.setCardText(doc, card?.id ?? "", `${card?.text.slice(a % 4) ?? ""}${newId}`),
    place: () => edit.placeTouchpoint(doc, placed, c % 3),
    movePlacement: () => edit.movePlacement(doc, placement?.id ?? "", { stepId: step?.id ?? "", index: b % 3 }),
    removePlacement: () => edit.removePlacement(doc, placement?.id ?? ""),
    setImportance: () => edit.setImportance(doc, placement?.id ?? "", (a % 5) + 1),
    rename: () => edit.renameStep(doc, step?.id ?? "", newId),
  };
  try {
    deeds[kind]?.();
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
  }
}

function start(): Y.Doc {
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
  });
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function pull(to: Y.Doc, from: Y.Doc): void {
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)));
}

/** Every list is a list of things once, and nothing points to what is not there. */
function checkSound(document: JourneyDocument): void {
  expect(() => JourneyDocument.parse(document)).not.toThrow();
  const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);
  for (const list of [document.stages, document.steps, document.lanes, document.cards, document.placements])
    expect(new Set(idsOf(list)).size).toBe(list.length);
  const [stages, steps] = [idsOf(document.stages), idsOf(document.steps)];
  const cardLanes = document.lanes
    .filter((lane) => lane.kind !== "touchpoint" && lane.kind !== "measure")
    .map((lane) => lane.id);
  for (const step of document.steps) expect(stages).toContain(step.stageId);
  for (const card of document.cards)
    expect([steps.includes(card.stepId), cardLanes.includes(card.laneId)]).toEqual([true, true]);
  for (const placement of document.placements) expect(steps).toContain(placement.stepId);
  const inOrder = document.steps.map((step) => stages.indexOf(step.stageId));
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
}

test("[J17] copies edited apart say the same thing once they have exchanged everything, in whatever order", () => {
  const turn = fc.oneof(
    { weight: 4, arbitrary: fc.record({ who: fc.nat(2), deed }) },
    { weight: 1, arbitrary: fc.record({ to: fc.nat(2), from: fc.nat(2) }) },
  );
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
      const origin = start();
      const copies = [copyOf(origin), copyOf(origin), copyOf(origin)];
      turns.forEach((one, index) => {
        if ("deed" in one) apply(copies[one.who]!, one.deed, `n${index}`);
        else pull(copies[one.to]!, copies[one.from]!);
      });
      for (const to of copies.toReversed()) for (const from of copies) pull(to, from);
      for (const to of copies) for (const from of copies) pull(to, from);
      const [first, ...others] = copies.map((copy) => readDocument(copy));
      for (const other of others) expect(other).toEqual(first);
      checkSound(first!);
    }),
    pinned,
  );
});

test("[J17] one person's edits do what they say, as on plain lists", () => {
  const plainDeed = fc.record({
    kind: fc.constantFrom("add", "move", "delete"),
    item: fc.nat(100),
    stage: fc.nat(2),
    index: fc.nat(6),
  });
  fc.assert(
    fc.property(fc.array(plainDeed, { maxLength: 60 }), (deeds) => {
      const stages = ["a", "b", "c"];
      const doc = createDocument({
        name: "",
        stages: stages.map((id) => ({ id, name: "" })),
        steps: [],
        lanes: [],
        cards: [],
        placements: [],
      });
      const oracle = new Map(stages.map((id) => [id, [] as string[]]));
      deeds.forEach(({ kind, item, stage, index }, count) => {
        const stageId = stages[stage]!;
        const all = [...oracle.values()].flat();
        const id = pick(all, item);
        if (kind === "add") {
          edit.addStep(doc, { id: `s${count}`, stageId, name: "" }, index);
          oracle.get(stageId)?.splice(index, 0, `s${count}`);
        } else if (id !== undefined) {
          for (const [key, steps] of oracle)
            oracle.set(
              key,
              steps.filter((step) => step !== id),
            );
          if (kind === "move") oracle.get(stageId)?.splice(index, 0, id);
          if (kind === "move") edit.moveStep(doc, id, { stageId, index });
          else edit.deleteStep(doc, id);
        }
      });
      const shown = readDocument(doc).steps.map(({ id, stageId }) => `${stageId}/${id}`);
      expect(shown).toEqual([...oracle].flatMap(([stageId, steps]) => steps.map((id) => `${stageId}/${id}`)));
    }),
    pinned,
  );
});

test("[J10] whatever stands in a document, reading it gives a sound journey", () => {
  const id = fc.constantFrom("a", "b", "c", "", "no good", "\0");
  const value = fc.oneof(
    id,
    fc.constantFrom<unknown>(null, undefined, 3, 7.5, true, "touchpoint", "irritant", "V", "x".repeat(5000)),
  );
  const field = fc.constantFrom(
    "order",
    "name",
    "stageId",
    "stepId",
    "laneId",
    "touchpointId",
    "kind",
    "text",
    "importance",
    "momentOfTruth",
    "expectation",
    "deleted",
  );
  const item = fc.oneof(fc.constant("not an item"), fc.dictionary(field, value));
  const collection = fc.constantFrom("stages", "steps", "lanes", "cards", "placements", "meta");
  fc.assert(
    fc.property(fc.array(fc.record({ collection, id, item }), { maxLength: 25 }), (entries) => {
      const doc = new Y.Doc();
      for (const { collection, id, item } of entries) {
        doc.getMap(collection).set(id, typeof item === "string" ? item : new Y.Map(Object.entries(item)));
      }
      expect(() => checkSound(readDocument(doc))).not.toThrow();
    }),
    pinned,
  );
});
