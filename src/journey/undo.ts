import * as Y from "yjs";
import { collectionOf, collections, metaOf } from "./document.ts";

/** Typing without a longer pause is one thing to undo, in milliseconds. */
const typingPause = 500;

/**
 * Undo and redo of the transactions of one origin: one's own changes only, never what others did since to the same
 * field. Every edit is undone by itself, except typing in one text without pause; `destroy()` it with the screen.
 */
export function createUndo(doc: Y.Doc, origin: object): Y.UndoManager {
  const scope = [metaOf(doc), ...collections.map((name) => collectionOf(doc, name))];
  let typedIn: Y.Text | null = null;
  const separate = (transaction: Y.Transaction): true => {
    if (transaction.origin === origin && transaction.changed.size > 0) {
      const text = onlyText(transaction);
      if (text === null || text !== typedIn) undo.stopCapturing();
      typedIn = text;
    }
    return true;
  };
  // Asked of each transaction before the manager decides whether to merge it with the one before.
  const undo = new Y.UndoManager(scope, {
    trackedOrigins: new Set([origin]),
    captureTimeout: typingPause,
    captureTransaction: separate,
  });
  return undo;
}

function onlyText(transaction: Y.Transaction): Y.Text | null {
  const [type, ...others] = transaction.changed.keys();
  return others.length === 0 && type instanceof Y.Text ? type : null;
}
