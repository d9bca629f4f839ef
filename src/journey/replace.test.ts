import fc from "fast-check";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { copyOf, doDeed, mapDeed, type MapDeed, pinned, pull, smallMap } from "#testing/map-deeds.ts";
import { readDocument } from "./document.ts";
import * as edit from "./edit.ts";
import { JourneyDocument } from "./model.ts";
import { EditRefused } from "./refusal.ts";
import { replaceDocument } from "./replace.ts";
import { createUndo } from "./undo.ts";

const deeds = fc.array(mapDeed, { maxLength: 40 });

/** Two maps that began as one and went their own ways. */
function apart(mine: readonly MapDeed[], theirs: readonly MapDeed[]): [Y.Doc, Y.Doc] {
  const doc = smallMap();
  const other = copyOf(doc);
  mine.forEach((deed, index) => doDeed(doc, deed, `m${index}`));
  theirs.forEach((deed, index) => doDeed(other, deed, `t${index}`));
  return [doc, other];
}

test("[J41] a document that is replaced says exactly what is wanted", () => {
  fc.assert(
    fc.property(deeds, deeds, fc.boolean(), (mine, theirs, isMerged) => {
      const [doc, other] = apart(mine, theirs);
      const wanted = JourneyDocument.parse(readDocument(other));
      if (isMerged) pull(doc, other);
      replaceDocument(doc, wanted);
      expect(readDocument(doc)).toEqual(wanted);
    }),
    pinned,
  );
});

test("[J41] replacing a document is one thing to undo, and nothing when nothing differs", () => {
  fc.assert(
    fc.property(deeds, deeds, (mine, theirs) => {
      const [doc, other] = apart(mine, theirs);
      const [before, wanted] = [readDocument(doc), readDocument(other)];
      const me = {};
      const undo = createUndo(doc, me);
      doc.transact(() => replaceDocument(doc, wanted), me);
      undo.undo();
      expect(readDocument(doc)).toEqual(before);
      undo.redo();
      expect(readDocument(doc)).toEqual(wanted);
      let updates = 0;
      doc.on("update", () => (updates += 1));
      replaceDocument(doc, wanted);
      expect(updates).toBe(0);
    }),
    pinned,
  );
});

test("[J41] who edits something else while a document is replaced keeps it, and words typed into a text that changes stay", () => {
  const doc = smallMap();
  const colleague = copyOf(doc);
  const wanted = readDocument(doc);
  edit.renameStep(doc, "repair", "Je répare");
  edit.setCardText(doc, "lost", "Je suis vraiment perdu");
  pull(colleague, doc);
  replaceDocument(doc, wanted);
  edit.setCardText(colleague, "lost", "Je suis vraiment perdu ici");
  edit.renameStep(colleague, "dream", "Je rêve");
  edit.addCard(colleague, { id: "new", laneId: "irritants", stepId: "repair", text: "Encore" });
  pull(doc, colleague);
  pull(colleague, doc);
  const merged = readDocument(doc);
  expect(readDocument(colleague)).toEqual(merged);
  expect(merged.cards.map((card) => card.text)).toEqual(["Je suis perdu ici", "Encore"]);
  expect(merged.steps.map((step) => step.name)).toEqual(["Je rêve", ""]);
});

test("[J41] copies stay the same when several replace and edit at once", () => {
  fc.assert(
    fc.property(deeds, deeds, deeds, (mine, theirs, later) => {
      const [doc, other] = apart(mine, theirs);
      const third = copyOf(doc);
      replaceDocument(doc, readDocument(other));
      replaceDocument(third, readDocument(smallMap()));
      later.forEach((deed, index) => doDeed(other, deed, `l${index}`));
      const copies = [doc, other, third];
      for (let round = 0; round < 2; round += 1) for (const to of copies) for (const from of copies) pull(to, from);
      const [first, ...others] = copies.map((copy) => readDocument(copy));
      for (const same of others) expect(same).toEqual(first);
      expect(() => JourneyDocument.parse(first)).not.toThrow();
    }),
    pinned,
  );
});

test("[J41] a wanted document that cannot be is refused before anything changes", () => {
  const doc = smallMap();
  const before = readDocument(doc);
  expect(() => replaceDocument(doc, { ...before, name: "x".repeat(201), cards: [] })).toThrow(EditRefused);
  expect(readDocument(doc)).toEqual(before);
});

test("[J41] a locked map is replaced too, and is locked as the wanted one is", () => {
  const doc = smallMap();
  const wanted = { ...readDocument(doc), name: "Avant", isLocked: false };
  edit.setLocked(doc, true);
  replaceDocument(doc, wanted);
  expect(readDocument(doc)).toEqual(wanted);
});
