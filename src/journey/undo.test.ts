import { expect, test } from "vitest";
import * as Y from "yjs";
import { createDocument } from "./apply.ts";
import { readDocument } from "./document.ts";
import * as edit from "./edit.ts";
import { Card, JourneyDocument } from "./model.ts";
import { createUndo } from "./undo.ts";

const kitchen = JourneyDocument.parse({
  name: "Cuisine",
  stages: [
    { id: "before", name: "Avant" },
    { id: "after", name: "Après" },
  ],
  steps: [
    { id: "dream", stageId: "before", name: "Je rêve" },
    { id: "buy", stageId: "after", name: "J'achète" },
  ],
  lanes: [{ id: "irritants", kind: "irritant", name: "" }],
  cards: [
    { id: "lost", laneId: "irritants", stepId: "dream", text: "Perdu" },
    { id: "dear", laneId: "irritants", stepId: "buy", text: "Cher" },
  ],
  placements: [
    { id: "web", stepId: "dream", touchpointId: "web", importance: 3, momentOfTruth: true, expectation: null },
  ],
});

function screen() {
  const doc = createDocument(kitchen);
  const me = {};
  const undo = createUndo(doc, me);
  const mine = (change: () => void) => doc.transact(change, me);
  const theirs = (change: () => void) => doc.transact(change, "somebody else");
  return { doc, undo, mine, theirs, read: () => readDocument(doc) };
}

const deeds: [string, (doc: Y.Doc) => void][] = [
  ["deleting a stage", (doc) => edit.deleteStage(doc, "before")],
  ["deleting a step with its cards and placements", (doc) => edit.deleteStep(doc, "dream")],
  ["deleting a lane with its cards", (doc) => edit.deleteLane(doc, "irritants")],
  ["moving a step", (doc) => edit.moveStep(doc, "dream", { stageId: "after", index: 1 })],
  ["moving a card", (doc) => edit.moveCard(doc, "lost", { stepId: "buy", laneId: "irritants", index: 0 })],
  ["adding a step", (doc) => edit.addStep(doc, { id: "new", stageId: "after", name: "Neuf" }, 0)],
  ["writing a card", (doc) => edit.setCardText(doc, "lost", "Vraiment perdu")],
  ["renaming the journey", (doc) => edit.renameJourney(doc, "Salle de bains")],
  ["judging a placement", (doc) => edit.setImportance(doc, "web", 5)],
  ["taking a touchpoint off", (doc) => edit.removePlacement(doc, "web")],
];

test.each(deeds)("[J19] undo takes back %s and redo does it again", (_name, deed) => {
  const { doc, undo, mine, read } = screen();
  mine(() => deed(doc));
  const done = read();
  expect(done).not.toEqual(kitchen);
  for (let round = 0; round < 2; round += 1) {
    undo.undo();
    expect(read()).toEqual(kitchen);
    undo.redo();
    expect(read()).toEqual(done);
  }
});

test("[J19] undo leaves what others did", () => {
  const { doc, undo, mine, theirs, read } = screen();
  mine(() => edit.deleteStep(doc, "dream"));
  theirs(() => edit.renameStep(doc, "buy", "Je paie"));
  theirs(() => edit.addCard(doc, { id: "queue", laneId: "irritants", stepId: "buy", text: "La file" }));
  undo.undo();
  expect(read()).toEqual({
    ...kitchen,
    steps: [kitchen.steps[0], { ...kitchen.steps[1], name: "Je paie" }],
    cards: [...kitchen.cards, Card.parse({ id: "queue", laneId: "irritants", stepId: "buy", text: "La file" })],
  });
});

test("[J19] undo does not overrule what somebody else wrote since into the same place", () => {
  const { doc, undo, mine, theirs, read } = screen();
  mine(() => edit.renameStep(doc, "buy", "Je paie"));
  theirs(() => edit.renameStep(doc, "buy", "Je règle"));
  undo.undo();
  expect(read().steps[1]?.name).toBe("Je règle");
});

test("[J14] a card that somebody adds to a step one deletes comes back with the step", () => {
  const doc = createDocument(kitchen);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const me = {};
  const undo = createUndo(doc, me);
  doc.transact(() => edit.deleteStep(doc, "dream"), me);
  edit.addCard(other, { id: "late", laneId: "irritants", stepId: "dream", text: "Encore une" });
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(readDocument(doc).cards.map((card) => card.id)).toEqual(["dear"]);
  undo.undo();
  expect(
    readDocument(doc)
      .cards.map((card) => card.id)
      .toSorted(),
  ).toEqual(["dear", "late", "lost"]);
});

test("[J20] edits are undone one by one, typing in one card as one", () => {
  const { doc, undo, mine, read } = screen();
  mine(() => edit.setImportance(doc, "web", 4));
  mine(() => edit.setImportance(doc, "web", 5));
  for (const text of ["Perdu.", "Perdu..", "Perdu..."]) mine(() => edit.setCardText(doc, "lost", text));
  mine(() => edit.setCardText(doc, "dear", "Cher !"));
  undo.undo();
  expect(read().cards.map((card) => card.text)).toEqual(["Perdu...", "Cher"]);
  undo.undo();
  expect(read().cards.map((card) => card.text)).toEqual(["Perdu", "Cher"]);
  undo.undo();
  expect(read().placements[0]?.importance).toBe(4);
});
