import fc from "fast-check";
import { expect, test } from "vitest";
import { createDocument } from "./apply.ts";
import { type Clip, copyCells, copyLanes, copySteps } from "./clipboard.ts";
import { sheetOf } from "./clipboard.testing.ts";
import { readDocument } from "./document.ts";
import { type DocumentDraft, JourneyDocument } from "./model.ts";
import { type PasteMap, type PasteTarget, applyPaste, clipOfLines, clipOfTable, planPaste } from "./paste.ts";
import { EditRefused } from "./refusal.ts";

const draft = {
  name: "Rénover",
  stages: [
    { id: "g1", name: "Avant" },
    { id: "g2", name: "Après" },
  ],
  steps: [
    { id: "s1", stageId: "g1", name: "Je compare" },
    { id: "s2", stageId: "g2", name: "Je pose" },
  ],
  lanes: [
    { id: "line", kind: "touchpoint", name: "" },
    { id: "pains", kind: "irritant", name: "" },
    { id: "joys", kind: "delight", name: "" },
  ],
  cards: [
    { id: "c1", laneId: "pains", stepId: "s1", text: "Trop de choix", severity: 4, personaIds: ["p1", "p2"] },
    { id: "c2", laneId: "joys", stepId: "s2", text: "C’est beau" },
  ],
  placements: [{ id: "p", stepId: "s2", touchpointId: "t", importance: 5, momentOfTruth: true, expectation: null }],
  personas: [{ id: "p1" }],
} satisfies DocumentDraft;

function counter(): () => string {
  let count = 0;
  return () => `new${++count}`;
}

function open(from: DocumentDraft = draft, workspaceId = "w") {
  const doc = createDocument(JourneyDocument.parse(from));
  const read = () => readDocument(doc);
  const map = (): PasteMap => ({ ...sheetOf(read()), workspaceId, stages: read().stages, personas: read().personas });
  const newId = counter();
  const paste = (clip: Clip, target: Partial<PasteTarget>, grows = true) => {
    const plan = planPaste(clip, { laneId: null, stepId: null, ...target }, map(), { grows, newId });
    applyPaste(doc, plan);
    return plan;
  };
  const texts = (laneId: string, stepId: string) =>
    read()
      .cards.filter((card) => card.laneId === laneId && card.stepId === stepId)
      .map(({ text }) => text);
  return { doc, read, map, paste, texts };
}

test("[J105] lines are pasted into a cell as cards, one a line", () => {
  const { paste, texts } = open();
  paste(clipOfLines(["Un", "", "Deux"]), { laneId: "pains", stepId: "s1" });
  expect(texts("pains", "s1")).toEqual(["Trop de choix", "Un", "Deux"]);
});

test("[J105] a range of a spreadsheet lies over the cells from the one it is pasted at, and what is beyond is added when one wants it", () => {
  const table = [
    ["a", "b"],
    ["c1\nc2", "d"],
    ["", "e"],
  ];
  const target = { laneId: "pains", stepId: "s2" };
  const narrow = open();
  expect(narrow.paste(clipOfTable(table, target), target, false)).toMatchObject({ steps: [], lanes: [], left: 3 });
  expect(narrow.texts("joys", "s2")).toEqual(["C’est beau", "c1", "c2"]);

  const wide = open();
  const plan = wide.paste(clipOfTable(table, target), target);
  expect(plan).toMatchObject({ steps: [{ stageId: "g2" }], lanes: [{ kind: "free" }], left: 0 });
  expect(wide.read().steps).toHaveLength(3);
  expect(wide.texts(plan.lanes[0]!.id, plan.steps[0]!.id)).toEqual(["e"]);
});

test("[J106] a table pasted at a lane’s head makes lanes under it, at a step’s head steps after it", () => {
  const { paste, read, texts } = open();
  const lanes = paste(clipOfTable([["Preuves", "étude", "photo"]], { laneId: "pains", stepId: null }), {
    laneId: "pains",
  });
  expect(read().lanes.map(({ name, kind }) => name || kind)).toEqual(["touchpoint", "irritant", "Preuves", "delight"]);
  expect(texts(lanes.lanes[0]!.id, "s2")).toEqual(["photo"]);
  paste(clipOfTable([["Je visite"], ["Je mesure"]], { laneId: null, stepId: "s1" }), { stepId: "s1" });
  expect(read().steps.map(({ name, stageId }) => `${stageId} ${name}`)).toEqual([
    "g1 Je compare",
    "g1 Je visite",
    "g1 Je mesure",
    "g2 Je pose",
  ]);
});

test("[J107] a lane goes to another map with its cards, under the steps of the same names, else in the same places", () => {
  const other = open({
    ...draft,
    steps: [
      { id: "x", stageId: "g1", name: "Je rêve" },
      { id: "z", stageId: "g1", name: "Je range" },
      { id: "y", stageId: "g1", name: "je compare " },
    ],
    cards: [],
    placements: [],
  });
  const from = open();
  from.paste(clipOfLines(["Le bruit"]), { laneId: "pains", stepId: "s2" });
  const plan = other.paste(copyLanes(from.map(), "w", new Set(["pains"])), { laneId: "joys" });
  const lane = plan.lanes[0]!.id;
  expect(other.texts(lane, "y")).toEqual(["Trop de choix"]);
  expect(other.texts(lane, "z")).toEqual(["Le bruit"]);
  expect(other.read().cards[0]).not.toMatchObject({ id: "c1" });
});

test("[J107] a lane that is drawn is there once", () => {
  const { paste, map, read } = open();
  expect(() => paste(copyLanes(map(), "w", new Set(["line"])), { laneId: "line" })).toThrow(EditRefused);
  paste(copyLanes(map(), "w", new Set(["line", "joys"])), { laneId: "line" });
  expect(read().lanes.map(({ kind }) => kind)).toEqual(["touchpoint", "delight", "irritant", "delight"]);
});

test("[J107] a step is copied with its cards and its touchpoints; in another workspace without what is of the first", () => {
  const { paste, map, read } = open();
  const plan = paste(copySteps(map(), "w", new Set(["s1", "s2"])), { stepId: "s1" });
  expect(plan).toMatchObject({ lanes: [], placements: [{ touchpointId: "t" }] });
  expect(read().steps.map(({ name }) => name)).toEqual(["Je compare", "Je compare", "Je pose", "Je pose"]);
  expect(read().cards.filter(({ text }) => text === "Trop de choix")).toMatchObject([
    { laneId: "pains", severity: 4 },
    { laneId: "pains", severity: 4, personaIds: ["p1"] },
  ]);
  const elsewhere = open({ ...draft, placements: [] }, "elsewhere");
  elsewhere.paste(copySteps(map(), "w", new Set(["s2"])), { stepId: "s2" });
  expect(elsewhere.read().placements).toEqual([]);
});

const felt = {
  ...draft,
  lanes: [...draft.lanes, { id: "felt", kind: "emotion", name: "" }],
  emotions: [
    { id: "e1", stepId: "s1", value: -1.5 },
    { id: "e2", stepId: "s1", value: 1, personaId: "p1", state: "target" },
    { id: "e3", stepId: "s2", value: 2 },
  ],
} satisfies DocumentDraft;

test("[J85] a copied step takes its emotions along, of everybody and of the personas that the other map tells of", () => {
  const here = open(felt);
  const clip = copySteps(here.map(), "w", new Set(["s1"]));
  const own = here.paste(clip, { stepId: "s1" });
  expect(own).toMatchObject({ leftEmotions: 0, emotions: [{ value: -1.5 }, { value: 1, personaId: "p1" }] });
  expect(here.read().emotions.filter(({ stepId }) => stepId === own.steps[0]!.id)).toHaveLength(2);
  const other = open({ ...draft, personas: [] });
  expect(other.paste(clip, { stepId: "s1" })).toMatchObject({ leftEmotions: 1, emotions: [{ value: -1.5 }] });
  const elsewhere = open(draft, "elsewhere");
  expect(elsewhere.paste(clip, { stepId: "s1" })).toMatchObject({ leftEmotions: 1, emotions: [{ personaId: null }] });
});

test("[J85] a copied lane of emotions says what is not known yet, and overrules nothing", () => {
  const clip = copyLanes(open(felt).map(), "w", new Set(["felt"]));
  const bare = open();
  expect(bare.paste(clip, { laneId: "pains" })).toMatchObject({ lanes: [{ kind: "emotion" }], leftEmotions: 0 });
  expect(bare.read().emotions.map(({ value }) => value)).toEqual([-1.5, 2, 1]);
  const told = open({ ...felt, emotions: [{ id: "own", stepId: "s1", value: 0 }] });
  expect(told.paste(clip, { laneId: "felt" })).toMatchObject({ lanes: [], leftEmotions: 1 });
  expect(told.read().emotions.map(({ value }) => value)).toEqual([0, 2, 1]);
  expect(() => told.paste(clip, { laneId: "felt" })).toThrow("invalid");
});

test("[J85] locked emotions stay as they are, whatever is pasted", () => {
  const locked = open({ ...felt, lanes: felt.lanes.map((lane) => ({ ...lane, isLocked: lane.id === "felt" })) });
  const plan = locked.paste(copySteps(open(felt).map(), "w", new Set(["s2"])), { stepId: "s2" });
  expect(plan).toMatchObject({ emotions: [], leftEmotions: 1, cards: [{ text: "C’est beau" }] });
});

test("[J108] nothing is pasted into a locked lane, and no lane or step onto a locked map", () => {
  const locked = open({ ...draft, lanes: draft.lanes.map((lane) => ({ ...lane, isLocked: lane.id === "pains" })) });
  const table = clipOfTable([["a"], ["b"]], { laneId: "pains", stepId: "s1" });
  expect(locked.paste(table, { laneId: "pains", stepId: "s1" })).toMatchObject({ left: 1, cards: [{ text: "b" }] });
  expect(() => locked.paste(clipOfLines(["x"]), { laneId: "pains", stepId: "s1" })).toThrow("locked");
  const whole = open({ ...draft, isLocked: true });
  const before = whole.read();
  expect(() =>
    whole.paste(clipOfTable([["a", "b", "c"]], { laneId: "pains", stepId: "s1" }), { laneId: "pains", stepId: "s1" }),
  ).toThrow("locked");
  expect(whole.read()).toEqual(before);
});

test("[J108] more than the map holds is refused whole", () => {
  const { paste, read } = open();
  const before = read();
  const wide = clipOfTable([Array.from({ length: 250 }, () => "x")], { laneId: "pains", stepId: "s1" });
  expect(() => paste(wide, { laneId: "pains", stepId: "s1" })).toThrow("tooMany");
  expect(() => paste(clipOfLines(["x".repeat(5000)]), { laneId: "pains", stepId: "s1" })).toThrow("tooLong");
  expect(() => paste(clipOfLines([" "]), { laneId: "pains", stepId: "s1" })).toThrow("invalid");
  expect(read()).toEqual(before);
});

test("[J109] a copy pasted where it came from doubles what it holds and changes nothing else", () => {
  const at = fc.subarray(["s1", "s2"], { minLength: 1 });
  const lanes = fc.subarray(["pains", "joys"], { minLength: 1 });
  fc.assert(
    fc.property(at, lanes, (stepIds, laneIds) => {
      const { map, paste, read } = open();
      const before = read();
      const clip = copyCells(map(), "w", { laneIds: new Set(laneIds), stepIds: new Set(stepIds) });
      const cards = clip.cells.flat(2);
      if (cards.length === 0) return;
      paste(clip, { laneId: laneIds[0]!, stepId: stepIds[0]! });
      const after = read();
      expect(after.cards).toHaveLength(before.cards.length + cards.length);
      expect(after.cards.filter(({ id }) => before.cards.some((card) => card.id === id))).toEqual(before.cards);
      expect({ ...after, cards: [] }).toEqual({ ...before, cards: [] });
    }),
  );
});
