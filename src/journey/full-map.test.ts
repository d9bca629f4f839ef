import { expect, test } from "vitest";
import * as Y from "yjs";
import { copyOf, pull } from "#testing/map-deeds.ts";
import { createDocument } from "./apply.ts";
import { readDocument } from "./document.ts";
import * as edit from "./edit.ts";
import { type DocumentDraft, JourneyDocument } from "./model.ts";
import { EditRefused, type RefusalCode } from "./refusal.ts";
import { createUndo } from "./undo.ts";

const draft: DocumentDraft = {
  name: "Rénover",
  stages: [{ id: "before", name: "Avant", phase: "awareness" }],
  steps: [
    { id: "dream", stageId: "before", name: "Je rêve", selfScore: 3 },
    { id: "buy", stageId: "before", name: "J'achète" },
  ],
  lanes: [
    { id: "irritants", kind: "irritant", name: "" },
    { id: "notes", kind: "free", name: "Notes", isLocked: true },
    { id: "line", kind: "visibilityLine", name: "" },
  ],
  cards: [
    { id: "lost", laneId: "irritants", stepId: "dream", text: "Perdu", severity: 4, tags: ["web"], span: 2 },
    { id: "kept", laneId: "notes", stepId: "dream", text: "À garder" },
  ],
  placements: [
    { id: "web", stepId: "dream", touchpointId: "web", importance: 3, momentOfTruth: true, expectation: null },
    { id: "shop", stepId: "dream", touchpointId: "shop", importance: null, momentOfTruth: false, expectation: 8 },
  ],
  links: [{ id: "fall", kind: "break", fromStepId: "dream", toStepId: "dream", fromPlacementId: "web" }],
  personas: [{ id: "claire" }],
  emotions: [{ id: "claire-lived-dream", personaId: "claire", stepId: "dream", value: 1.5 }],
  framing: { objective: "Savoir où aider", drivers: ["loyalty"] },
  isCycle: true,
};
const map = JourneyDocument.parse(draft);

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
function merge(one: (doc: Y.Doc) => void, other: (doc: Y.Doc) => void): JourneyDocument {
  const first = createDocument(draft);
  const second = copyOf(first);
  one(first);
  other(second);
  pull(first, second);
  pull(second, first);
  expect(readDocument(second)).toEqual(readDocument(first));
  return readDocument(first);
}

test("[J1] a full map says what it was made of, with its defaults", () => {
  expect(readDocument(createDocument(draft))).toEqual(map);
});

test("[J43] a document of the first version reads with what it does not say at its default, and can be edited", () => {
  const doc = new Y.Doc();
  const put = (collection: string, id: string, fields: Record<string, unknown>) =>
    doc.getMap(collection).set(id, new Y.Map(Object.entries({ order: "V", ...fields })));
  doc.getMap("meta").set("version", 1);
  doc.getMap("meta").set("name", "Ancienne");
  put("stages", "before", { name: "Avant" });
  put("steps", "dream", { name: "Je rêve", stageId: "before" });
  put("lanes", "irritants", { kind: "irritant", name: "" });
  put("cards", "lost", { laneId: "irritants", stepId: "dream", text: new Y.Text("Perdu") });
  put("placements", "web", {
    stepId: "dream",
    touchpointId: "web",
    importance: 3,
    momentOfTruth: true,
    expectation: null,
  });
  const old = {
    name: "Ancienne",
    stages: [{ id: "before", name: "Avant" }],
    steps: [{ id: "dream", stageId: "before", name: "Je rêve" }],
    lanes: [{ id: "irritants", kind: "irritant" as const, name: "" }],
    cards: [{ id: "lost", laneId: "irritants", stepId: "dream", text: "Perdu" }],
    placements: [
      { id: "web", stepId: "dream", touchpointId: "web", importance: 3, momentOfTruth: true, expectation: null },
    ],
  };
  expect(readDocument(doc)).toEqual(JourneyDocument.parse(old));
  edit.setDetails(doc, "cards", "lost", { severity: 2 });
  edit.addPersona(doc, "claire");
  edit.setEmotion(doc, { personaId: "claire", state: "target", stepId: "dream" }, 2);
  const read = readDocument(doc);
  expect([read.cards[0]?.severity, read.emotions.map((point) => point.value)]).toEqual([2, [2]]);
});

test("[J24] a locked map keeps its structure, and cards can still be added, written, detailed and deleted", () => {
  const doc = createDocument({ ...draft, isLocked: true });
  const before = readDocument(doc);
  const frozen = [
    () => edit.addStage(doc, { id: "new", name: "" }),
    () => edit.renameStage(doc, "before", "x"),
    () => edit.moveStage(doc, "before", 0),
    () => edit.deleteStage(doc, "before"),
    () => edit.addStep(doc, { id: "new", stageId: "before", name: "" }),
    () => edit.renameStep(doc, "dream", "x"),
    () => edit.moveStep(doc, "dream", { stageId: "before", index: 1 }),
    () => edit.deleteStep(doc, "buy"),
    () => edit.addLane(doc, { id: "new", kind: "free", name: "" }),
    () => edit.renameLane(doc, "irritants", "x"),
    () => edit.moveLane(doc, "irritants", 1),
    () => edit.deleteLane(doc, "irritants"),
    () => edit.placeTouchpoint(doc, { ...map.placements[0]!, id: "new", stepId: "buy" }),
    () => edit.movePlacement(doc, "web", { stepId: "buy", index: 0 }),
    () => edit.removePlacement(doc, "web"),
    () => edit.addLink(doc, { id: "new", kind: "or", fromStepId: "dream", toStepId: "buy" }),
    () => edit.deleteLink(doc, "fall"),
    () => edit.moveCard(doc, "lost", { stepId: "buy", laneId: "irritants", index: 0 }),
  ];
  expect(frozen.map(refusal)).toEqual(frozen.map(() => "locked"));
  expect(readDocument(doc)).toEqual(before);
  edit.addCard(doc, { id: "new", laneId: "irritants", stepId: "buy", text: "Encore" });
  edit.setCardText(doc, "new", "Encore une");
  edit.setDetails(doc, "cards", "new", { severity: 5 });
  edit.deleteCard(doc, "lost");
  edit.setLocked(doc, false);
  expect(refusal(() => edit.renameStep(doc, "dream", "Je rêve encore"))).toBeNull();
  expect(readDocument(doc).cards.map((card) => [card.text, card.severity])).toContainEqual(["Encore une", 5]);
});

test("[J25] a locked lane keeps its cards as they are, whatever goes with them", () => {
  const doc = createDocument(draft);
  const before = readDocument(doc);
  const frozen = [
    () => edit.addCard(doc, { id: "new", laneId: "notes", stepId: "buy", text: "" }),
    () => edit.setCardText(doc, "kept", "x"),
    () => edit.setDetails(doc, "cards", "kept", { severity: 1 }),
    () => edit.moveCard(doc, "kept", { stepId: "buy", laneId: "irritants", index: 0 }),
    () => edit.moveCard(doc, "lost", { stepId: "buy", laneId: "notes", index: 0 }),
    () => edit.deleteCard(doc, "kept"),
    () => edit.deleteLane(doc, "notes"),
    () => edit.deleteStep(doc, "dream"),
  ];
  expect(frozen.map(refusal)).toEqual(frozen.map(() => "locked"));
  expect(readDocument(doc)).toEqual(before);
  edit.setDetails(doc, "lanes", "notes", { isLocked: false, isCollapsed: true });
  expect(refusal(() => edit.setCardText(doc, "kept", "Libre"))).toBeNull();
});

test("[J25] emotions are locked with the lanes that draw them, once all of these are", () => {
  const doc = createDocument(draft);
  const feel = (value: number | null) =>
    refusal(() => edit.setEmotion(doc, { personaId: null, state: "lived", stepId: "dream" }, value));
  edit.addLane(doc, { id: "feel", kind: "emotion", name: "", isLocked: true });
  edit.addLane(doc, { id: "feelings", kind: "emotion", name: "" });
  expect(feel(2)).toBeNull();
  edit.setDetails(doc, "lanes", "feelings", { isLocked: true });
  expect([feel(1), feel(null)]).toEqual(["locked", "locked"]);
  expect(
    readDocument(doc).emotions.find(({ stepId, personaId }) => stepId === "dream" && personaId === null)?.value,
  ).toBe(2);
});

test("[J26] details change what is given and nothing else, and what is out of range is refused whole", () => {
  const doc = createDocument(draft);
  edit.setDetails(doc, "cards", "lost", { severity: null, frequency: 2, isMet: false, tags: ["web", "prix"] });
  edit.setDetails(doc, "stages", "before", { phase: null });
  edit.setDetails(doc, "steps", "buy", { selfScore: 5 });
  edit.setDetails(doc, "placements", "shop", { flag: "redundant", selfScore: 1 });
  edit.setDetails(doc, "lanes", "line", { isHidden: true });
  const [lost, kept] = map.cards;
  expect(readDocument(doc)).toEqual({
    ...map,
    stages: [{ ...map.stages[0], phase: null }],
    steps: [map.steps[0], { ...map.steps[1], selfScore: 5 }],
    lanes: [map.lanes[0], map.lanes[1], { ...map.lanes[2], isHidden: true }],
    cards: [{ ...lost, severity: null, frequency: 2, isMet: false, tags: ["web", "prix"] }, kept],
    placements: [map.placements[0], { ...map.placements[1], flag: "redundant", selfScore: 1 }],
  });
  const before = readDocument(doc);
  const refused: [RefusalCode, () => void][] = [
    ["invalid", () => edit.setDetails(doc, "cards", "lost", { frequency: 1, severity: 6 })],
    ["invalid", () => edit.setDetails(doc, "cards", "lost", { span: 0 })],
    [
      "invalid",
      () => edit.setDetails(doc, "cards", "lost", { tags: Array.from({ length: 21 }, (_, tag) => `${tag}`) }),
    ],
    ["tooLong", () => edit.setDetails(doc, "cards", "lost", { evidence: "x".repeat(2_001) })],
    ["missing", () => edit.setDetails(doc, "steps", "gone", { selfScore: 1 })],
  ];
  for (const [code, attempt] of refused) expect(refusal(attempt)).toBe(code);
  expect(readDocument(doc)).toEqual(before);
});

test("[J26] where an item is and what it is called is no detail", () => {
  const doc = createDocument(draft);
  const smuggled = { severity: 1, stepId: "buy", order: "a", deleted: true } as { severity: number };
  edit.setDetails(doc, "cards", "lost", smuggled);
  expect(readDocument(doc).cards.find(({ id }) => id === "lost")).toEqual({ ...map.cards[0], severity: 1 });
});

test("[J26] two people who say different details of one card both keep theirs, and saying the same again overrules nobody", () => {
  const merged = merge(
    (doc) => edit.setDetails(doc, "cards", "lost", { severity: 1, tags: ["web"] }),
    (doc) => edit.setDetails(doc, "cards", "lost", { frequency: 5, tags: ["web", "prix"] }),
  );
  expect(merged.cards[0]).toMatchObject({ severity: 1, frequency: 5, tags: ["web", "prix"] });
});

test("[J27] a link joins two steps; a break may be between two touchpoints of one step", () => {
  const doc = createDocument(draft);
  const ends = { fromStepId: "dream", toStepId: "buy" };
  edit.addLink(doc, { id: "or", kind: "or", ...ends, name: "En ligne" });
  edit.addLink(doc, {
    id: "between",
    kind: "break",
    fromStepId: "dream",
    toStepId: "dream",
    fromPlacementId: "web",
    toPlacementId: "shop",
  });
  edit.setDetails(doc, "links", "or", { kind: "return", name: "" });
  expect(readDocument(doc).links.map(({ id, kind, name }) => [id, kind, name])).toEqual([
    ["fall", "break", ""],
    ["or", "return", ""],
    ["between", "break", ""],
  ]);
  const refused: [RefusalCode, () => void][] = [
    ["invalid", () => edit.addLink(doc, { id: "x", kind: "or", fromStepId: "buy", toStepId: "buy" })],
    ["invalid", () => edit.addLink(doc, { id: "x", kind: "break", fromStepId: "buy", toStepId: "buy" })],
    ["invalid", () => edit.addLink(doc, { id: "x", kind: "break", ...ends, toPlacementId: "web" })],
    ["missing", () => edit.addLink(doc, { id: "x", kind: "break", ...ends, toPlacementId: "gone" })],
    ["missing", () => edit.addLink(doc, { id: "x", kind: "or", fromStepId: "dream", toStepId: "gone" })],
    ["invalid", () => edit.setDetails(doc, "links", "fall", { kind: "or" })],
    ["taken", () => edit.addLink(doc, { id: "or", kind: "or", ...ends })],
    ["missing", () => edit.deleteLink(doc, "gone")],
  ];
  for (const [code, attempt] of refused) expect(refusal(attempt)).toBe(code);
});

test("[J27] a link goes with either of its steps, and one to a touchpoint that left its step joins the steps", () => {
  const doc = createDocument({
    ...draft,
    links: [{ id: "fall", kind: "break", fromStepId: "dream", toStepId: "buy", fromPlacementId: "web" }],
  });
  edit.movePlacement(doc, "web", { stepId: "buy", index: 0 });
  expect(readDocument(doc).links).toEqual([{ ...map.links[0], toStepId: "buy", fromPlacementId: null }]);
  edit.deleteStep(doc, "buy");
  expect(readDocument(doc).links).toEqual([]);
});

test("[J28] an emotion is one point a persona, state and step, from −2 to 2, and goes when it is unsaid", () => {
  const doc = createDocument(draft);
  const lived = { personaId: "claire", state: "lived", stepId: "dream" } as const;
  edit.setEmotion(doc, lived, -2);
  edit.setEmotion(doc, { ...lived, personaId: null }, 0.5);
  edit.setEmotion(doc, { ...lived, state: "target" }, 2);
  const shown = () => readDocument(doc).emotions.map(({ personaId, state, value }) => [personaId, state, value]);
  expect(shown()).toEqual([
    [null, "lived", 0.5],
    ["claire", "lived", -2],
    ["claire", "target", 2],
  ]);
  expect(refusal(() => edit.setEmotion(doc, lived, 2.1))).toBe("invalid");
  expect(refusal(() => edit.setEmotion(doc, { ...lived, personaId: "gone" }, 1))).toBe("missing");
  expect(refusal(() => edit.setEmotion(doc, { ...lived, stepId: "gone" }, 1))).toBe("missing");
  edit.setEmotion(doc, lived, null);
  expect(shown()).toEqual([
    [null, "lived", 0.5],
    ["claire", "target", 2],
  ]);
});

test("[J28] a point that came with another id is the one that is set", () => {
  const doc = createDocument({
    ...draft,
    emotions: [{ id: "imported", personaId: "claire", stepId: "dream", value: 1 }],
  });
  edit.setEmotion(doc, { personaId: "claire", state: "lived", stepId: "dream" }, -1);
  expect(readDocument(doc).emotions.map(({ id, value }) => [id, value])).toEqual([["imported", -1]]);
  edit.setEmotion(doc, { personaId: "claire", state: "lived", stepId: "dream" }, null);
  expect(readDocument(doc).emotions).toEqual([]);
});

test("[J28] two people who set one emotion at once set one point", () => {
  const at = { personaId: null, state: "lived", stepId: "buy" } as const;
  const merged = merge(
    (doc) => edit.setEmotion(doc, at, 1),
    (doc) => edit.setEmotion(doc, at, -1),
  );
  expect(merged.emotions.filter(({ stepId }) => stepId === "buy")).toHaveLength(1);
});

test("[J28] a map tells of five personas at most; one goes with its curves, and comes back with them", () => {
  const doc = createDocument(draft);
  const me = {};
  const undo = createUndo(doc, me);
  for (const id of ["a", "b", "c", "d"]) edit.addPersona(doc, id);
  expect(refusal(() => edit.addPersona(doc, "e"))).toBe("tooMany");
  expect(refusal(() => edit.addPersona(doc, "a"))).toBe("taken");
  const before = readDocument(doc);
  doc.transact(() => edit.removePersona(doc, "claire"), me);
  expect([readDocument(doc).personas.length, readDocument(doc).emotions]).toEqual([4, []]);
  undo.undo();
  expect(readDocument(doc)).toEqual(before);
});

test("[J28] more than five personas that met in a merge: the first five are told of", () => {
  const merged = merge(
    (doc) => ["a", "b", "c"].forEach((id) => edit.addPersona(doc, id)),
    (doc) => ["d", "e", "f"].forEach((id) => edit.addPersona(doc, id)),
  );
  expect(merged.personas).toHaveLength(5);
  expect(() => JourneyDocument.parse(merged)).not.toThrow();
});

test("[J29] the framing sheet and the cycle are said field by field", () => {
  const doc = createDocument(draft);
  edit.setFraming(doc, { scope: "De l'envie à la pose", maturity: "low" });
  edit.setCycle(doc, false);
  expect(readDocument(doc)).toEqual({
    ...map,
    isCycle: false,
    framing: { ...map.framing, scope: "De l'envie à la pose", maturity: "low" },
  });
  expect(refusal(() => edit.setFraming(doc, { team: "x".repeat(4_001) }))).toBe("tooLong");
  const merged = merge(
    (copy) => edit.setFraming(copy, { data: "Enquêtes" }),
    (copy) => edit.setFraming(copy, { team: "Cinq métiers" }),
  );
  expect([merged.framing.data, merged.framing.team]).toEqual(["Enquêtes", "Cinq métiers"]);
});
