import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { copyOf, doDeed, mapDeed, pick, pinned, pull, smallMap } from "#testing/map-deeds.ts";
import { createDocument } from "./apply.ts";
import { collections, holdsCards, readDocument } from "./document.ts";
import * as edit from "./edit.ts";
import { JourneyDocument } from "./model.ts";

/** Every list is a list of things once, and nothing points to what is not there. */
function checkSound(document: JourneyDocument): void {
  expect(() => JourneyDocument.parse(document)).not.toThrow();
  const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);
  for (const collection of collections)
    expect(new Set(idsOf(document[collection])).size).toBe(document[collection].length);
  const [stages, steps] = [idsOf(document.stages), idsOf(document.steps)];
  const cardLanes = idsOf(document.lanes.filter((lane) => holdsCards(lane.kind)));
  for (const step of document.steps) expect(stages).toContain(step.stageId);
  for (const card of document.cards)
    expect([steps.includes(card.stepId), cardLanes.includes(card.laneId)]).toEqual([true, true]);
  for (const { stepId } of [...document.placements, ...document.emotions]) expect(steps).toContain(stepId);
  for (const { fromStepId, toStepId } of document.links)
    expect([steps.includes(fromStepId), steps.includes(toStepId)]).toEqual([true, true]);
  const curves = [null, ...idsOf(document.personas)];
  for (const { personaId } of document.emotions) expect(curves).toContain(personaId);
  const inOrder = document.steps.map((step) => stages.indexOf(step.stageId));
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
}

test("[J17] copies edited apart say the same thing once they have exchanged everything, in whatever order", () => {
  const turn = fc.oneof(
    { weight: 4, arbitrary: fc.record({ who: fc.nat(2), deed: mapDeed }) },
    { weight: 1, arbitrary: fc.record({ to: fc.nat(2), from: fc.nat(2) }) },
  );
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
      const origin = smallMap();
      const copies = [copyOf(origin), copyOf(origin), copyOf(origin)];
      turns.forEach((one, index) => {
        if ("deed" in one) doDeed(copies[one.who]!, one.deed, `n${index}`);
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
    fc.constantFrom<unknown>(
      "return",
      "break",
      "lived",
      1,
      2,
      -9,
      ["a", "", 3, "x".repeat(90)],
      Array.from({ length: 30 }, () => "x"),
    ),
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
    "fromStepId",
    "toStepId",
    "fromPlacementId",
    "personaId",
    "state",
    "value",
    "severity",
    "span",
    "isMet",
    "tags",
    "imageId",
    "phase",
    "selfScore",
    "flag",
    "isLocked",
    "framing.drivers",
    "framing.objective",
  );
  const item = fc.oneof(
    { weight: 1, arbitrary: fc.constant("not an item") },
    { weight: 4, arbitrary: fc.dictionary(field, value) },
  );
  const collection = fc.constantFrom(...collections, "meta");
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
