import { expect, test } from "vitest";
import * as Y from "yjs";
import { applyDocument, createDocument } from "./apply.ts";
import { limits, readDocument } from "./document.ts";
import * as edit from "./edit.ts";
import { JourneyDocument, Placement } from "./model.ts";
import { EditRefused, type RefusalCode } from "./refusal.ts";

const kitchen = JourneyDocument.parse({
  name: "Rénover sa cuisine",
  stages: [
    { id: "before", name: "Avant-vente" },
    { id: "sale", name: "Vente" },
    { id: "after", name: "Après-vente" },
  ],
  steps: [
    { id: "dream", stageId: "before", name: "Je rêve" },
    { id: "compare", stageId: "before", name: "Je compare" },
    { id: "buy", stageId: "sale", name: "J'achète" },
    { id: "repair", stageId: "after", name: "Je fais réparer" },
  ],
  lanes: [
    { id: "touchpoints", kind: "touchpoint", name: "" },
    { id: "irritants", kind: "irritant", name: "" },
    { id: "notes", kind: "free", name: "Notes" },
  ],
  cards: [
    { id: "lost", laneId: "irritants", stepId: "dream", text: "Je suis perdu" },
    { id: "dear", laneId: "irritants", stepId: "compare", text: "C'est cher" },
    { id: "slow", laneId: "notes", stepId: "compare", text: "C'est long" },
  ],
  placements: [placement("web", "dream"), placement("shop", "compare"), placement("till", "buy")],
});

function placement(touchpointId: string, stepId: string): Placement {
  return Placement.parse({
    id: `${stepId}-${touchpointId}`,
    stepId,
    touchpointId,
    importance: null,
    momentOfTruth: false,
    expectation: null,
  });
}

function ids(items: readonly { id: string }[]): string[] {
  return items.map((item) => item.id);
}

function refusal(run: () => void): RefusalCode | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof EditRefused) return error.code;
    throw error;
  }
}

/** Two people edit copies without seeing each other, then exchange everything. */
function merge(
  doc: Y.Doc,
  one: (doc: Y.Doc) => void,
  other: (doc: Y.Doc) => void,
): { merged: JourneyDocument; one: Y.Doc; other: Y.Doc } {
  const copies = [new Y.Doc(), new Y.Doc()] as const;
  for (const copy of copies) Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  one(copies[0]);
  other(copies[1]);
  Y.applyUpdate(copies[0], Y.encodeStateAsUpdate(copies[1]));
  Y.applyUpdate(copies[1], Y.encodeStateAsUpdate(copies[0]));
  const merged = readDocument(copies[0]);
  expect(readDocument(copies[1])).toEqual(merged);
  return { merged, one: copies[0], other: copies[1] };
}

test("[J1] a new document says what it was made of", () => {
  expect(readDocument(createDocument(kitchen))).toEqual(kitchen);
});

test("[J5] an index is a place among the siblings on screen, the moved item left out", () => {
  const doc = createDocument(kitchen);
  edit.moveStage(doc, "before", 1);
  edit.moveStep(doc, "repair", { stageId: "before", index: 1 });
  edit.moveLane(doc, "notes", 0);
  edit.moveCard(doc, "lost", { stepId: "compare", laneId: "irritants", index: 0 });
  edit.movePlacement(doc, "buy-till", { stepId: "dream", index: 0 });
  const read = readDocument(doc);
  expect(ids(read.stages)).toEqual(["sale", "before", "after"]);
  expect(ids(read.steps)).toEqual(["buy", "dream", "repair", "compare"]);
  expect(ids(read.lanes)).toEqual(["notes", "touchpoints", "irritants"]);
  expect(ids(read.cards)).toEqual(["slow", "lost", "dear"]);
  expect(ids(read.placements)).toEqual(["buy-till", "dream-web", "compare-shop"]);
});

test("[J5] renaming, placing and judging a touchpoint change that and nothing else", () => {
  const doc = createDocument(kitchen);
  edit.renameJourney(doc, "Cuisine");
  edit.renameStage(doc, "sale", "Achat");
  edit.renameStep(doc, "buy", "Je paie");
  edit.renameLane(doc, "notes", "Idées");
  edit.placeTouchpoint(doc, placement("web", "buy"), 0);
  edit.setImportance(doc, "buy-web", 5);
  edit.setMomentOfTruth(doc, "buy-web", true);
  edit.setExpectation(doc, "buy-web", 4.2);
  edit.removePlacement(doc, "buy-till");
  edit.deleteCard(doc, "slow");
  expect(readDocument(doc)).toEqual({
    ...kitchen,
    name: "Cuisine",
    stages: kitchen.stages.map((stage) => (stage.id === "sale" ? { ...stage, name: "Achat" } : stage)),
    steps: kitchen.steps.map((step) => (step.id === "buy" ? { ...step, name: "Je paie" } : step)),
    lanes: kitchen.lanes.map((lane) => (lane.id === "notes" ? { ...lane, name: "Idées" } : lane)),
    cards: kitchen.cards.slice(0, 2),
    placements: [
      ...kitchen.placements.slice(0, 2),
      { ...placement("web", "buy"), importance: 5, momentOfTruth: true, expectation: 4.2 },
    ],
  });
});

test("[J4] a step is put between two that two people added at the very same place", () => {
  const add = (id: string) => (doc: Y.Doc) => edit.addStep(doc, { id, stageId: "before", name: "" }, 1);
  const { one } = merge(createDocument(kitchen), add("mine"), add("yours"));
  edit.addStep(one, { id: "between", stageId: "before", name: "" }, 2);
  expect(ids(readDocument(one).steps)).toEqual(["dream", "mine", "between", "yours", "compare", "buy", "repair"]);
});

test("[J6] a refused edit says why and changes nothing", () => {
  const doc = createDocument(kitchen);
  const attempts: [RefusalCode, () => void][] = [
    ["missing", () => edit.renameStep(doc, "gone", "Je reviens")],
    ["missing", () => edit.addStep(doc, { id: "new", stageId: "gone", name: "" })],
    ["missing", () => edit.moveCard(doc, "lost", { stepId: "gone", laneId: "notes", index: 0 })],
    ["taken", () => edit.addStage(doc, { id: "sale", name: "Vente" })],
    ["invalid", () => edit.addCard(doc, { id: "new", laneId: "touchpoints", stepId: "buy", text: "" })],
    ["invalid", () => edit.setImportance(doc, "buy-till", 6)],
    ["invalid", () => edit.setExpectation(doc, "buy-till", Number.NaN)],
    ["tooLong", () => edit.renameJourney(doc, "x".repeat(limits.name + 1))],
    ["tooLong", () => edit.setCardText(doc, "lost", "x".repeat(limits.text + 1))],
    [
      "tooLong",
      () =>
        applyDocument(doc, {
          ...kitchen,
          steps: [{ id: "new", stageId: "sale", name: "x".repeat(limits.name + 1) }],
          stages: [{ id: "new", name: "" }],
        }),
    ],
  ];
  for (const [code, attempt] of attempts) expect(refusal(attempt)).toBe(code);
  expect(readDocument(doc)).toEqual(kitchen);
});

test("[J7] nothing is added past the limit of its kind, and a deleted stage makes room for another", () => {
  const doc = createDocument({ ...kitchen, lanes: [], cards: [], stages: kitchen.stages });
  for (let count = 0; count < limits.lanes; count += 1)
    edit.addLane(doc, { id: `lane-${count}`, kind: "free", name: "" });
  expect(refusal(() => edit.addLane(doc, { id: "more", kind: "free", name: "" }))).toBe("tooMany");
  for (let count = 0; count < limits.stages * 2; count += 1) {
    edit.addStage(doc, { id: `stage-${count}`, name: "" });
    edit.deleteStage(doc, `stage-${count}`);
  }
  expect(readDocument(doc).stages).toEqual(kitchen.stages);
});

test("[J8] two people typing into the same card both keep their words", () => {
  const { merged } = merge(
    createDocument(kitchen),
    (doc) => edit.setCardText(doc, "lost", "Vraiment, je suis perdu"),
    (doc) => edit.setCardText(doc, "lost", "Je suis perdu 😀 ici"),
  );
  expect(merged.cards[0]?.text).toBe("Vraiment, je suis perdu 😀 ici");
});

test("[J8] replacing one emoji by another never cuts it in half", () => {
  const doc = createDocument(kitchen);
  for (const text of ["a😀b", "a😃b", "😃b", "a😃", "😀😀", "😀", ""]) {
    edit.setCardText(doc, "lost", text);
    expect(readDocument(doc).cards[0]?.text).toBe(text);
  }
});

test("[J9] a touchpoint is on a step once", () => {
  const doc = createDocument(kitchen);
  expect(refusal(() => edit.placeTouchpoint(doc, { ...placement("web", "dream"), id: "again" }))).toBe("taken");
  expect(refusal(() => edit.placeTouchpoint(doc, placement("web", "buy")))).toBeNull();
  expect(refusal(() => edit.movePlacement(doc, "buy-web", { stepId: "dream", index: 0 }))).toBe("taken");
});

test("[J15] a touchpoint that two people placed on a step at once is shown once and removed whole", () => {
  const place = (id: string) => (doc: Y.Doc) => edit.placeTouchpoint(doc, { ...placement("app", "buy"), id });
  const { merged, one } = merge(createDocument(kitchen), place("mine"), place("yours"));
  const shown = merged.placements.filter(({ touchpointId }) => touchpointId === "app");
  expect(shown).toHaveLength(1);
  edit.removePlacement(one, shown[0]?.id ?? "");
  expect(readDocument(one).placements).toEqual(kitchen.placements);
});

test("[J11] the steps of a deleted stage go to the end of the stage before, those of the first to the start of the next", () => {
  const doc = createDocument(kitchen);
  edit.deleteStage(doc, "sale");
  expect(readDocument(doc).steps.map(({ id, stageId }) => `${stageId}/${id}`)).toEqual([
    "before/dream",
    "before/compare",
    "before/buy",
    "after/repair",
  ]);
  edit.deleteStage(doc, "before");
  expect(readDocument(doc).steps.map(({ id, stageId }) => `${stageId}/${id}`)).toEqual([
    "after/dream",
    "after/compare",
    "after/buy",
    "after/repair",
  ]);
  expect(ids(readDocument(doc).cards)).toEqual(ids(kitchen.cards));
});

test("[J12] the last stage stays while there are steps", () => {
  const doc = createDocument({
    ...kitchen,
    stages: [{ id: "before", name: "" }],
    steps: kitchen.steps.slice(0, 1),
    placements: [],
    cards: [],
  });
  expect(refusal(() => edit.deleteStage(doc, "before"))).toBe("needed");
  edit.deleteStep(doc, "dream");
  edit.deleteStage(doc, "before");
  expect(readDocument(doc).stages).toEqual([]);
});

test("[J12] when two people delete the last two stages at once, the first stays with the steps", () => {
  const doc = createDocument(kitchen);
  edit.deleteStage(doc, "after");
  const { merged } = merge(
    doc,
    (copy) => edit.deleteStage(copy, "before"),
    (copy) => edit.deleteStage(copy, "sale"),
  );
  expect(ids(merged.stages)).toEqual(["before"]);
  expect(ids(merged.steps).toSorted()).toEqual(ids(kitchen.steps).toSorted());
});

test("[J13] a step that somebody puts into a stage while it is deleted is shown in the stage before", () => {
  const { merged } = merge(
    createDocument(kitchen),
    (doc) => edit.deleteStage(doc, "sale"),
    (doc) => edit.addStep(doc, { id: "pay", stageId: "sale", name: "Je paie" }),
  );
  expect(merged.steps.find(({ id }) => id === "pay")?.stageId).toBe("before");
});

test("[J14] a step goes with its cards and placements, a lane with its cards", () => {
  const doc = createDocument(kitchen);
  edit.deleteStep(doc, "compare");
  edit.deleteLane(doc, "irritants");
  const read = readDocument(doc);
  expect([read.cards, ids(read.placements)]).toEqual([[], ["dream-web", "buy-till"]]);
  expect(doc.getMap("cards").size).toBe(0);
});

test("[J14] a card that somebody adds to a step while it is deleted is not shown", () => {
  const { merged } = merge(
    createDocument(kitchen),
    (doc) => edit.deleteStep(doc, "buy"),
    (doc) => edit.addCard(doc, { id: "queue", laneId: "irritants", stepId: "buy", text: "La file" }),
  );
  expect(ids(merged.cards)).toEqual(ids(kitchen.cards));
});

test("[J16] reading again keeps the objects that did not change", () => {
  const doc = createDocument(kitchen);
  const before = readDocument(doc);
  expect(readDocument(doc, before)).toBe(before);
  edit.setCardText(doc, "dear", "C'est trop cher");
  const after = readDocument(doc, before);
  expect(after.steps).toBe(before.steps);
  expect(after.cards[0]).toBe(before.cards[0]);
  expect(after.cards[1]).not.toBe(before.cards[1]);
});

test("[J18] applying a document adds what is missing where it belongs and leaves what people changed", () => {
  const doc = createDocument({
    ...kitchen,
    steps: kitchen.steps.filter(({ id }) => id !== "compare"),
    placements: [],
    cards: [],
  });
  edit.renameStep(doc, "buy", "Je paie");
  applyDocument(doc, kitchen);
  applyDocument(doc, kitchen);
  expect(readDocument(doc)).toEqual({
    ...kitchen,
    steps: kitchen.steps.map((step) => (step.id === "buy" ? { ...step, name: "Je paie" } : step)),
  });
});

test("[J18] a document with loose ends is applied without them", () => {
  const doc = createDocument({
    ...kitchen,
    cards: [{ id: "x", laneId: "gone", stepId: "buy", text: "" }],
    placements: [
      placement("web", "gone"),
      { ...placement("web", "buy"), id: "a" },
      { ...placement("web", "buy"), id: "b" },
    ],
  });
  expect([readDocument(doc).cards, ids(readDocument(doc).placements)]).toEqual([[], ["a"]]);
});

test("[J18] a document at the limits is made and read in one go", () => {
  const steps = Array.from({ length: limits.steps }, (_, index) => ({
    id: `step-${index}`,
    stageId: "before",
    name: "",
  }));
  const cards = Array.from({ length: limits.cards }, (_, index) => ({
    id: `card-${index}`,
    laneId: "notes",
    stepId: `step-${index % steps.length}`,
    text: "x",
  }));
  const doc = createDocument({ ...kitchen, steps, cards, placements: [] });
  expect(readDocument(doc).cards).toHaveLength(limits.cards);
  expect(() => JourneyDocument.parse(readDocument(doc))).not.toThrow();
});
