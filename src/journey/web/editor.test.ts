import { expect, test } from "vitest";
import { createDocument } from "../apply.ts";
import { readDocument } from "../document.ts";
import { setDetails, setLocked } from "../edit.ts";
import { JourneyDocument } from "../model.ts";
import { createEditor } from "./editor.ts";
import { readRef } from "./item.ts";
import { findCard, mapViewOf } from "./map-view.ts";

const content = JourneyDocument.parse({
  name: "Rénover sa cuisine",
  stages: [
    { id: "before", name: "Avant" },
    { id: "after", name: "Après" },
  ],
  steps: [
    { id: "s1", stageId: "before", name: "Je compare" },
    { id: "s2", stageId: "after", name: "Je pose" },
  ],
  lanes: [
    { id: "touchpoints", kind: "touchpoint", name: "" },
    { id: "pains", kind: "irritant", name: "" },
    { id: "joys", kind: "delight", name: "" },
  ],
  cards: [{ id: "c1", laneId: "pains", stepId: "s1", text: "Trop de choix" }],
  placements: [{ id: "p1", stepId: "s1", touchpointId: "t1", importance: 4, momentOfTruth: true, expectation: null }],
});

function open() {
  const doc = createDocument(content);
  const refusals: string[] = [];
  const view = () => mapViewOf(readDocument(doc), null);
  return { editor: createEditor(doc, view, (refusal) => refusals.push(refusal.code)), view, refusals };
}

test("[U55] a step at the end of its stage passes into the next one, and back", () => {
  const { editor, view } = open();
  expect(editor.shift({ kind: "step", id: "s1" }, "right")).toBe(true);
  expect(view().stages.map((stage) => stage.steps.map((step) => step.id))).toEqual([[], ["s1", "s2"]]);
  expect(editor.shift({ kind: "step", id: "s1" }, "left")).toBe(true);
  expect(view().stages.map((stage) => stage.steps.map((step) => step.id))).toEqual([["s1"], ["s2"]]);
  expect(editor.shift({ kind: "step", id: "s1" }, "left")).toBe(false);
});

test("[U55] a card passes into the next step and into the next lane that holds cards, never into one that does not", () => {
  const { editor, view } = open();
  expect(editor.shift({ kind: "card", id: "c1" }, "down")).toBe(true);
  expect(
    view()
      .cards.get("joys")
      ?.get("s1")
      ?.map(({ id }) => id),
  ).toEqual(["c1"]);
  expect(editor.shift({ kind: "card", id: "c1" }, "up")).toBe(true);
  expect(editor.shift({ kind: "card", id: "c1" }, "up")).toBe(false);
  expect(editor.shift({ kind: "card", id: "c1" }, "right")).toBe(true);
  expect(
    view()
      .cards.get("pains")
      ?.get("s2")
      ?.map(({ id }) => id),
  ).toEqual(["c1"]);
});

test("[U60] what a lock keeps does not open to be written, and says so", () => {
  const { editor, refusals } = open();
  expect(editor.mayWrite({ kind: "card", id: "c1" })).toBe(true);
  editor.change((doc) => setDetails(doc, "lanes", "pains", { isLocked: true }));
  expect(editor.mayWrite({ kind: "card", id: "c1" })).toBe(false);
  expect(editor.mayWrite({ kind: "lane", id: "pains" })).toBe(true);
  editor.change((doc) => setLocked(doc, true));
  expect(editor.mayWrite({ kind: "step", id: "s1" })).toBe(false);
  expect(refusals).toEqual(["locked", "locked"]);
});

test("[J8] a key typed before others' words are shown takes none of them away", () => {
  const { editor, view } = open();
  const card = { kind: "card", id: "c1" } as const;
  editor.write(card, "Vraiment trop de choix");
  editor.write(card, "Trop de choix !", "Trop de choix");
  expect(findCard(view(), "c1")?.text).toBe("Vraiment trop de choix !");
});

test("[U56] every deed is undone by itself, and a refused one is told and changes nothing", () => {
  const { editor, view, refusals } = open();
  const card = readRef(editor.addCard("pains", "s2"));
  expect(card?.kind).toBe("card");
  editor.remove({ kind: "lane", id: "joys" });
  expect(editor.undoState.get()).toEqual({ canUndo: true, canRedo: false });
  editor.undo();
  expect(view().lanes).toHaveLength(3);
  expect(view().cards.get("pains")?.get("s2")).toHaveLength(1);
  editor.undo();
  expect(view().cards.get("pains")?.get("s2")).toBeUndefined();
  expect(editor.undoState.get()).toEqual({ canUndo: false, canRedo: true });
  expect(editor.place("s1", "t1")).toBeNull();
  expect(editor.remove({ kind: "card", id: "gone" })).toBeNull();
  expect(refusals).toEqual(["taken", "missing"]);
});

test("[U56] a deletion is taken back by its own message only until something else is done", () => {
  const { editor, view } = open();
  const first = editor.remove({ kind: "card", id: "c1" });
  first?.takeBack();
  expect(view().cards.get("pains")?.get("s1")).toHaveLength(1);
  const second = editor.remove({ kind: "card", id: "c1" });
  let isPast = false;
  second?.whenPast(() => (isPast = true));
  editor.write({ kind: "step", id: "s1" }, "Je regarde");
  expect(isPast).toBe(true);
  second?.takeBack();
  expect(view().steps[0]?.name).toBe("Je regarde");
});
