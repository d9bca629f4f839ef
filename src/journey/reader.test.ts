import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { copyOf, doDeed, mapDeed, pinned, pull, smallMap } from "#testing/map-deeds.ts";
import { createDocument } from "./apply.ts";
import { collectionOf, collections, readDocument } from "./document.ts";
import * as edit from "./edit.ts";
import { createReader } from "./reader.ts";
import { createUndo } from "./undo.ts";

test("[J42] reading what changed says what reading everything says, after edits, merges and undo", () => {
  const turn = fc.record({ deed: mapDeed, act: fc.constantFrom("mine", "mine", "theirs", "merge", "undo", "read") });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
      const doc = smallMap();
      const colleague = copyOf(doc);
      const me = {};
      const undo = createUndo(doc, me);
      const reader = createReader(doc);
      let before = reader.read();
      turns.forEach(({ act, deed }, index) => {
        if (act === "mine") doDeed(doc, deed, `m${index}`, me);
        if (act === "theirs") doDeed(colleague, deed, `t${index}`);
        if (act === "merge") pull(doc, colleague);
        if (act === "undo") undo.undo();
        // Several changes are read at once, too.
        if (act === "mine" && index % 2 === 0) return;
        const after = reader.read();
        expect(after).toEqual(readDocument(doc));
        expect(readDocument(doc, before)).toEqual(after);
        for (const collection of collections)
          expect(after[collection] === before[collection]).toBe(same(after[collection], before[collection]));
        before = after;
      });
      expect(reader.read()).toEqual(readDocument(doc));
      reader.close();
    }),
    pinned,
  );
});

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

test("[J42] what is no item, or no field of one, is read as by reading everything", () => {
  const doc = smallMap();
  const reader = createReader(doc);
  const check = () => expect(reader.read()).toEqual(readDocument(doc));
  const cards = doc.getMap("cards");
  cards.set("lost", new Y.Text("no card"));
  check();
  (cards.get("lost") as Y.Text).insert(0, "still ");
  check();
  cards.set("lost", new Y.Map([["text", new Y.Map()]]));
  check();
  const card = collectionOf(doc, "cards").get("lost")!;
  (card.get("text") as Y.Map<unknown>).set("deep", 1);
  check();
  card.set("text", 7);
  check();
  card.set("stepId", "dream");
  check();
  doc.getMap("meta").set("framing.objective", new Y.Text("to know"));
  check();
  (doc.getMap("meta").get("framing.objective") as Y.Text).insert(0, "Want ");
  check();
});

test("[J42] a key typed into a card reads that card and keeps every other object", () => {
  const step = (index: number) => ({ id: `step-${index}`, stageId: "stage", name: "" });
  const doc = createDocument({
    name: "",
    stages: [{ id: "stage", name: "" }],
    steps: Array.from({ length: 60 }, (_, index) => step(index)),
    lanes: [{ id: "lane", kind: "free", name: "" }],
    cards: Array.from({ length: 3000 }, (_, index) => ({
      id: `card-${index}`,
      laneId: "lane",
      stepId: `step-${index % 60}`,
      text: "x",
    })),
    placements: [],
  });
  const reader = createReader(doc);
  const before = reader.read();
  edit.setCardText(doc, "card-1234", "xy");
  const after = reader.read();
  expect(after.cards.filter((card, index) => card !== before.cards[index]).map((card) => [card.id, card.text])).toEqual(
    [["card-1234", "xy"]],
  );
  expect([after.steps, after.lanes, after.framing]).toEqual([before.steps, before.lanes, before.framing]);
  expect(after.steps).toBe(before.steps);
  expect(reader.read()).toBe(after);
});
