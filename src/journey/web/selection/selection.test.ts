import { expect, test } from "vitest";
import type * as Y from "yjs";
import { createDocument } from "../../apply.ts";
import { readDocument } from "../../document.ts";
import { addLane, placeTouchpoint, setDetails, setEmotion, setLocked } from "../../edit.ts";
import { JourneyDocument } from "../../model.ts";
import { createEditor } from "../editor.ts";
import { mapViewOf } from "../map-view.ts";
import {
  blockDropped,
  blockShifted,
  checkOpen,
  deleteAll,
  describeAll,
  duplicateAll,
  duplicateSteps,
  keptByLocks,
  moveAll,
  tagAll,
} from "./deeds.ts";
import { cellKey, furtherCell, nothing, rangeBetween, selectedCards, toggled, wider } from "./selection.ts";

const content = JourneyDocument.parse({
  name: "Rénover",
  stages: [{ id: "g", name: "Avant" }],
  steps: ["s1", "s2", "s3"].map((id) => ({ id, stageId: "g", name: id })),
  lanes: [
    { id: "line", kind: "touchpoint", name: "" },
    { id: "pains", kind: "irritant", name: "" },
    { id: "hidden", kind: "think", name: "", isHidden: true },
    { id: "joys", kind: "delight", name: "" },
  ],
  cards: [
    { id: "a", laneId: "pains", stepId: "s1", text: "a" },
    { id: "b", laneId: "pains", stepId: "s1", text: "b" },
    { id: "c", laneId: "joys", stepId: "s2", text: "c", tags: ["web"] },
    { id: "h", laneId: "hidden", stepId: "s1", text: "h" },
  ],
  placements: [],
});

function open() {
  const doc = createDocument(content);
  const refusals: string[] = [];
  const view = () => mapViewOf(readDocument(doc), null);
  const editor = createEditor(doc, view, (refusal) => refusals.push(refusal.code));
  const cards = (...ids: string[]) => selectedCards(view(), { refs: new Set(ids.map((id) => `card:${id}`)) });
  const where = () =>
    Object.fromEntries(
      [...view().cards].flatMap(([lane, steps]) =>
        [...steps].map(([step, there]) => [`${lane} ${step}`, there.map(({ text }) => text).join("")]),
      ),
    );
  return { doc, editor, view, cards, where, refusals };
}

function counter(): () => string {
  let count = 0;
  return () => `new${(count += 1)}`;
}

const cell = (laneId: string, stepId: string) => ({ laneId, stepId });

test("[U90] a range holds the cells between two, with their cards, and no lane that is not on screen", () => {
  const { view } = open();
  const range = rangeBetween(view(), cell("joys", "s2"), cell("pains", "s1"));
  expect([...range.cells]).toEqual(["pains s1", "pains s2", "joys s1", "joys s2"]);
  expect([...range.refs]).toEqual(["card:a", "card:b", "card:c"]);
  expect(furtherCell(view(), cell("pains", "s1"), "down")).toEqual(cell("joys", "s1"));
  expect(furtherCell(view(), cell("pains", "s1"), "up")).toBeNull();
});

test("[U90] things are added one by one; one of another kind begins anew", () => {
  const two = toggled(toggled(nothing, "card:a"), "card:c");
  expect([...two.refs]).toEqual(["card:a", "card:c"]);
  expect([...toggled(two, "card:a").refs]).toEqual(["card:c"]);
  expect([...toggled(two, "lane:pains").refs]).toEqual(["lane:pains"]);
});

test("[U91] all is a lane first, then the map", () => {
  const { view } = open();
  const lane = wider(view(), nothing, "pains");
  expect([...lane.cells]).toEqual(["pains s1", "pains s2", "pains s3"]);
  expect(wider(view(), lane, "pains").cells.has(cellKey(cell("joys", "s3")))).toBe(true);
});

test("[U92] cards move as one block or not at all", () => {
  const { doc, editor, view, cards, where } = open();
  expect(blockShifted(view(), cards("a", "c"), "up")).toBeNull();
  const moves = blockShifted(view(), cards("a", "b", "c"), "right");
  expect(editor.change(() => moveAll(doc, moves ?? []))).toBe(true);
  expect(where()).toEqual({ "pains s2": "ab", "joys s3": "c", "hidden s1": "h" });
  editor.undo();
  expect(where()).toEqual({ "pains s1": "ab", "joys s2": "c", "hidden s1": "h" });
});

test("[U92] a block that is dropped keeps its shape around the card that was dragged", () => {
  const { doc, editor, view, cards, where } = open();
  const [leader] = cards("a");
  const moves = blockDropped(view(), cards("a", "b", "c"), leader!, { index: 0, laneId: "pains", stepId: "s2" });
  editor.change(() => moveAll(doc, moves ?? []));
  expect(where()).toEqual({ "pains s2": "ab", "joys s3": "c", "hidden s1": "h" });
});

test("[U93] one deed on several cards is one thing to undo", () => {
  const { doc, editor, view, cards, where } = open();
  editor.change(() => duplicateAll(doc, view(), cards("a", "b"), () => `${Math.random()}`.slice(2)));
  expect(where()["pains s1"]).toBe("aabb");
  editor.undo();
  editor.change(() => describeAll(doc, cards("a", "c"), { severity: 4 }));
  expect(cards("a", "b", "c").map(({ severity }) => severity)).toEqual([4, null, 4]);
  editor.undo();
  expect(cards("a")[0]?.severity).toBeNull();
  editor.change(() =>
    deleteAll(doc, [
      { kind: "card", id: "a" },
      { kind: "card", id: "c" },
    ]),
  );
  editor.undo();
  expect(where()).toMatchObject({ "pains s1": "ab", "joys s2": "c" });
});

test("[U93] a tag goes to all cards, and from them all once they all have it", () => {
  const { doc, editor, cards } = open();
  editor.change(() => tagAll(doc, cards("a", "c"), "web"));
  expect(cards("a", "c").map(({ tags }) => tags)).toEqual([["web"], ["web"]]);
  editor.change(() => tagAll(doc, cards("a", "c"), "web"));
  expect(cards("a", "c").map(({ tags }) => tags)).toEqual([[], []]);
});

test("[U93] when one of several cards is locked, nothing happens to any", () => {
  const { doc, editor, view, cards, where, refusals } = open();
  setDetails(doc, "lanes", "joys", { isLocked: true });
  expect(editor.change(() => checkOpen(view(), cards("a", "c")))).toBe(false);
  expect(refusals).toEqual(["locked"]);
  expect(where()).toMatchObject({ "pains s1": "ab", "joys s2": "c" });
});

test("[U105] a lock keeps from being deleted its cards, and the steps and the lane that they would go with", () => {
  const { doc, view } = open();
  setDetails(doc, "lanes", "joys", { isLocked: true });
  expect([...keptByLocks(view())]).toEqual(["step:s2", "lane:joys", "card:c"]);
  addLane(doc, { id: "felt", kind: "emotion", name: "", isLocked: true });
  expect(keptByLocks(view())).not.toContain("step:s3");
  setDetails(doc, "lanes", "felt", { isLocked: false });
  setEmotion(doc, { personaId: null, state: "lived", stepId: "s3" }, 1);
  setDetails(doc, "lanes", "felt", { isLocked: true });
  expect(keptByLocks(view())).toContain("step:s3");
  expect(() => deleteAll(doc, [{ kind: "step", id: "s3" }])).toThrow("locked");
});

test("[U93] steps are duplicated side by side with all that is said at them, but for what is locked", () => {
  const { doc, editor, view, where } = open();
  setEmotion(doc, { personaId: null, state: "lived", stepId: "s1" }, 1.5);
  setDetails(doc, "lanes", "joys", { isLocked: true });
  const newId = counter();
  editor.change(() => duplicateSteps(doc, view(), ["s1", "s2"], newId));
  expect(view().steps.map(({ name }) => name)).toEqual(["s1", "s2", "s1", "s2", "s3"]);
  const [first, second] = view().steps.slice(2, 4);
  expect(where()).toMatchObject({ [`pains ${first?.id}`]: "ab", [`hidden ${first?.id}`]: "h", "joys s2": "c" });
  expect(where()).not.toHaveProperty([`joys ${second?.id}`]);
  expect(view().emotions.map(({ stepId, value }) => [stepId, value])).toEqual([
    ["s1", 1.5],
    [first?.id, 1.5],
  ]);
  editor.undo();
  expect(view().steps).toHaveLength(3);
});

test("[U105] the lock of the map keeps what it is made of, and lets its cards go", () => {
  const { doc, editor, view, where } = open();
  placeTouchpoint(doc, {
    id: "p",
    stepId: "s1",
    touchpointId: "t",
    importance: null,
    momentOfTruth: false,
    expectation: null,
  });
  setLocked(doc, true);
  const kept = keptByLocks(view());
  expect(["stage:g", "step:s1", "lane:pains", "placement:p"].filter((ref) => !kept.has(ref))).toEqual([]);
  expect(kept).not.toContain("card:a");
  expect(editor.change(() => deleteAll(doc, [{ kind: "card", id: "a" }]))).toBe(true);
  expect(where()["pains s1"]).toBe("b");
});

test("[U94] a new card that is left empty leaves nothing to undo", () => {
  const { doc, editor, where } = open();
  const ref = editor.addCard("pains", "s3");
  editor.discard({ kind: "card", id: ref?.slice("card:".length) ?? "" });
  expect(where()).not.toHaveProperty(["pains s3"]);
  expect(editor.undoState.get()).toEqual({ canUndo: false, canRedo: false });
  editor.write({ kind: "card", id: "a" }, "");
  editor.discard({ kind: "card", id: "a" });
  expect(where()["pains s1"]).toBe("b");
  editor.undo();
  expect(doc.getMap<Y.Map<unknown>>("cards").has("a")).toBe(true);
});
